// Curves and central halves of single quantities, which a figure of intervals needs whole draws for.
import { REAL_LINE } from '../stats/density';
import type { Interval } from '../stats/hdi';
import { marginalOf } from '../stats/marginal';
import type { Marginal } from '../stats/marginal';
import { columnNamed } from './draws';
import type { Draws } from './draws';

export type { Marginal } from '../stats/marginal';

/** By the element's name, for each name in `supports`: where it can lie, the real line for null. */
export type Marginals = Readonly<Record<string, Marginal>>;

export function deriveMarginals(draws: Draws, supports: Readonly<Record<string, Interval | null>>): Marginals {
  return Object.fromEntries(
    Object.entries(supports).map(([name, support]) => {
      const chains = columnNamed(draws.parameters, name) ?? columnNamed(draws.deterministics, name);
      if (chains === null) throw new Error(`the model has no ${name}`);
      const marginal = marginalOf(chains, support ?? REAL_LINE);
      if (marginal === null) throw new Error(`the draws of ${name} do not vary`);
      return [name, marginal];
    }),
  );
}
