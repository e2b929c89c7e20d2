// Simulation-based calibration (Talts, Betancourt, Simpson, Vehtari & Gelman 2018): truths rank uniformly among posterior draws.
import { columnNamed } from '../../src/engine/draws';
import type { Draws } from '../../src/engine/draws';
import type { RunKey } from '../../src/engine/key';
import type { Pool } from '../../src/engine/pool';
import { finishRun } from '../../src/engine/run';
import type { FullSummary } from '../../src/engine/summary';
import { success } from '../../src/lang/result';
import type { Result } from '../../src/lang/result';
import { randomStream } from '../../src/math/random';
import { createGenerator } from './generator';
import type { World } from './generator';
import { createRankTester, keptDraws } from './uniformity';
import type { RankTest } from './uniformity';

export interface CalibrationOptions {
  /** How each world is fitted, but for its data and seed. Its chains and draws a chain together make thinned draws. */
  readonly key: RunKey;
  readonly simulations: number;
  /** Probability that a correct sampler of a correct density is called wrong. */
  readonly falseAlarm: number;
}

export interface Calibration {
  readonly simulations: number;
  /** Worlds that had no fit, and why the first one had none. */
  readonly failures: { readonly count: number; readonly first: string | null };
  readonly divergences: number;
  /** Fits with an R-hat above 1.05 or fewer effective draws than are ranked: their ranks lean to both ends. */
  readonly slowFits: number;
  readonly falseAlarm: number;
  readonly quantities: readonly (RankTest & { readonly name: string; readonly ranks: readonly number[] })[];
  readonly uniform: boolean;
}

/** First words of a path in the random streams; the chains' own begin with others. */
const worldStream = 7;

/** Worlds are fitted `pool.size` at a time. The errors are those of text and data. */
export async function calibrate(
  pool: Pool,
  options: CalibrationOptions,
  onFit: (done: number) => void = () => undefined,
): Promise<Result<Calibration>> {
  const { key, simulations, falseAlarm } = options;
  const generator = createGenerator(key.source, key.knobs);
  if (!generator.ok) return generator;
  const { elements, draw } = generator.value;
  const fits: Fit[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < simulations) {
      const simulation = next++;
      const random = randomStream(key.seed, worldStream, simulation);
      const seed = random.integer(Number.MAX_SAFE_INTEGER);
      fits[simulation] = await fitWorld(pool, key, draw(random), elements, seed);
      onFit(fits.filter(() => true).length);
    }
  };
  await Promise.all(Array.from({ length: pool.size }, work));
  return success(judgeFits(fits, elements, falseAlarm));
}

type Fit =
  | { readonly kind: 'failed'; readonly message: string }
  | {
      readonly kind: 'ranked';
      readonly ranks: readonly number[];
      readonly divergences: number;
      readonly slow: boolean;
    };

async function fitWorld(
  pool: Pool,
  key: RunKey,
  world: World,
  elements: readonly string[],
  seed: number,
): Promise<Fit> {
  const { source } = key;
  const run = await finishRun(
    pool,
    { ...key, seed, source: { ...source, data: world.data } },
    { deterministics: source.noncentered.length > 0, probability: 0.89 },
  );
  switch (run.kind) {
    case 'cancelled':
      return { kind: 'failed', message: 'cancelled' };
    case 'failed':
      return { kind: 'failed', message: JSON.stringify(run.failure) };
    case 'done': {
      const { draws, summary } = run.result;
      if (summary.depth !== 'full') throw new Error('a finished run has a full summary');
      return {
        kind: 'ranked',
        ranks: elements.map((name, k) => rankOf(world.truth[k], thinned(draws, name))),
        divergences: summary.diagnostics.divergences,
        slow: isSlow(summary),
      };
    }
  }
}

function isSlow({ parameters }: FullSummary): boolean {
  return parameters.some(({ r_hat, ess_bulk }) => !((r_hat ?? Infinity) <= 1.05 && (ess_bulk ?? 0) >= keptDraws));
}

/** `keptDraws` draws, evenly spaced in each chain. */
function thinned(draws: Draws, name: string): number[] {
  const chains = columnNamed(draws.parameters, name) ?? columnNamed(draws.deterministics, name);
  if (chains === null) throw new Error(`the fit has no ${name}`);
  const each = keptDraws / chains.length;
  return chains.flatMap((chain) => {
    const step = Math.floor(chain.length / each);
    if (!Number.isInteger(each) || step < 1) throw new Error('the chains do not hold the draws to be ranked');
    return Array.from({ length: each }, (_, k) => chain[(k + 1) * step - 1]);
  });
}

function rankOf(truth: number, draws: readonly number[]): number {
  return draws.reduce((rank, value) => (value < truth ? rank + 1 : rank), 0);
}

function judgeFits(fits: readonly Fit[], elements: readonly string[], falseAlarm: number): Calibration {
  const ranked = fits.flatMap((fit) => (fit.kind === 'ranked' ? [fit] : []));
  const failed = fits.flatMap((fit) => (fit.kind === 'failed' ? [fit] : []));
  const test = createRankTester(ranked.length, elements.length, falseAlarm);
  const quantities = elements.map((name, k) => {
    const ranks = ranked.map((fit) => fit.ranks[k]);
    return { name, ranks, ...test(ranks) };
  });
  return {
    simulations: fits.length,
    failures: { count: failed.length, first: failed[0]?.message ?? null },
    divergences: ranked.reduce((total, fit) => total + fit.divergences, 0),
    slowFits: ranked.filter(({ slow }) => slow).length,
    falseAlarm,
    quantities,
    uniform: failed.length === 0 && quantities.every(({ uniform }) => uniform),
  };
}
