// The score curve of the reed frogs: the build's at first, and computed again in the browser when the reader asks.
import { useEffect } from 'react';
import built from 'virtual:prerendered/frogs-score-curve';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { curveKeys, frogsSubject } from '../engine/frogs-curve';
import type { Pool } from '../engine/pool';
import { scoreCurve } from '../engine/scores/score-curve';
import type { Curve } from '../engine/scores/score-curve';
import { frogsSources } from './frogs-fit';
import { pagePool } from './page-pool';
import { settings } from './settings';

export { bestPoint, psisBest, shortSigma, unreliable } from '../engine/frogs-curve';
export type { Curve, CurvePoint, FitScore, LeftOut } from '../engine/scores/score-curve';

/** The build's seed. */
export const builtSeed = 1;

export type ScoreCurveState =
  | { readonly kind: 'built'; readonly curve: Curve }
  | {
      readonly kind: 'working' | 'stopped';
      readonly curve: Curve;
      readonly seed: number;
      readonly done: number;
      readonly of: number;
    }
  /** `differences`: numbers that are not those of the build, of `numbers` in all; null under another seed. */
  | {
      readonly kind: 'done';
      readonly curve: Curve;
      readonly seed: number;
      readonly numbers: number;
      readonly differences: number | null;
    }
  | { readonly kind: 'failed'; readonly curve: Curve; readonly message: string };

export interface ScoreCurveFit {
  readonly store: StoreApi<ScoreCurveState>;
  /** Computes the whole curve here, from its first point. */
  readonly run: () => void;
  readonly stop: () => void;
  /** Back to the build's numbers. */
  readonly restore: () => void;
}

export interface ScoreCurveOptions {
  readonly pool: () => Pool;
  readonly keys: (seed: number) => ReturnType<typeof curveKeys>;
  readonly seed: () => number;
  readonly built: Curve;
}

export function createScoreCurve({ pool, keys, seed, built: first }: ScoreCurveOptions): ScoreCurveFit {
  const store = createStore<ScoreCurveState>(() => ({ kind: 'built', curve: first }));
  let cancel: () => void = () => undefined;
  const run = (): void => {
    cancel();
    const own = seed();
    const wanted = keys(own);
    const empty: Curve = {
      points: wanted.map(({ knob }) => ({ knob, exact: null, fit: null })),
      threshold: first.threshold,
    };
    store.setState({ kind: 'working', curve: empty, seed: own, done: 0, of: 2 * wanted.length }, true);
    cancel = scoreCurve(pool(), wanted, frogsSubject, 'background', (state) => {
      switch (state.kind) {
        case 'working':
          return store.setState({ ...state, seed: own }, true);
        case 'done': {
          const { curve } = state;
          const { numbers, differences } = compareCurves(curve, first);
          const same = own === builtSeed ? differences : null;
          return store.setState({ kind: 'done', curve, seed: own, numbers, differences: same }, true);
        }
        case 'failed':
          return store.setState({ kind: 'failed', curve: first, message: state.message }, true);
      }
    });
  };
  const stop = (): void => {
    cancel();
    const state = store.getState();
    if (state.kind === 'working') store.setState({ ...state, kind: 'stopped' }, true);
  };
  const restore = (): void => {
    cancel();
    store.setState({ kind: 'built', curve: first }, true);
  };
  return { store, run, stop, restore };
}

/** How many numbers `curve` has, and how many of them differ from the other's in any digit. */
export function compareCurves(curve: Curve, other: Curve): { readonly numbers: number; readonly differences: number } {
  const [own, theirs] = [numbersOf(curve), numbersOf(other)];
  const differences = own.filter((value, k) => !Object.is(value, theirs[k])).length;
  return { numbers: own.length, differences: differences + Math.abs(theirs.length - own.length) };
}

function numbersOf({ points, threshold }: Curve): (number | null)[] {
  const scores = points.flatMap(({ knob, exact, fit }) => [
    knob,
    ...(exact === null ? [] : [exact.cluster, exact.trial]),
    ...(fit === null ? [] : [fit.cluster, fit.trial].flatMap(({ psis, seen, paretoK }) => [psis, seen, ...paretoK])),
  ]);
  return [threshold, ...scores];
}

const frogsCurve = createScoreCurve({
  pool: pagePool,
  keys: (seed) => curveKeys(frogsSources, seed),
  seed: () => settings.getState().seed,
  built,
});

export const { run: runScoreCurve, stop: stopScoreCurve, restore: restoreScoreCurve } = frogsCurve;

/** The curve as it stands; a figure that leaves the page stops the work. */
export function useScoreCurve(): ScoreCurveState {
  useEffect(() => frogsCurve.stop, []);
  return useStore(frogsCurve.store);
}
