// Under the figure that a link for the class was made from: whether this page's draws are the instructor's, or why not.
import type { ReactNode } from 'react';
import { changesSince, compareDraws, readClassLink } from '../../store/class-link';
import type { SettledDraws } from '../../store/fit-status';
import { openedWith } from '../../store/opened-with';
import './promise-line.css';

export interface PromiseLineProps {
  /** Name of the figure that it stands in. */
  readonly figure: string;
  readonly drawn: readonly (SettledDraws | null)[];
  /** How the runs ended; '' where they have a fixed number of draws. */
  readonly about: string;
  /** The button that makes the fits; null where they are made unasked. */
  readonly press: string | null;
}

const link = readClassLink(openedWith);

export function PromiseLine({ figure, drawn, about, press }: PromiseLineProps): ReactNode {
  if (link.kind !== 'read' || link.promised.figure !== figure) return null;
  const { pathname, search } = window.location;
  const said = compareDraws(link.promised, drawn, changesSince(openedWith, search), press);
  return (
    <p className="promise-line" role="status" data-promise={said.kind === 'other' ? said.because : said.kind}>
      {said.kind === 'same' && <span aria-hidden="true">✓ </span>}
      {said.sentence}
      {said.kind === 'same' && about !== '' && ` ${about}`}
      {said.kind === 'other' && said.because === 'changed' && (
        <>
          {' '}
          <a href={`${pathname}${openedWith}#figure-${figure}`}>Back to the link’s</a>
        </>
      )}
    </p>
  );
}
