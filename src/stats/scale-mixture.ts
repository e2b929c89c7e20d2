// What priors on a population's mean and sd say of a member: a mixture of normals, heavier in its tails than any one of them.
import { exp } from '../math/exp';
import { normalCdf } from '../math/normal';

/** x ~ Normal(m, sigma), m ~ Normal(mean, sd), sigma ~ Exponential(rate): the constants; sd and rate are positive. */
export interface MixtureConstants {
  readonly mean: number;
  readonly sd: number;
  readonly rate: number;
}

export interface ScaleMixture {
  readonly density: (x: number) => number;
  readonly cdf: (x: number) => number;
  /** Standard deviation: variances add, and that of an exponential scale is E sigma² = 2 / rate². */
  readonly sd: number;
}

/** The trapezoid rule runs over log(rate sigma) from `lowest` on: below, the weight is exp(lowest); above, exp(-exp(highest)). */
const lowest = -23;
const highest = 4;
const step = 0.1;
const inverseSqrtTwoPi = 0.3989422804014327;

/** Density and distribution function of x, sigma integrated out to 1e-9 for sd at least 0.1; m's own integral is exact, since normals add up. */
export function scaleMixture({ mean, sd, rate }: MixtureConstants): ScaleMixture {
  const nodes = Array.from({ length: Math.round((highest - lowest) / step) + 1 }, (_, k) => {
    const scaled = exp(lowest + k * step);
    const sigma = scaled / rate;
    return { weight: step * scaled * exp(-scaled), spread: Math.sqrt(sd * sd + sigma * sigma) };
  });
  return {
    density: (x) =>
      nodes.reduce((total, { weight, spread }) => total + weight * normalDensity((x - mean) / spread, spread), 0),
    cdf: (x) => nodes.reduce((total, { weight, spread }) => total + weight * normalCdf((x - mean) / spread), 0),
    sd: Math.sqrt(sd * sd + 2 / (rate * rate)),
  };
}

/** At z standard deviations of size `spread`. */
export function normalDensity(z: number, spread: number): number {
  return (inverseSqrtTwoPi * exp(-0.5 * z * z)) / spread;
}
