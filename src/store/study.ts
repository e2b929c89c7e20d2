// The study of many worlds on the page: one a page, stopped and taken up again, its worlds kept until its design changes.
import built from 'virtual:prerendered/world-study';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { estimators } from '../engine/worlds/estimators';
import type { StudyDesign, WorldFits } from '../engine/worlds/fit-world';
import { runStudy } from '../engine/worlds/study';
import { studyCsv } from '../engine/worlds/study-csv';
import { studySummary } from '../engine/worlds/study-summary';
import type { Performance } from '../engine/worlds/study-summary';
import { pagePool } from './page-pool';
import type { SettingSpec } from './query';
import { readFromAddress, writeToAddress } from './settings';
import { lectureKnob, readWorldFromAddress, sameWorld, worldStore } from './worlds';
import type { WorldKnob } from './worlds';

export type { Measured, Performance } from '../engine/worlds/study-summary';

/** Where a study stands. */
export type StudyState =
  /** What the build made; nothing was run here. */
  | { readonly kind: 'built' }
  | { readonly kind: 'running' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string };

export interface Study {
  readonly state: StudyState;
  readonly seed: number;
  /** How many worlds are wanted. */
  readonly wanted: number;
  /** How many there are. */
  readonly worlds: number;
  /** Null before the first world of a design that the build did not make. */
  readonly rows: readonly Performance[] | null;
}

const wantedSpec: SettingSpec = { kind: 'number', label: 'worlds', minimum: 10, maximum: 2000, fallback: 100 };
const seedSpec: SettingSpec = { kind: 'whole', label: 'study', maximum: 4294967295, fallback: 1 };
export const mostWorlds = wantedSpec.maximum;
export const fewestWorlds = wantedSpec.minimum;

const start: Study = {
  state: { kind: 'built' },
  seed: 1,
  wanted: built.worlds,
  worlds: built.worlds,
  rows: built.rows,
};
const store = createStore<Study>(() => start);
let fits: WorldFits[] = [];
let stop: () => void = () => undefined;

export function useStudy(): Study {
  return useStore(store);
}

function designOf({ size, effects, rateTau }: WorldKnob, seed: number): StudyDesign {
  return { size, truth: { kind: 'fixed', effects }, rateTau, estimators, seed };
}

/** Begins, or goes on where it was stopped. */
export function runWorlds(): void {
  const { state, seed, wanted } = store.getState();
  if (state.kind === 'running') return;
  if (state.kind === 'built') fits = [];
  const known = new Set(fits.map(({ world }) => world));
  const missing = Array.from({ length: wanted }, (_, world) => world).filter((world) => !known.has(world));
  store.setState({ state: { kind: 'running' }, ...summed() });
  stop = runStudy(pagePool(), designOf(worldStore.getState().knob, seed), missing, {
    onWorld: (one) => {
      fits = [...fits, one];
      store.setState(summed());
    },
    onEnd: (end) => {
      switch (end.kind) {
        case 'done':
          store.setState({ state: { kind: 'done' } });
          return;
        case 'stopped':
          if (store.getState().state.kind === 'running') store.setState({ state: { kind: 'paused' } });
          return;
        case 'failed':
          store.setState({
            state: { kind: 'failed', message: 'The study stopped because of a fault in this program.' },
          });
      }
    },
  });
}

function summed(): Pick<Study, 'worlds' | 'rows'> {
  return { worlds: fits.length, rows: fits.length === 0 ? null : studySummary(fits) };
}

export function pauseWorlds(): void {
  stop();
}

/** Another design or another seed: what there was does not belong to it. */
function reset(seed: number): void {
  stop();
  fits = [];
  const lectures = seed === start.seed && sameDesign(worldStore.getState().knob);
  const { wanted } = store.getState();
  store.setState(lectures ? { ...start, wanted } : { state: { kind: 'paused' }, seed, wanted, worlds: 0, rows: null });
}

/** A study's design has no people: each world brings its own. */
function sameDesign(knob: WorldKnob): boolean {
  return sameWorld({ ...knob, seed: lectureKnob.seed }, lectureKnob);
}

export function chooseStudySeed(seed: number): void {
  writeToAddress('study', seed, seedSpec);
  reset(seed);
}

export function chooseWorlds(wanted: number): void {
  writeToAddress('worlds', wanted, wantedSpec);
  const { state } = store.getState();
  store.setState({ wanted, ...(state.kind === 'done' && fits.length < wanted ? { state: { kind: 'paused' } } : {}) });
}

export function startAgain(): void {
  reset(store.getState().seed);
}

/** Every world that there is, as CSV; the build's are not here, only their summary. */
export function studyTable(): string {
  return studyCsv(fits);
}

/** Joins the study to the address and to the world; call after hydration. Returns the function that parts them. */
export function connectStudy(): () => void {
  readWorldFromAddress();
  const seed = readFromAddress('study', seedSpec);
  const wanted = Math.round(readFromAddress('worlds', wantedSpec));
  store.setState({ wanted });
  if (seed !== start.seed || !sameDesign(worldStore.getState().knob)) reset(seed);
  const part = worldStore.subscribe((now, before) => {
    const people = { ...now.knob, seed: before.knob.seed };
    if (!sameWorld(people, before.knob)) reset(store.getState().seed);
  });
  return () => {
    part();
    stop();
  };
}
