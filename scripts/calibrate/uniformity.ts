// Whether ranks are uniform: chi-square over bins, and the band of the empirical distribution function.
import { exp } from '../../src/math/exp';
import { ecdfDifference, simultaneousBand } from '../../src/stats/ecdf';
import type { Band } from '../../src/stats/ecdf';

/** Ranks run from 0 to this: draws kept of each fit. */
export const keptDraws = 104;
/** Divisors of keptDraws + 1, both odd, so that chi-square's degrees of freedom are even. */
const manyBins = 21;
const fewBins = 7;
const manyFrom = 200;

export interface RankTest {
  readonly bins: number;
  readonly chiSquare: number;
  /** Probability of a larger chi-square, were the ranks uniform. */
  readonly probability: number;
  /** How far the ECDF difference leaves its band, as a share of all ranks; 0 inside. */
  readonly outside: number;
  /** Mean of the ranks as a share of their range: 0.5 if uniform, more if draws lie too low. */
  readonly mean: number;
  /** Standard deviation of the ranks over that of uniform ones: above 1 if the posterior is too narrow. */
  readonly spread: number;
  readonly uniform: boolean;
}

/** Tests one quantity's ranks. */
export type RankTester = (ranks: readonly number[]) => RankTest;

/**
 * A tester for `simulations` ranks of each of `quantities` quantities that calls any of them not uniform with probability at most
 * `falseAlarm` in all: half is chi-square's and half the band's, each shared equally among the quantities. The band's half holds exactly, at
 * ranks being binomial; chi-square's as far as its distribution is that of counts (at least 7 to a bin are expected).
 */
export function createRankTester(simulations: number, quantities: number, falseAlarm: number): RankTester {
  const level = falseAlarm / 2 / quantities;
  const bins = simulations >= manyFrom ? manyBins : fewBins;
  const points = Float64Array.from({ length: manyBins - 1 }, (_, k) => (k + 1) / manyBins);
  const band = simultaneousBand(simulations, points, 1 - level);
  return (ranks) => {
    const chiSquare = chiSquareOf(ranks, bins);
    const probability = chiSquareTail(chiSquare, bins - 1);
    const outside = outsideOf(ranks, points, band);
    return {
      bins,
      chiSquare,
      probability,
      outside,
      ...shapeOf(ranks),
      uniform: probability >= level && outside === 0,
    };
  };
}

function chiSquareOf(ranks: readonly number[], bins: number): number {
  const counts = new Float64Array(bins);
  for (const rank of ranks) counts[Math.floor((rank * bins) / (keptDraws + 1))]++;
  const expected = ranks.length / bins;
  return counts.reduce((total, count) => total + (count - expected) ** 2 / expected, 0);
}

/** Upper tail of chi-square with an even number of degrees of freedom, a finite sum (Abramowitz & Stegun 26.4.21). */
export function chiSquareTail(x: number, degrees: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < degrees / 2; k++) {
    term *= x / 2 / k;
    sum += term;
  }
  return exp(-x / 2) * sum;
}

function outsideOf(ranks: readonly number[], points: Float64Array, { lower, upper }: Band): number {
  // Half a rank up, so that 'at or below z' counts the ranks below z (keptDraws + 1), whose probability is z exactly.
  const differences = ecdfDifference(
    Float64Array.from(ranks, (rank) => (rank + 0.5) / (keptDraws + 1)),
    points,
  );
  const rounding = 1e-12;
  return differences.reduce((worst, difference, k) => {
    const beyond = Math.max(difference - upper[k], lower[k] - difference);
    return beyond > rounding ? Math.max(worst, beyond) : worst;
  }, 0);
}

function shapeOf(ranks: readonly number[]): { readonly mean: number; readonly spread: number } {
  const count = ranks.length;
  const mean = ranks.reduce((total, rank) => total + rank, 0) / count;
  const variance = ranks.reduce((total, rank) => total + (rank - mean) ** 2, 0) / (count - 1);
  const uniformVariance = ((keptDraws + 1) ** 2 - 1) / 12;
  return { mean: mean / keptDraws, spread: Math.sqrt(variance / uniformVariance) };
}
