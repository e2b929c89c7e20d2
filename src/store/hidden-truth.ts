// Worlds whose truth is known: the one on the page, and the tally of many.
import table from 'virtual:prerendered/frogs';
import built from 'virtual:prerendered/frogs-hidden-truth';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { errorsOf, startHiddenWorld } from '../engine/hidden-truth';
import type { HiddenWorld } from '../engine/hidden-truth';
import { pagePool } from './page-pool';

export { errorsOf } from '../engine/hidden-truth';
export type { HiddenWorld, WorldErrors } from '../engine/hidden-truth';

export interface Tally {
  readonly worlds: number;
  /** Worlds in which partial pooling's error was the smaller. */
  readonly wins: number;
  /** Sums of the worlds' errors, as proportions. */
  readonly partial: number;
  readonly none: number;
}

export interface HiddenTruthState {
  readonly world: HiddenWorld;
  /** The seed of the world that is being made; null when none is. */
  readonly making: number | null;
  readonly revealed: boolean;
  readonly tally: Tally;
  readonly tallying: boolean;
}

const noWorlds: Tally = { worlds: 0, wins: 0, partial: 0, none: 0 };
/** The tally's worlds are not those that a reader pages through. */
const firstTallied = 100_001;
/** Enough to see who wins. */
export const mostWorlds = 100;

const hiddenTruth = createStore<HiddenTruthState>(() => ({
  world: built,
  making: null,
  revealed: false,
  tally: noWorlds,
  tallying: false,
}));

export function useHiddenTruth(): HiddenTruthState {
  return useStore(hiddenTruth);
}

export function showTruth(revealed: boolean): void {
  hiddenTruth.setState({ revealed });
}

let stopMaking: () => void = () => undefined;

/** Another world, its truth hidden. */
export function makeWorld(seed: number): void {
  stopMaking();
  hiddenTruth.setState({ making: seed });
  stopMaking = startHiddenWorld(pagePool(), table, seed, 'figure', (world) => {
    if (hiddenTruth.getState().making !== seed) return;
    hiddenTruth.setState(world === null ? { making: null } : { making: null, world, revealed: false });
  });
}

let stopTallying: () => void = () => undefined;

/** Makes world after world in the background, until paused or there are enough. */
export function startTally(): void {
  hiddenTruth.setState({ tallying: true });
  next();
}

export function pauseTally(): void {
  hiddenTruth.setState({ tallying: false });
  stopTallying();
}

function next(): void {
  const { tally, tallying } = hiddenTruth.getState();
  if (!tallying) return;
  if (tally.worlds >= mostWorlds) return hiddenTruth.setState({ tallying: false });
  stopTallying = startHiddenWorld(pagePool(), table, firstTallied + tally.worlds, 'background', (world) => {
    if (!hiddenTruth.getState().tallying) return;
    if (world === null) return hiddenTruth.setState({ tallying: false });
    const { partial, none } = errorsOf(world);
    hiddenTruth.setState({
      tally: {
        worlds: tally.worlds + 1,
        wins: tally.wins + (partial < none ? 1 : 0),
        partial: tally.partial + partial,
        none: tally.none + none,
      },
    });
    next();
  });
}
