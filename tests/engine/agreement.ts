// The rule of agreement: differences from a reference in units of their Monte Carlo error.
import { expect } from 'vitest';
import type { FullRun } from './run-model';
import { summaries } from './run-model';

/** `mcse_mean` and `mcse_sd` are 0 for a reference without Monte Carlo error. */
export interface Moments {
  readonly mean: number;
  readonly sd: number;
  readonly mcse_mean?: number | undefined;
  readonly mcse_sd?: number | undefined;
}

export type Reference = Readonly<Record<string, Moments>>;

export interface Agreement {
  /** Elements compared. */
  readonly count: number;
  readonly means: Spread;
  readonly sds: Spread;
  readonly largestRhat: number;
  readonly smallestBulkEss: number;
}

/** Of z = difference over combined Monte Carlo error. */
export interface Spread {
  readonly largest: number;
  readonly largestOf: string;
  readonly rms: number;
}

/** Compares the elements that `reference` names, each of which the run must have. */
export function agreementOf(run: FullRun, reference: Reference): Agreement {
  const ours = summaries(run);
  const rows = Object.entries(reference).map(([name, theirs]) => {
    const own = ours.get(name);
    if (own === undefined) throw new Error(`the run has no ${name}`);
    return { name, own, theirs };
  });
  const z = (difference: number | null, own: number | null, error = 0): number =>
    difference === null || own === null ? NaN : difference / Math.sqrt(own * own + error * error);
  const minus = (a: number | null, b: number): number | null => (a === null ? null : a - b);
  return {
    count: rows.length,
    means: spreadOf(
      rows.map(({ name, own, theirs }) => [name, z(minus(own.mean, theirs.mean), own.mcse_mean, theirs.mcse_mean)]),
    ),
    sds: spreadOf(
      rows.map(({ name, own, theirs }) => [name, z(minus(own.sd, theirs.sd), own.mcse_sd, theirs.mcse_sd)]),
    ),
    largestRhat: Math.max(...rows.map(({ own }) => own.r_hat ?? NaN)),
    smallestBulkEss: Math.min(...rows.map(({ own }) => own.ess_bulk ?? NaN)),
  };
}

function spreadOf(scores: readonly (readonly [string, number])[]): Spread {
  const [largestOf, largest] = scores.reduce((worst, one) => (Math.abs(one[1]) > Math.abs(worst[1]) ? one : worst));
  const squares = scores.reduce((total, [, z]) => total + z * z, 0);
  return { largest, largestOf, rms: Math.sqrt(squares / scores.length) };
}

/**
 * Every |z| below 5.5, and the root mean square of z between 0.6 and 1.5, or below 2 where fewer than 20 elements are compared; means and
 * standard deviations separately. A z that is no number fails.
 */
export function expectAgreement({ count, means, sds }: Agreement): void {
  for (const { largest, rms } of [means, sds]) {
    expect(Math.abs(largest)).toBeLessThan(5.5);
    expect(rms).toBeLessThan(count < 20 ? 2 : 1.5);
    expect(rms).toBeGreaterThan(count < 20 ? 0 : 0.6);
  }
}
