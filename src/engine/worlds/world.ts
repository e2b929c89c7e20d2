// A world whose truth is known: groups share what nobody measured, individuals have a trait and an outcome.
import { invLogit } from '../../math/logistic';
import { randomStream } from '../../math/random';

/** What causes what, and how strongly; log-odds and the units of X. */
export interface Effects {
  /** Log-odds of the outcome where all else is 0. */
  readonly alpha: number;
  readonly bXY: number;
  readonly bZY: number;
  /** Standard deviation of the confound U over groups. */
  readonly confoundSd: number;
  /** U's effect on X, a unit of U. */
  readonly toX: number;
  /** U's effect on the log-odds of Y, a unit of U. */
  readonly toY: number;
}

export interface WorldSize {
  readonly groups: number;
  readonly individuals: number;
}

/**
 * What chance settles and no effect changes: the same luck under other effects is the same people in another
 * world. Who belongs to which group (from 1), standard normal `z` and `u` of the groups, standard normal noise of
 * X, and for each individual the uniform number that decides Y.
 */
export interface Luck {
  readonly groups: number;
  readonly group: readonly number[];
  readonly z: readonly number[];
  readonly u: readonly number[];
  readonly noise: readonly number[];
  readonly decision: readonly number[];
}

/** What a model may see. Groups are numbered from 1; one may have no member. `Z` has an entry a group. */
export interface Observations {
  readonly groups: number;
  readonly group: readonly number[];
  readonly Z: readonly number[];
  readonly X: readonly number[];
  readonly Y: readonly number[];
}

export interface World extends Observations {
  readonly effects: Effects;
  /** The confound of each group, in units of its standard deviation. */
  readonly u: readonly number[];
}

/** First word of a world's path in the random streams; what is drawn follows, so that more individuals leave the others as they are. */
const worldStream = 11;

/** Groups are drawn for each individual, all alike: sizes are unequal, and a group may stay empty. */
export function drawLuck({ groups, individuals }: WorldSize, seed: number): Luck {
  const draw = (what: number, count: number, one: (random: ReturnType<typeof randomStream>) => number): number[] => {
    const random = randomStream(seed, worldStream, what);
    return Array.from({ length: count }, () => one(random));
  };
  return {
    groups,
    group: draw(1, individuals, (random) => 1 + Math.floor(random.uniform() * groups)),
    z: draw(2, groups, (random) => random.normal()),
    u: draw(3, groups, (random) => random.normal()),
    noise: draw(4, individuals, (random) => random.normal()),
    decision: draw(5, individuals, (random) => random.uniform()),
  };
}

export function worldOf(luck: Luck, effects: Effects): World {
  const { groups, group, z, u, noise, decision } = luck;
  const X = group.map((g, i) => effects.toX * (effects.confoundSd * u[g - 1]) + noise[i]);
  const baseline = baselinesOf(effects, z, u);
  const Y = group.map((g, i) => (decision[i] < invLogit(baseline[g - 1] + effects.bXY * X[i]) ? 1 : 0));
  return { groups, group, Z: z, X, Y, effects, u };
}

/** The log-odds of each group's outcome at X = 0. */
export function baselinesOf(
  { alpha, bZY, confoundSd, toY }: Effects,
  z: readonly number[],
  u: readonly number[],
): number[] {
  return z.map((own, g) => alpha + toY * (confoundSd * u[g]) + bZY * own);
}

/** How many belong to each group. */
export function groupSizes({ groups, group }: Pick<Observations, 'groups' | 'group'>): number[] {
  const sizes = new Array<number>(groups).fill(0);
  for (const g of group) sizes[g - 1] += 1;
  return sizes;
}
