// What is tried on the funnel, and what a fit of it gives: without the sampler, for pages.

export const forms = ['centred', 'noncentred'] as const;
export type Form = (typeof forms)[number];

export interface FunnelDesign {
  /** A tank. */
  readonly observations: number;
  readonly seed: number;
}

/** A place in the posterior, seen from the first tank. */
export interface Place {
  /** alpha[1] - alpha_bar: what the centred form moves in. */
  readonly alpha: number;
  /** The same in units of sigma: what the non-centred form moves in. */
  readonly z: number;
  readonly logSigma: number;
}

export interface FunnelFit {
  readonly form: Form;
  readonly observations: number;
  readonly seed: number;
  /** Draws of all chains, evenly thinned. */
  readonly places: readonly Place[];
  /** Draws whose trajectory diverged, after warm-up; the first so many of them. */
  readonly broke: readonly Place[];
  /** Draws whose trajectory diverged, of how many. */
  readonly divergences: number;
  readonly draws: number;
  /** The smallest bulk ESS and the largest R-hat of alpha_bar, sigma and every alpha. */
  readonly ess: number;
  readonly rhat: number;
  /** In warm-up and after, over all chains. */
  readonly gradients: number;
}

/** What the slider of observations can stand at. */
export const observationCounts = [1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100] as const;

export const tanks = 12;
