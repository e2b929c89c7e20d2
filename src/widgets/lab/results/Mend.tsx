// The offer to leave the doubtful rows out in earnest: one fit's, with what it takes, its progress, and what it came to.
import type { ReactNode } from 'react';
import { formatCount, formatFixed } from '../../../store/format';
import type { LabFit } from '../../../store/lab/fits';
import { mendScores, mendSeconds, stopMending, unitsToRefit, useMend } from '../../../store/lab/results/scores';
import type { UnitScores } from '../../../store/lab/results/scores';
import { durationWords } from '../duration';
import { rowsAbove } from './rows-above';

export interface MendProps {
  readonly fit: LabFit;
  /** What the fit is called where several are meant; null where there is no doubt. */
  readonly called: string | null;
  readonly observed: string;
  readonly scores: UnitScores;
}

export function Mend({ fit, called, observed, scores }: MendProps): ReactNode {
  const state = useMend(fit, observed);
  const above = rowsAbove(scores);
  const of = called === null ? '' : ` of ${called}`;
  if (state?.kind === 'done') {
    const { refitted, mcse } = state.value;
    const error = mcse === null ? '' : `, which leaves a Monte Carlo error of ${formatFixed(mcse, 1)} in the score`;
    return (
      <p className="lab-note" role="status">
        {refitted === 1 ? 'One row' : `${formatCount(refitted)} rows`}
        {of} {refitted === 1 ? 'was' : 'were'} left out in earnest, the model sampled again without each{error}.
      </p>
    );
  }
  if (state?.kind === 'working')
    return (
      <p className="lab-row" role="status">
        Sampling again without each row{of} in turn.{' '}
        <progress max={state.of} value={state.done} aria-label={`Rows left out so far${of}`} />{' '}
        <button type="button" className="pill" onClick={() => stopMending(fit, observed)}>
          Stop<span className="visually-hidden"> leaving rows out{of}</span>
        </button>
      </p>
    );
  if (state?.kind === 'failed' || state?.kind === 'refused')
    return (
      <p className="lab-refused" role="alert">
        {state.kind === 'refused'
          ? state.message
          : `The rows${of} could not be left out: a chain found no place to start.`}
      </p>
    );
  if (above === 0) return null;
  const rows = unitsToRefit(scores).reduce((total, unit) => total + scores.counts[unit], 0);
  const seconds = mendSeconds(fit, scores);
  return (
    <p>
      <button type="button" className="pill" onClick={() => mendScores(fit, observed)}>
        Sample again without {rows === 1 ? 'that row' : `each of ${formatCount(rows)} rows`}
        {of}
      </button>{' '}
      <span className="lab-note">{seconds === null ? '' : `about ${durationWords(seconds)}`}</span>
    </p>
  );
}
