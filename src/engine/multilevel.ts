// What the figures of the multilevel frogs need of whole draws: the population's lines and curve, and the density of its sd.
import { exp } from '../math/exp';
import { pool } from '../stats/chains';
import { POSITIVE, density } from '../stats/density';
import { hdi } from '../stats/hdi';
import type { Interval } from '../stats/hdi';
import { populationLines } from '../stats/population';
import type { PopulationLines } from '../stats/population';
import { columnNamed } from './draws';
import type { Draws } from './draws';

/** A curve by its points, x increasing. */
export interface Curve {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export interface MultilevelLines extends PopulationLines {
  /** Posterior density of sigma. */
  readonly sigma: Curve;
  /** Its 50 % interval. */
  readonly sigmaHalf: Interval;
  /** Density of a tank's log-odds in the population, averaged over the posterior. */
  readonly population: Curve;
}

const densityPoints = 91;
const populationFrom = -6;
const populationTo = 9;
const populationPoints = 101;
/** Beyond this many draws the curve does not change visibly. */
const drawsUsed = 200;

/** For a model whose population has the parameters `alpha_bar` and `sigma`, in log-odds. */
export function deriveMultilevel(draws: Draws): MultilevelLines {
  const [location, scale] = ['alpha_bar', 'sigma'].map((name) => {
    const chains = columnNamed(draws.parameters, name);
    if (chains === null) throw new Error(`the model has no ${name}`);
    return chains;
  });
  const [middles, spreads] = [pool(location), pool(scale)];
  const smooth = density(scale, POSITIVE, densityPoints);
  return {
    ...populationLines(middles, spreads),
    sigmaHalf: hdi(scale, 0.5) ?? { lower: NaN, upper: NaN },
    sigma: { x: Array.from(smooth?.x ?? [], short), y: Array.from(smooth?.density ?? [], short) },
    population: populationCurve(middles, spreads),
  };
}

function populationCurve(location: Float64Array, scale: Float64Array): Curve {
  const every = Math.max(1, Math.floor(location.length / drawsUsed));
  const x = Array.from(
    { length: populationPoints },
    (_, k) => populationFrom + ((populationTo - populationFrom) * k) / (populationPoints - 1),
  );
  const y = x.map((at) => {
    let total = 0;
    let count = 0;
    for (let draw = 0; draw < location.length; draw += every) {
      const z = (at - location[draw]) / scale[draw];
      total += exp(-0.5 * z * z) / (scale[draw] * Math.sqrt(2 * Math.PI));
      count++;
    }
    return short(total / Math.max(1, count));
  });
  return { x: x.map(short), y };
}

/** Four figures are more than a curve on a page can show, and a page carries them. */
function short(value: number): number {
  return Number(value.toPrecision(4));
}
