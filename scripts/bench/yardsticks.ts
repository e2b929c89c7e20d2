// Stan's figures and the targets. Measured on another machine, they are carried here by the naive gradient, timed on both.

export interface Yardstick {
  /** The naive gradient on that machine, ns. */
  readonly naive: number;
  /** Native Stan's leapfrog step with all its bookkeeping, in naive gradients. */
  readonly stanLeapfrog: number;
  /** Native Stan's smallest bulk ESS a second over a whole run, warm-up included, on that machine. */
  readonly stanEssPerSecond: number;
  readonly targetLeapfrog: number;
  /** Times Stan's ESS a second. */
  readonly targetEss: number;
}

/** Stan 2.32 at -O3 -march=native with its own NUTS, 4 × (1000 + 1000); for the trolley rstan 2.21 at -O3, one chain. */
export const yardsticks: Readonly<Record<string, Yardstick>> = {
  'frogs-multilevel': { naive: 945, stanLeapfrog: 3.2, stanEssPerSecond: 9866, targetLeapfrog: 1.6, targetEss: 3 },
  'mundlak-latent': { naive: 3865, stanLeapfrog: 2.1, stanEssPerSecond: 363, targetLeapfrog: 0.75, targetEss: 6 },
  'trolley-full': { naive: 366_000, stanLeapfrog: 3.2, stanEssPerSecond: 0.85, targetLeapfrog: 0.14, targetEss: 40 },
};

/** How many times the cost ten times the rows may have. */
export const targetGrowth: Readonly<Record<string, number>> = {
  'frogs-multilevel-x10': 2,
  'mundlak-latent-x10': 10,
};
