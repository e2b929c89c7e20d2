// The line under a figure that says which fit it shows and whether to trust it, with progress and Stop while one is made.
import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';

import { formatCount } from '../store/format';
import type { FitStatus, Verdict } from '../store/fit-status';
import { useSettings } from '../store/settings';
import { DepthChoice } from './DepthChoice';
import { PromisedDraws } from './PromisedDraws';
import type { PromisedDrawsProps } from './PromisedDraws';
import './figure-controls.css';
import './run-status.css';

const RunDetail = lazy(async () => ({ default: (await import('./RunDetail')).RunDetail }));

export interface RunStatusProps {
  readonly status: FitStatus;
  readonly onStop: () => void;
  readonly onRun: () => void;
  /** For links that name the draws. */
  readonly promise?: PromisedDrawsProps;
}

/** The last verdict keeps its room while something else is said over it, so that nothing below moves. */
export function RunStatus({ status, onStop, onRun, promise }: RunStatusProps): ReactNode {
  const [last, setLast] = useState<Verdict | null>(status.kind === 'verdict' ? status.verdict : null);
  if (status.kind === 'verdict' && status.verdict.hash !== last?.hash) setLast(status.verdict);
  const shown = status.kind === 'verdict' ? status.verdict : last;
  return (
    <>
      <div className="run-status">
        {shown !== null && <VerdictLines verdict={shown} covered={status.kind !== 'verdict'} />}
        {status.kind !== 'verdict' && <Line status={status} onStop={onStop} onRun={onRun} />}
      </div>
      {promise !== undefined && <PromisedDraws {...promise} />}
    </>
  );
}

interface LineProps extends Pick<RunStatusProps, 'onStop' | 'onRun'> {
  readonly status: Exclude<FitStatus, { kind: 'verdict' }>;
}

function Line({ status, onStop, onRun }: LineProps): ReactNode {
  switch (status.kind) {
    case 'moving':
      return <p>Preview while you drag: short chains, good to look at, not to quote.</p>;
    case 'busy':
      return (
        <p className="run-status-busy">
          <progress max={status.wanted} value={status.done} aria-label="Transitions done" />
          <span>{status.stage === 'warmup' ? 'The chains are warming up.' : 'Drawing from the posterior.'}</span>
          <button type="button" onClick={onStop}>
            Stop
          </button>
        </p>
      );
    case 'stopped':
      return (
        <p>
          Stopped. The figure shows {status.shows === 'preview' ? 'a preview, not to be quoted' : 'the fit before'}.{' '}
          <button type="button" onClick={onRun}>
            Sample
          </button>
        </p>
      );
    case 'failed':
      return (
        <p role="alert">
          {status.message} The figure keeps what it showed.{' '}
          <button type="button" onClick={onRun}>
            Try again
          </button>
        </p>
      );
  }
}

function VerdictLines({ verdict, covered }: { readonly verdict: Verdict; readonly covered: boolean }): ReactNode {
  const { judgement, chains, draws, seed, madeBy, hash } = verdict;
  const depth = useSettings((state) => state.depth);
  const where = madeBy === 'build' ? 'made when this page was built' : 'made in your browser';
  return (
    <div className={`verdict verdict-${judgement.kind}`} inert={covered} data-covered={covered}>
      <p>{judgement.sentence}</p>
      <details>
        <summary>
          {chains} chains of {formatCount(draws)} draws, seed {seed}, {where}
        </summary>
        <ul>
          {[...judgement.mixing, ...judgement.geometry, ...judgement.model].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>
          Fingerprint of the draws (SHA-256): <code data-draws-sha256={hash}>{hash}</code>
        </p>
        <div className="figure-options">
          <DepthChoice />
        </div>
      </details>
      {depth !== 'sentence' && (
        <Suspense>
          <RunDetail verdict={verdict} depth={depth} />
        </Suspense>
      )}
    </div>
  );
}
