// From the parameters of any distribution to those of one.
import type { Random } from '../../math/random';
import type { Distribution } from '../distribution';

type Parameter = number | Float64Array | undefined;

function scalar(parameter: Parameter): number {
  return typeof parameter === 'number' ? parameter : NaN;
}

const EMPTY = new Float64Array(0);

function vector(parameter: Parameter): Float64Array {
  return parameter instanceof Float64Array ? parameter : EMPTY;
}

/** A draw whose parameters are up to three numbers. */
export function scalarDraw(draw: (random: Random, a: number, b: number, c: number) => number): Distribution['draw'] {
  return (random, a, b, c) => draw(random, scalar(a), scalar(b), scalar(c));
}

/** A draw whose parameters are a number and a vector. */
export function predictorDraw(
  draw: (random: Random, predictor: number, values: Float64Array) => number,
): Distribution['draw'] {
  return (random, predictor, values) => draw(random, scalar(predictor), vector(values));
}

/** A draw whose only parameter is a vector. */
export function vectorDraw(draw: (random: Random, values: Float64Array) => number): Distribution['draw'] {
  return (random, values) => draw(random, vector(values));
}
