// The live chains of the crossed model: start, the ESS clock, pause, stop and keep.
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import {
  elapsed,
  keepCrossed,
  pauseCrossed,
  resumeCrossed,
  runCrossed,
  stopCrossed,
  targetEss,
  useCrossed,
} from '../store/crossed';
import type { Clock, CrossedWork } from '../store/crossed';
import { formatCount, formatFixed } from '../store/format';
import { IntervalMass } from './IntervalMass';
import { SeedChoice } from './SeedChoice';
import './crossed.css';

export function CrossedControls(): ReactNode {
  const { work, chainDraws } = useCrossed();
  const live = work.kind === 'running' || work.kind === 'paused';
  return (
    <>
      <div className="figure-options crossed-run">
        {work.kind === 'running' && (
          <button type="button" className="pill" onClick={pauseCrossed}>
            Pause
          </button>
        )}
        {work.kind === 'paused' && (
          <button type="button" className="pill" onClick={resumeCrossed}>
            Go on
          </button>
        )}
        {!live && (
          <button type="button" className="pill" disabled={work.kind === 'loading'} onClick={() => void runCrossed()}>
            {runWords(work)}
          </button>
        )}
        <button
          type="button"
          className="pill"
          disabled={!live && work.kind !== 'loading'}
          onClick={live && work.keeps ? keepCrossed : stopCrossed}
        >
          {live && work.keeps ? 'Stop and keep' : 'Stop'}
        </button>
        <Ess work={work} chainDraws={chainDraws} />
      </div>
      <div className="figure-options">
        <IntervalMass />
        <SeedChoice />
      </div>
    </>
  );
}

/** What the button that runs the chains says. */
export function runWords({ kind }: CrossedWork): string {
  return kind === 'built' ? 'Run the chains here' : 'Run them again';
}

interface EssProps {
  readonly work: CrossedWork;
  /** What the link asks for; null: until it is good. */
  readonly chainDraws: number | null;
}

/** Effective draws so far against the goal, and the seconds they took. */
function Ess({ work, chainDraws }: EssProps): ReactNode {
  switch (work.kind) {
    case 'built':
      return (
        <span className="crossed-clock">
          Four chains on all cores,{' '}
          {chainDraws === null
            ? `until the smallest ESS is ${targetEss}`
            : `${formatCount(chainDraws)} draws each, as the link has it`}
          .
        </span>
      );
    case 'loading':
      return <span className="crossed-clock">Fetching the responses.</span>;
    case 'running':
    case 'paused': {
      const ess = work.judged?.bulkEss ?? null;
      return (
        <span className="crossed-clock">
          <progress
            max={ess === null ? work.wanted : targetEss}
            value={Math.min(ess === null ? work.done : ess, ess === null ? work.wanted : targetEss)}
            aria-label={ess === null ? 'Transitions done' : 'Smallest effective sample size'}
          />
          <span>
            {ess === null
              ? work.stage === 'warmup'
                ? 'warming up'
                : 'first draws'
              : `ESS ${formatCount(Math.floor(ess))} of ${targetEss}`}
            {', '}
            <Seconds clock={work.clock} />
            {work.kind === 'paused' && ', paused'}
          </span>
        </span>
      );
    }
    case 'done':
      return <span className="crossed-clock">{endOf(work)}</span>;
    case 'stopped':
      return <span className="crossed-clock">Stopped. The figure shows the fit before.</span>;
    case 'failed':
      return (
        <span className="crossed-clock" role="alert">
          {work.message}
        </span>
      );
  }
}

function endOf({ how, seconds, same }: Extract<CrossedWork, { kind: 'done' }>): string {
  const took = `${formatFixed(seconds, 1)} seconds`;
  const ended = {
    reached: `The smallest ESS reached ${targetEss} in ${took}.`,
    capped: `The chains have their most draws after ${took}; the smallest ESS is still below ${targetEss}.`,
    kept: `Ended by you after ${took}.`,
  }[how];
  if (same === null) return ended;
  return `${ended} ${same ? 'These are the very draws of the build.' : 'These are not the draws of the build: this is another version of the sampler.'}`;
}

/** Ticks by itself while it runs. */
function Seconds({ clock }: { readonly clock: Clock }): ReactNode {
  const [now, setNow] = useState(() => elapsed(clock));
  useEffect(() => {
    const show = (): void => setNow(elapsed(clock));
    const first = window.setTimeout(show, 0);
    if (clock.since === null) return () => window.clearTimeout(first);
    const timer = window.setInterval(show, 100);
    return () => {
      window.clearTimeout(first);
      window.clearInterval(timer);
    };
  }, [clock]);
  return <>{formatFixed(now, 1)} s</>;
}
