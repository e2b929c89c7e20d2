// The multilevel fit played again from its first draw: the build's picture first, the reader's own draws once there is something to play.
import replay from 'virtual:prerendered/frogs-replay';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { inquire } from '../engine/inquiry';
import { drawsOf, settlingPlan } from '../engine/replay';
import type { Settled } from '../engine/replay';
import type { RunResult } from '../engine/run';
import { rankHistograms } from '../stats/rank';
import type { Verdict } from './fit-status';
import { multilevelFit } from './multilevel-fit';
import { pagePool } from './page-pool';

export type { Settled } from '../engine/replay';

/** How the fit stands after so many draws a chain. */
export interface ReplayState {
  readonly settling: readonly Settled[];
  /** Sigma's draws, one array a chain; null until the fit has been made here. */
  readonly draws: readonly Float64Array[] | null;
}

const rankBins = 20;

const replayed = createStore<ReplayState>(() => ({ settling: replay.settling, draws: null }));

export function useReplay(): ReplayState {
  return useStore(replayed);
}

let known: RunResult | null = null;

/** Sigma's draws when the fit is done here; asks for what goes with them. */
function take(result: RunResult): void {
  if (result === known) return;
  known = result;
  const draws = drawsOf(result.draws, 'sigma');
  inquire(pagePool(), settlingPlan('sigma', draws), 'background', (state) => {
    if (state.kind === 'done' && known === result) replayed.setState({ draws, settling: state.value });
  });
}

/** Keeps the replay at the page's fit. Returns the function that parts them. */
export function followFit(): () => void {
  const look = (): void => {
    const { run } = multilevelFit.store.getState();
    if (run.kind === 'done') take(run.result);
  };
  look();
  return multilevelFit.store.subscribe(look);
}

/** Makes the draws here if only the build has them. */
export function wantDraws(): void {
  if (multilevelFit.store.getState().run.kind === 'idle') multilevelFit.warm();
}

/** Sigma's rank counts after `count` draws a chain. */
export function ranksAfter(draws: ReplayState['draws'], count: number): readonly ArrayLike<number>[] {
  if (draws === null) return replay.ranks;
  return rankHistograms(
    draws.map((chain) => chain.slice(0, count)),
    rankBins,
  );
}

const { judgement, facts, detail, hash, seed } = replay.hasty;

/** The run that was stopped too early, as the build made it. */
export const hasty = replay.hasty;
export const hastyVerdict: Verdict = {
  judgement,
  chains: hasty.ranks.length,
  draws: hasty.draws,
  seed,
  madeBy: 'build',
  hash,
  facts,
  detail,
};
