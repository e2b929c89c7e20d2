// Rows of the chart of intervals: one posterior a row, its curve, and the truth where it is known.
import { normalQuantile } from '../math/normal';
import { formatFixed } from '../stats/format';
import { normalCurve } from '../stats/marginal';
import type { Curve } from '../stats/marginal';
import type { ChartData } from './definition';
import type { Look } from './looks';
import type { NumberTableContent } from './NumberTable';

/** One row of the chart. */
export interface Posterior {
  /** Whose posterior: a few words. */
  readonly label: string;
  readonly look: Look;
  readonly mean: number;
  /** The interval at the reader's mass, thin. */
  readonly lower: number;
  readonly upper: number;
  /** The 50 % interval, thick. */
  readonly innerLower: number;
  readonly innerUpper: number;
  /** Drawn when densities are asked for; without it the row keeps its intervals alone. */
  readonly curve?: Curve;
}

/** The row of a normal prior, at intervals of the reader's mass. */
export function normalPrior(label: string, mean: number, sd: number, mass: number): Posterior {
  const reach = (share: number): number => sd * normalQuantile(0.5 + share / 2);
  return {
    label,
    look: 'prior',
    mean,
    lower: mean - reach(mass),
    upper: mean + reach(mass),
    innerLower: mean - reach(0.5),
    innerUpper: mean + reach(0.5),
    curve: normalCurve(mean, sd),
  };
}

/** Both ends of the axis. */
export interface Domain {
  readonly from: number;
  readonly to: number;
}

export interface PosteriorOptions {
  /** Decimals of the means and of the truth. */
  readonly digits?: number;
  readonly truth?: number;
  /** Whether curves are drawn. */
  readonly densities?: boolean;
}

/**
 * Data sets of `intervalRows(n)`, from at most n posteriors; `truth` is a dashed line with a label. What lies outside the axis is cut.
 * Curves share one scale of height, so that a narrow posterior is a tall one.
 */
export function posteriorData(
  posteriors: readonly Posterior[],
  { from, to }: Domain,
  options: PosteriorOptions = {},
): ChartData {
  const { digits = 2, truth, densities = false } = options;
  const inside = (value: number): number => Math.min(Math.max(value, from), to);
  const dense = densities ? posteriors : [];
  const heights = dense.flatMap(({ curve }) => curve?.density ?? []);
  const highest = heights.reduce((most, height) => Math.max(most, height), 0);
  const rows = posteriors.map(({ label, look, mean, ...ends }, row) => ({
    row,
    label,
    look,
    mean,
    meanShown: mean >= from && mean <= to,
    lower: inside(ends.lower),
    upper: inside(ends.upper),
    innerLower: inside(ends.innerLower),
    innerUpper: inside(ends.innerUpper),
    value: formatFixed(mean, digits),
  }));
  const curves = dense.flatMap(({ curve, look }, row) =>
    curveRows(curve, from, to).map((at) => ({ row, look, ...at })),
  );
  return {
    rows,
    curves: curves.map((at) => ({ ...at, height: highest > 0 ? at.height / highest : 0 })),
    truth: truth === undefined ? [] : [{ truth, text: `truth ${formatFixed(truth, digits)}` }],
  };
}

function curveRows(
  curve: Curve | undefined,
  from: number,
  to: number,
): { readonly x: number; readonly height: number }[] {
  if (curve === undefined) return [];
  return [...curve.x.entries()].flatMap(([k, x]) => (x >= from && x <= to ? [{ x, height: curve.density[k] }] : []));
}

/** The rows in words, for those who do not see them. */
export function describePosteriors(
  posteriors: readonly Posterior[],
  quantity: string,
  interval: number,
  digits = 2,
): string {
  const each = posteriors.map(
    ({ label, mean, lower, upper }) =>
      `${label}: ${formatFixed(mean, digits)}, from ${formatFixed(lower, digits)} to ${formatFixed(upper, digits)}`,
  );
  return `${quantity}, posterior mean and ${interval} percent interval. ${each.join('. ')}.`;
}

/** The rows as the figure's table. */
export function posteriorNumbers(
  posteriors: readonly Posterior[],
  quantity: string,
  interval: number,
  digits = 2,
): NumberTableContent {
  return {
    caption: quantity,
    columns: ['posterior', 'mean', `${interval} % from`, 'to', '50 % from', 'to (50 %)'],
    rows: () =>
      posteriors.map(({ label, mean, lower, upper, innerLower, innerUpper }) => [
        label,
        ...[mean, lower, upper, innerLower, innerUpper].map((value) => formatFixed(value, digits)),
      ]),
  };
}
