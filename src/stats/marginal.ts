// What a figure draws of one quantity's posterior besides its mean and interval: the central half and the curve.
import type { Chains } from './chains';
import { density } from './density';
import { hdi } from './hdi';
import type { Interval } from './hdi';

export interface Marginal {
  /** The 50 % highest-density interval. */
  readonly inner: Interval;
  readonly curve: Curve;
}

export interface Curve {
  /** Evenly spaced, increasing. */
  readonly x: readonly number[];
  readonly density: readonly number[];
}

/** Places of a curve: enough for a smooth line, few enough to come with the page. */
const places = 61;

/** Null for constant or non-finite draws. `support`: where the quantity can lie. */
export function marginalOf(chains: Chains, support: Interval): Marginal | null {
  const inner = hdi(chains, 0.5);
  const estimate = density(chains, support, places);
  if (inner === null || estimate === null) return null;
  return { inner, curve: { x: [...estimate.x], density: [...estimate.density] } };
}

/** The curve of Normal(mean, sd), three and a half sds to either side. */
export function normalCurve(mean: number, sd: number): Curve {
  const reach = 3.5;
  const z = Array.from({ length: places }, (_, k) => -reach + (2 * reach * k) / (places - 1));
  return {
    x: z.map((one) => mean + sd * one),
    density: z.map((one) => Math.exp(-0.5 * one * one) / (sd * Math.sqrt(2 * Math.PI))),
  };
}
