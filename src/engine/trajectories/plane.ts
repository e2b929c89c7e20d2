// A plane through a model's posterior: two coordinates move, the others are held. Its density is the exact conditional one.
import type { Target } from '../../sampler/target';

export interface Plane {
  /** A whole position on the unconstrained scale; what it has on the two axes does not matter. */
  readonly held: readonly number[];
  /** The numbers of the two coordinates that move. */
  readonly axes: readonly [number, number];
}

/** The target on the plane: the model's own log density and the two components of its own gradient. */
export function onPlane({ dimension, logDensity }: Target, { held, axes: [first, second] }: Plane): Target {
  if (held.length !== dimension) throw new Error(`the plane has ${held.length} coordinates, the model ${dimension}`);
  const position = Float64Array.from(held);
  const whole = new Float64Array(dimension);
  return {
    dimension: 2,
    logDensity: (point, gradient) => {
      position[first] = point[0];
      position[second] = point[1];
      const value = logDensity(position, whole);
      gradient[0] = whole[first];
      gradient[1] = whole[second];
      return value;
    },
  };
}
