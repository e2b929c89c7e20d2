// What the figures of the frogs with predators need of whole draws: both groups' lines, two curves, and a sample of the population.
import { pool } from '../stats/chains';
import { POSITIVE } from '../stats/density';
import type { TreatedPopulation } from '../stats/new-tank';
import { populationLines } from '../stats/population';
import type { PopulationLines } from '../stats/population';
import { columnNamed } from './draws';
import type { Draws } from './draws';
import { deriveMarginals } from './marginals';
import type { Marginal } from './marginals';

export interface Predators {
  readonly without: PopulationLines;
  readonly withThem: PopulationLines;
  readonly marginals: { readonly beta_P: Marginal; readonly sigma: Marginal };
  /** Evenly spaced draws. */
  readonly population: TreatedPopulation;
}

/** A new tank's distributions do not change visibly beyond this many draws. */
const drawsKept = 250;

/** For a model in which `beta_P` is added to the log-odds of tanks with predators, `alpha_bar` and `sigma` describing the others. */
export function derivePredators(draws: Draws): Predators {
  const [middle, sd, effect] = ['alpha_bar', 'sigma', 'beta_P'].map((name) => {
    const chains = columnNamed(draws.parameters, name);
    if (chains === null) throw new Error(`the model has no ${name}`);
    return pool(chains);
  });
  const { beta_P, sigma } = deriveMarginals(draws, { beta_P: null, sigma: POSITIVE });
  return {
    without: populationLines(middle, sd),
    withThem: populationLines(
      middle.map((value, draw) => value + effect[draw]),
      sd,
    ),
    marginals: { beta_P: shortened(beta_P), sigma: shortened(sigma) },
    population: { middle: sampled(middle), sd: sampled(sd), effect: sampled(effect) },
  };
}

function sampled(draws: Float64Array): number[] {
  const count = Math.min(drawsKept, draws.length);
  return Array.from({ length: count }, (_, k) => short(draws[Math.floor(((k + 0.5) * draws.length) / count)]));
}

function shortened({ inner, curve }: Marginal): Marginal {
  return { inner, curve: { x: curve.x.map(short), density: curve.density.map(short) } };
}

/** Four figures are more than a curve on a page can show, and a page carries them. */
function short(value: number): number {
  return Number(value.toPrecision(4));
}
