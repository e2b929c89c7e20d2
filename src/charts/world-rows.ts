// Rows of the charts that show a world group by group.
import type { ChartData, Row } from './definition';
import type { Look } from './looks';

/** What the charts need of a world; an entry a group, but for individuals. */
export interface ShownWorld {
  readonly group: readonly number[];
  readonly X: readonly number[];
  readonly Y: readonly number[];
  readonly sizes: readonly number[];
  /** Where the confound alone puts the group's mean of X. */
  readonly centres: readonly number[];
  /** Probability of Y = 1 at X = 0. */
  readonly baselines: readonly number[];
}

export interface EstimatedGroups {
  readonly look: Look;
  readonly mean: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** Places from 1, the group with the smallest key first. */
function ordered(keys: readonly number[]): number[] {
  const order = keys.map((_, g) => g).sort((a, b) => keys[a] - keys[b] || a - b);
  const slots = new Array<number>(keys.length);
  order.forEach((g, place) => (slots[g] = place + 1));
  return slots;
}

/** Whether all of a group's outcomes are the same; of a group without members nothing is known. */
export function constantGroups({ sizes, group, Y }: Pick<ShownWorld, 'sizes' | 'group' | 'Y'>): boolean[] {
  const ones = sizes.map(() => 0);
  Y.forEach((y, i) => (ones[group[i] - 1] += y));
  return sizes.map((size, g) => size > 0 && (ones[g] === 0 || ones[g] === size));
}

export function sizeRows(sizes: readonly number[]): ChartData {
  const slots = ordered(sizes.map((size) => -size));
  return { groups: sizes.map((size, g): Row => ({ group: g + 1, slot: slots[g], size })) };
}

export function worldRows(world: ShownWorld): ChartData {
  const { group, X, Y, sizes, centres } = world;
  const constant = constantGroups(world);
  const sums = sizes.map(() => ({ x: 0, y: 0 }));
  X.forEach((x, i) => {
    sums[group[i] - 1].x += x;
    sums[group[i] - 1].y += Y[i];
  });
  const slots = ordered(sums.map(({ x }, g) => (sizes[g] > 0 ? x / sizes[g] : centres[g])));
  return {
    individuals: X.map((x, i): Row => ({ slot: slots[group[i] - 1], x })),
    groups: sizes.map((members, g): Row => ({
      group: g + 1,
      slot: slots[g],
      members,
      truth: centres[g],
      share: members > 0 ? sums[g].y / members : 0,
      constant: constant[g],
    })),
  };
}

export function baselineRows(world: ShownWorld, estimates: readonly EstimatedGroups[]): ChartData {
  const slots = ordered(world.baselines);
  const constant = constantGroups(world);
  const apart = 0.4 / estimates.length;
  return {
    groups: slots
      .map((slot, g): Row & { readonly slot: number } => ({ slot, truth: world.baselines[g], constant: constant[g] }))
      .sort((a, b) => a.slot - b.slot),
    estimates: estimates.flatMap(({ look, mean, lower, upper }, k) =>
      slots.map((slot, g): Row => ({
        group: g + 1,
        place: slot + (k - (estimates.length - 1) / 2) * apart,
        look,
        mean: mean[g],
        lower: lower[g],
        upper: upper[g],
      })),
    ),
  };
}

export interface MeansInput {
  readonly sizes: readonly number[];
  readonly means: readonly number[];
  readonly confound: Omit<EstimatedGroups, 'look'>;
  /** X's sd within groups. */
  readonly within: number;
  /** U's effect on X, a standard deviation of U. */
  readonly slope: number;
}

/** Means with twice their standard error to either side, which a model that takes them as known ignores. Empty groups have no mean. */
export function meansRows({ sizes, means, confound, within, slope }: MeansInput): ChartData {
  const rows = sizes.flatMap((size, g): Row[] => {
    if (size === 0) return [];
    const error = within / Math.sqrt(size);
    return [
      {
        group: g + 1,
        size,
        mean: means[g],
        low: means[g] - 2 * error,
        high: means[g] + 2 * error,
        u: confound.mean[g],
        lower: confound.lower[g],
        upper: confound.upper[g],
        area: 26 + 9 * Math.min(size, 16),
      },
    ];
  });
  // Without an effect on X the line would stand upright.
  const ends = slope > 0.05 ? [-3.4, 3.4] : [];
  return { groups: rows, line: ends.map((u): Row => ({ u, mean: u * slope })) };
}
