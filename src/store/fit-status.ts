// What the line under a figure has to say: which fit it shows, how far a run is, whether the draws may be trusted.
import type { RunDetail } from '../engine/detail';
import { judgeRun, runFacts } from '../engine/judgement';
import type { SamplerFacts } from '../engine/judgement';
import type { RunKey } from '../engine/key';
import type { KeyPrint } from '../engine/key-print';
import type { Picture } from '../engine/picture';
import type { Failure } from '../engine/protocol';
import type { Run } from '../engine/run';
import { lectureSettings } from '../engine/lecture-run';
import type { Judgement } from '../stats/judge';
import type { KnobFit, KnobFitState } from './knob-fit';

export type { Judgement } from '../stats/judge';

export type FitStatus =
  /** A preview under the moving hand: no verdict. */
  | { readonly kind: 'moving' }
  | {
      readonly kind: 'busy';
      readonly stage: 'warmup' | 'sampling';
      /** Transitions, over all chains. */
      readonly done: number;
      /** As far as is known by now: a run until good may want more. */
      readonly wanted: number;
      readonly untilGood: boolean;
    }
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'stopped'; readonly shows: 'preview' | 'earlier fit' }
  | { readonly kind: 'failed'; readonly message: string };

export interface Verdict {
  readonly judgement: Judgement;
  readonly chains: number;
  /** A chain: those that were made, however many were asked for. */
  readonly draws: number;
  readonly seed: number;
  readonly madeBy: 'build' | 'browser';
  readonly hash: string;
  /** For the deeper looks. */
  readonly facts: SamplerFacts;
  readonly detail: RunDetail;
}

export function fitStatus(state: KnobFitState<unknown, unknown>): FitStatus {
  const { moving, run, picture } = state;
  if (moving) return { kind: 'moving' };
  switch (run.kind) {
    case 'idle':
    case 'done':
      return verdictOf(run, picture);
    case 'warmup':
    case 'sampling': {
      const { chains, settings, target } = run.key;
      const { warmup, draws, goal } = run.progress;
      return {
        kind: 'busy',
        stage: run.kind,
        done: sum(warmup) + sum(draws),
        wanted: chains * (settings.warmup + goal),
        untilGood: target !== null,
      };
    }
    case 'cancelled':
      return { kind: 'stopped', shows: picture.kind === 'preview' ? 'preview' : 'earlier fit' };
    case 'failed':
      return { kind: 'failed', message: failureText(run.failure) };
  }
}

/** Draws that may be quoted, and the key that gives them again, or its print. */
export interface SettledDraws {
  readonly hash: string;
  readonly key: RunKey | KeyPrint;
}

/** Null while the fit moves, runs or was stopped. */
export function settledDraws<D, K>(fit: KnobFit<D, K>): SettledDraws | null {
  const { moving, run, picture } = fit.store.getState();
  const { summary, knob, seed } = picture;
  if (moving || (run.kind !== 'idle' && run.kind !== 'done') || summary.depth !== 'full') return null;
  return { hash: summary.draws_sha256, key: { ...fit.key(knob), seed } };
}

function verdictOf(run: Run, picture: Picture<unknown, unknown>): FitStatus {
  const { summary } = picture;
  if (summary.depth !== 'full') return { kind: 'stopped', shows: 'preview' };
  const key = run.kind === 'done' ? run.key : { chains: 4, settings: lectureSettings };
  return {
    kind: 'verdict',
    verdict: {
      judgement: judgeRun(key, summary, picture, picture.check),
      chains: key.chains,
      draws: summary.draws / key.chains,
      seed: picture.seed,
      madeBy: picture.kind === 'built' ? 'build' : 'browser',
      hash: summary.draws_sha256,
      facts: runFacts(key, summary, picture),
      detail: summary.detail,
    },
  };
}

function failureText(failure: Failure): string {
  switch (failure.kind) {
    case 'model':
      return failure.errors.map((error) => `${error.message} ${error.fix}`).join(' ');
    case 'start':
      return failure.message;
    case 'bug':
      return 'The sampler stopped because of a fault in this program. Reload the page to start it afresh.';
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
