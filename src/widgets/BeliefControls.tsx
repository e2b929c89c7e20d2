// Run, pause, clear, and how many trials: the hands of a study of a belief.
import type { ReactNode } from 'react';
import type { BeliefExperiment, BeliefState } from '../store/beliefs';
import { formatCount } from '../store/format';
import { SeedChoice } from './SeedChoice';
import './beliefs.css';

export interface BeliefControlsProps {
  readonly experiment: BeliefExperiment;
  readonly state: BeliefState;
}

const more = [200, 500, 1000];

export function BeliefControls({ experiment, state }: BeliefControlsProps): ReactNode {
  const { work, wanted, done, cells } = state;
  const all = wanted * cells.length;
  const begun = work.kind !== 'built' && done > 0;
  const running = work.kind === 'running';
  return (
    <div className="figure-options">
      {running ? (
        <button type="button" className="pill" onClick={experiment.pause}>
          Stop
        </button>
      ) : (
        <button type="button" className="pill" disabled={work.kind !== 'built' && done >= all} onClick={experiment.run}>
          {begun ? 'Go on' : 'Run the trials here'}
        </button>
      )}
      <progress max={all} value={work.kind === 'built' ? 0 : done} aria-label="Fits done" />
      <button type="button" className="pill" disabled={!begun || running} onClick={experiment.clear}>
        Clear
      </button>
      <label>
        Trials{' '}
        <select value={wanted} onChange={({ target }) => experiment.choose(Number(target.value))}>
          {[experiment.builtTrials, ...more].map((count) => (
            <option key={count} value={count}>
              {formatCount(count)}
            </option>
          ))}
        </select>
      </label>
      <SeedChoice />
    </div>
  );
}

/** Which trials the figure shows. */
export function beliefStatus({ work, wanted, done, cells, seed }: BeliefState): string {
  const trials = Math.floor(done / cells.length);
  switch (work.kind) {
    case 'built':
      return `${trials} trials of each kind, seed ${seed}, run when this page was built.`;
    case 'running':
      return `${formatCount(done)} of ${formatCount(wanted * cells.length)} fits, seed ${seed}, on all cores of your machine.`;
    case 'paused':
      return done === 0
        ? `No trial of seed ${seed} has been run yet.`
        : `Stopped at ${formatCount(done)} of ${formatCount(wanted * cells.length)} fits, seed ${seed}, run in your browser.`;
    case 'done':
      return `${formatCount(trials)} trials of each kind, seed ${seed}, run in your browser${against(work.same)}`;
    case 'failed':
      return 'The trials stopped because of a fault in this program. Reload the page to start afresh.';
  }
}

/** How the reader's own numbers stand to the build's; null where the trials are not the build's. */
function against(same: boolean | null): string {
  if (same === null) return '.';
  return same
    ? ': the numbers of the build, digit for digit.'
    : '; the build has other numbers: this is another version of the sampler.';
}
