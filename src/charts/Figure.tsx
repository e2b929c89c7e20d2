// The one figure: its finding, the chart, the controls under it, a line of status, a caption, and a quiet menu with its numbers.
import { useContext, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import './Figure.css';
import { useEarlyHand } from './early-hand';
import { FigurePlaceContext, partOf } from './figure-place';
import { NumberTable } from './NumberTable';
import type { NumberTableContent } from './NumberTable';

export interface FigureProps {
  /** The finding, a sentence without a full stop. */
  readonly title: ReactNode;
  /** The drawing: a Chart, a CausalGraph, or several. */
  readonly children: ReactNode;
  readonly controls?: ReactNode;
  /** Which fit this is, and whether to trust it. Its room is reserved. */
  readonly status?: ReactNode;
  /** How to read it. */
  readonly caption: ReactNode;
  /** The numbers that are drawn. */
  readonly table?: NumberTableContent;
  /** Further entries of the menu: take away, embed, open in the lab. */
  readonly menu?: ReactNode;
  /** Whether the figure takes the notes' room as well. */
  readonly width?: 'column' | 'wide';
  /** A letter for each figure of a component that has several: 'b' is figure 2.3b. */
  readonly part?: string;
}

export function Figure(props: FigureProps) {
  const { title, children, controls, status, caption, table, menu, width = 'column', part } = props;
  const root = useRef<HTMLElement>(null);
  const titleId = useId();
  const numberId = useId();
  const place = partOf(useContext(FigurePlaceContext), part);
  useEarlyHand(root);
  const hasMenu = table !== undefined || menu !== undefined || (place !== null && place.menu !== null);
  return (
    <figure
      ref={root}
      className={width === 'wide' ? 'figure wide' : 'figure'}
      id={place?.anchor}
      aria-labelledby={place === null ? titleId : `${numberId} ${titleId}`}
    >
      <div className="figure-head">
        {place === null ? null : (
          <>
            <a className="figure-number" id={numberId} href={`#${place.anchor}`} aria-label={`Figure ${place.number}`}>
              {place.number}
            </a>{' '}
          </>
        )}
        <p className="figure-title" id={titleId}>
          {title}
        </p>
      </div>
      <div className="figure-drawing">{children}</div>
      {controls === undefined ? null : <div className="figure-controls">{controls}</div>}
      {status === undefined ? null : <div className="figure-status">{status}</div>}
      <figcaption className="figure-caption">{caption}</figcaption>
      {hasMenu && (
        <div className="figure-menu">
          {table === undefined ? null : <NumberTable content={table} />}
          {menu}
          {place?.menu}
        </div>
      )}
    </figure>
  );
}
