// The studies of three beliefs on the page: the build's trials, and the reader's own, stopped and taken up again.
import story from 'virtual:prerendered/beliefs';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { trialsFingerprint } from '../engine/beliefs/fingerprint';
import { beliefStudy, beliefSummary, missingTrials, runTrials } from '../engine/beliefs/study';
import type { Belief, CellSummary, SeenUnit, TrialResult } from '../engine/beliefs/study';
import { pagePool } from './page-pool';
import { readSettingsFromAddress, settings } from './settings';

export { unitCounts } from '../engine/beliefs/study';
export type { Belief, CellSummary } from '../engine/beliefs/study';
export { trials as observationsAUnit, typicalTruth } from '../engine/beliefs/population';

/** Where a study stands. */
export type BeliefWork =
  /** What the build made; nothing was run here. */
  | { readonly kind: 'built' }
  | { readonly kind: 'running' }
  | { readonly kind: 'paused' }
  /** `same`: the numbers are the build's; null where they are of other trials. */
  | { readonly kind: 'done'; readonly same: boolean | null }
  | { readonly kind: 'failed' };

export interface BeliefState {
  readonly work: BeliefWork;
  readonly seed: number;
  /** Trials of each cell. */
  readonly wanted: number;
  /** Trials done, over all cells. */
  readonly done: number;
  /** One a cell; null where there is no trial yet. */
  readonly cells: readonly (CellSummary | null)[];
  /** The units of the first trial, one list a cell; empty where it has not been run. */
  readonly units: readonly (readonly SeenUnit[])[];
}

export interface BeliefExperiment {
  readonly use: () => BeliefState;
  /** What the build tried, for those who choose how many. */
  readonly builtTrials: number;
  /** Begins, or goes on where it was stopped. */
  readonly run: () => void;
  readonly pause: () => void;
  readonly clear: () => void;
  readonly choose: (wanted: number) => void;
  /** Keeps the study at the reader's seed; call after hydration. Returns the function that parts them. */
  readonly connect: () => () => void;
}

const builtSeed = 1;

export function createExperiment(belief: Belief): BeliefExperiment {
  const built = story[belief];
  const start: BeliefState = {
    work: { kind: 'built' },
    seed: builtSeed,
    wanted: built.trials,
    done: built.trials * built.cells.length,
    cells: built.cells,
    units: built.units,
  };
  const store = createStore<BeliefState>(() => start);
  let results: TrialResult[] = [];
  let stop: () => void = () => undefined;

  const summed = (): Pick<BeliefState, 'done' | 'cells' | 'units'> => {
    const study = beliefStudy(belief, store.getState().seed);
    const first = results.filter(({ trial }) => trial === 0);
    return {
      done: results.length,
      cells: beliefSummary(study, results),
      units: study.cells.map((_, cell) => first.find((result) => result.cell === cell)?.units ?? []),
    };
  };

  /** Only a study of as many trials by the build's seed can have its numbers. */
  const isBuilt = (): boolean | null => {
    const { seed, wanted, cells } = store.getState();
    if (seed !== builtSeed || wanted !== built.trials || results.length !== wanted * cells.length) return null;
    return trialsFingerprint(results) === built.fingerprint;
  };

  const run = (): void => {
    const { work, seed, wanted } = store.getState();
    if (work.kind === 'running') return;
    if (work.kind === 'built') results = [];
    store.setState({ work: { kind: 'running' }, ...(work.kind === 'built' ? { done: 0 } : {}) });
    const study = beliefStudy(belief, seed);
    stop = runTrials(pagePool(), study, missingTrials(study, wanted, results), {
      onTrial: (result) => {
        results = [...results, result];
        // What the build shows stays until each kind of world has been tried here.
        const { cells, ...rest } = summed();
        store.setState(cells.every((cell) => cell !== null) ? { cells, ...rest } : { done: rest.done });
      },
      onEnd: ({ kind }) => {
        if (kind === 'done') store.setState({ work: { kind: 'done', same: isBuilt() } });
        if (kind === 'stopped') store.setState({ work: { kind: 'paused' } });
        if (kind === 'failed') store.setState({ work: { kind: 'failed' } });
      },
    });
  };

  const reset = (seed: number): void => {
    stop();
    results = [];
    const { wanted } = store.getState();
    if (seed === builtSeed) store.setState({ ...start, wanted });
    else {
      const nothing = { done: 0, cells: built.cells.map(() => null), units: built.units.map(() => []) };
      store.setState({ work: { kind: 'paused' }, seed, ...nothing });
    }
  };

  const choose = (wanted: number): void => {
    const { work } = store.getState();
    const more = work.kind === 'done' && results.length < wanted * built.cells.length;
    store.setState({ wanted, ...(more ? { work: { kind: 'paused' } } : {}) });
  };

  return {
    use: () => useStore(store),
    builtTrials: built.trials,
    run,
    pause: () => stop(),
    clear: () => reset(store.getState().seed),
    choose,
    connect: () => {
      readSettingsFromAddress();
      if (settings.getState().seed !== store.getState().seed) reset(settings.getState().seed);
      const part = settings.subscribe((now, before) => {
        if (now.seed !== before.seed) reset(now.seed);
      });
      return () => {
        part();
        stop();
      };
    },
  };
}

export const randomUnits = createExperiment('random');
export const manyUnits = createExperiment('many');
export const gaussianUnits = createExperiment('gaussian');
