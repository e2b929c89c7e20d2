// What the sampler knows of a model: a log density with its gradient, on an unconstrained space.

/**
 * Log density at `position`, up to a constant. Writes the gradient into `gradient`; both have the target's dimension.
 * Returns -Infinity (gradient then unspecified) outside the support, and never allocates.
 */
export type LogDensity = (position: Float64Array, gradient: Float64Array) => number;

export interface Target {
  readonly dimension: number;
  readonly logDensity: LogDensity;
}
