// The line under the score curve: where its numbers were made, and the way to make them here.
import type { ReactNode } from 'react';
import { formatCount } from '../store/format';
import { builtSeed, restoreScoreCurve, runScoreCurve, stopScoreCurve } from '../store/score-curve';
import type { ScoreCurveState } from '../store/score-curve';
import { useSettings } from '../store/settings';
import './run-status.css';

export function ScoreCurveStatus({ state }: { readonly state: ScoreCurveState }): ReactNode {
  const seed = useSettings((settings) => settings.seed);
  const run = (
    <button type="button" onClick={runScoreCurve}>
      {state.kind === 'built' ? 'Run it yourself' : 'Run it again'}
    </button>
  );
  switch (state.kind) {
    case 'built':
      return (
        <Line>
          <span>
            20 sigmas: exact scores, and a fit of 4 chains at each; seed {builtSeed}, made when this page was built
            {seed === builtSeed ? '' : `; your seed is ${seed}`}.
          </span>{' '}
          {run}
        </Line>
      );
    case 'working':
      return (
        <Line>
          <progress max={state.of} value={state.done} aria-label="Scores and fits done" />
          <span>
            {state.done < state.of / 2
              ? 'Exact scores first.'
              : `${state.done - state.of / 2} of ${state.of / 2} fits, on all cores.`}
          </span>
          <button type="button" onClick={stopScoreCurve}>
            Stop
          </button>
        </Line>
      );
    case 'stopped':
      return (
        <Line>
          <span>Stopped; the chart shows what was done by then.</span> {run}{' '}
          <button type="button" onClick={restoreScoreCurve}>
            Back to the build’s
          </button>
        </Line>
      );
    case 'done':
      return (
        <Line>
          <span>{outcome(state)}</span> {run}
          {state.differences === 0 ? null : (
            <button type="button" onClick={restoreScoreCurve}>
              Back to the build’s
            </button>
          )}
        </Line>
      );
    case 'failed':
      return (
        <Line>
          <span role="alert">{state.message} The chart shows the build’s numbers.</span> {run}
        </Line>
      );
  }
}

function outcome({ seed, numbers, differences }: Extract<ScoreCurveState, { kind: 'done' }>): string {
  if (differences === null)
    return `Computed in your browser with seed ${seed}. The exact scores owe nothing to the seed; PSIS and the seen score do.`;
  if (differences === 0)
    return `Computed in your browser with seed ${seed}: all ${formatCount(numbers)} numbers are the build’s, to the last digit.`;
  return `Computed in your browser with seed ${seed}: ${formatCount(differences)} of ${formatCount(numbers)} numbers differ from the build’s. Please report it.`;
}

function Line({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <div className="run-status">
      <p className="run-status-busy">{children}</p>
    </div>
  );
}
