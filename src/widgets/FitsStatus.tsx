// The line under a figure of several fits: whether to trust them, and their fingerprints.
import type { ReactNode } from 'react';
import { fitStatus, settledDraws } from '../store/fit-status';
import { commonStatus, useFitStates } from '../store/use-fit-states';
import { restWorld } from '../store/worlds';
import type { WorldFit } from '../store/world-fit';
import { RunStatus } from './RunStatus';
import type { ShownEstimator } from './estimators';
import './fits-status.css';

export interface FitsStatusProps {
  readonly estimators: readonly ShownEstimator[];
  /** The fits of `estimators`: the same array each time. */
  readonly fits: readonly WorldFit[];
}

export function FitsStatus({ estimators, fits }: FitsStatusProps): ReactNode {
  const states = useFitStates(fits);
  const status = commonStatus(
    states,
    estimators.map(({ label }) => label),
  );
  return (
    <>
      <RunStatus
        status={status}
        onStop={() => fits.forEach((fit) => fit.stop())}
        onRun={() => restWorld((knob) => knob)}
        promise={{ drawn: () => fits.map(settledDraws) }}
      />
      {fits.length > 1 && (
        <details className="fits-hashes">
          <summary>Fingerprints of the draws of all {fits.length} fits</summary>
          <ul>
            {states.map((state, k) => {
              const one = fitStatus(state);
              const hash = one.kind === 'verdict' ? one.verdict.hash : null;
              return (
                <li key={estimators[k].estimator}>
                  {estimators[k].label}:{' '}
                  <code data-estimator={estimators[k].estimator} data-hash={hash}>
                    {hash ?? 'not settled'}
                  </code>
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </>
  );
}
