// Checks that any compiled model can be put through.
import { bind } from '../../src/lang/bind';
import { compile } from '../../src/lang/compile/compile';
import type { CompiledModel } from '../../src/lang/compile/compile';
import type { DataSet } from '../../src/lang/data';
import type { Roles } from '../../src/lang/model';
import { readModel } from '../../src/lang/resolve';
import { formatErrors } from '../../src/lang/result';
import { randomStream } from '../../src/math/random';

/** Text, roles and data to a compiled model; throws the formatted errors. */
export function build(text: string, roles: Roles, data: DataSet): CompiledModel {
  const model = readModel(text, roles);
  if (!model.ok) throw new Error(formatErrors(text, model.errors));
  const bound = bind(model.value, data);
  if (!bound.ok) throw new Error(formatErrors(text, bound.errors));
  return compile(bound.value);
}

type LogDensity = (position: Float64Array, gradient: Float64Array) => number;

/** One partial derivative by central differences, extrapolated twice (Richardson): error of order h^6. */
function richardson(logDensity: LogDensity, position: Float64Array, k: number, h: number): number {
  const moved = Float64Array.from(position);
  const scratch = new Float64Array(position.length);
  const central = (step: number): number => {
    moved[k] = position[k] + step;
    const above = logDensity(moved, scratch);
    moved[k] = position[k] - step;
    const below = logDensity(moved, scratch);
    moved[k] = position[k];
    return (above - below) / (2 * step);
  };
  const [d1, d2, d4] = [central(h), central(h / 2), central(h / 4)];
  const [e1, e2] = [(4 * d2 - d1) / 3, (4 * d4 - d2) / 3];
  return (16 * e2 - e1) / 15;
}

/** Largest |g - g'| relative to max(1, |g|), both in the largest component, at one position. */
export function gradientError(logDensity: LogDensity, position: Float64Array): number {
  const gradient = new Float64Array(position.length);
  logDensity(position, gradient);
  let worst = 0;
  let largest = 1;
  for (let k = 0; k < position.length; k++) {
    worst = Math.max(worst, Math.abs(gradient[k] - richardson(logDensity, position, k, 0.01)));
    largest = Math.max(largest, Math.abs(gradient[k]));
  }
  return Number.isNaN(worst) ? Infinity : worst / largest;
}

/** Normal positions, a stream of their own for each seed; none within 0.05 of zero, where Laplace has its kink. */
export function randomPositions(dimension: number, count: number, seed: number, scale = 1): Float64Array[] {
  const random = randomStream(seed);
  return Array.from({ length: count }, () =>
    Float64Array.from({ length: dimension }, () => away(scale * random.normal())),
  );
}

function away(x: number): number {
  return x < 0 ? x - 0.05 : x + 0.05;
}
