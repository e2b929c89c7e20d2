// A population of units whose survival is known, those of them that enter a study, and what is seen of these.
import { invLogit } from '../../math/logistic';
import { randomStream } from '../../math/random';
import type { Random } from '../../math/random';

/** How the units' log-odds vary; all have mean 0 and standard deviation 1 before they are placed. */
export const shapes = ['normal', 'bimodal', 'skewed', 'heavy'] as const;
export type Shape = (typeof shapes)[number];

/** Which units enter. `first`: the units are numbered, and low ones tend to have low numbers. `extremes`: half of them the lowest, half the highest. */
export const selections = ['random', 'first', 'high', 'extremes'] as const;
export type Selection = (typeof selections)[number];

export interface Cell {
  /** Units in the population, and how many of them enter. */
  readonly population: number;
  readonly entering: number;
  readonly selection: Selection;
  readonly shape: Shape;
}

export interface Unit {
  /** Its true probability of survival. */
  readonly truth: number;
  /** Survivors of `trials`. */
  readonly survived: number;
}

/** Observations of each unit. */
export const trials = 5;
/** Of the population's log-odds. */
const middle = 0.5;
const spread = 1;
/** The true probability of a typical unit. */
export const typicalTruth = invLogit(middle);

/** First words of paths in the random streams. */
const valueStream = 18;
const orderStream = 19;
const outcomeStream = 20;

/**
 * The units that enter, in the order of their numbers in the population. Cells of one trial have their luck in common as far as they can: the same
 * population for the same shape, the same coins for the same unit.
 */
export function enteringUnits({ population, entering, selection, shape }: Cell, seed: number, trial: number): Unit[] {
  const values = randomStream(seed, valueStream, trial, shapes.indexOf(shape));
  const truth = Array.from({ length: population }, () => invLogit(middle + spread * standardValue(shape, values)));
  const chosen = chosenUnits(truth, entering, selection, randomStream(seed, orderStream, trial));
  return chosen.map((unit) => {
    const coins = randomStream(seed, outcomeStream, trial, unit);
    let survived = 0;
    for (let k = 0; k < trials; k++) if (coins.uniform() < truth[unit]) survived++;
    return { truth: truth[unit], survived };
  });
}

/** Of mean 0 and standard deviation 1. */
export function standardValue(shape: Shape, random: Random): number {
  switch (shape) {
    case 'normal':
      return random.normal();
    case 'bimodal': {
      // Two normals 1.8 apart: 0.9² + 0.19 = 1.
      const side = random.uniform() < 0.5 ? -0.9 : 0.9;
      return side + Math.sqrt(0.19) * random.normal();
    }
    case 'skewed':
      return 1 - random.exponential();
    case 'heavy': {
      // Student's t with 5 degrees of freedom, whose variance is 5/3.
      const z = random.normal();
      let square = 0;
      for (let k = 0; k < 5; k++) {
        const one = random.normal();
        square += one * one;
      }
      return z / Math.sqrt(square / 5) / Math.sqrt(5 / 3);
    }
  }
}

function chosenUnits(truth: readonly number[], entering: number, selection: Selection, random: Random): number[] {
  const units = truth.map((_, unit) => unit);
  const noise = units.map(() => random.normal());
  const by = (key: (unit: number) => number): number[] => [...units].sort((a, b) => key(a) - key(b));
  const pick = (): number[] => {
    switch (selection) {
      case 'random':
        return by((unit) => noise[unit]).slice(0, entering);
      case 'first':
        return by((unit) => truth[unit] + 0.15 * noise[unit]).slice(0, entering);
      case 'high':
        return by((unit) => -truth[unit]).slice(0, entering);
      case 'extremes': {
        const sorted = by((unit) => truth[unit]);
        const low = Math.floor(entering / 2);
        return [...sorted.slice(0, low), ...sorted.slice(truth.length - (entering - low))];
      }
    }
  };
  return pick().sort((a, b) => a - b);
}
