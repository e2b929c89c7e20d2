// What a run of the sampler is asked to do.

export type Algorithm =
  /** `maxTreeDepth` from 1 to 20: a trajectory has at most 2^maxTreeDepth - 1 leapfrog steps. */
  | { readonly kind: 'nuts'; readonly maxTreeDepth: number }
  /**
   * Static HMC does exactly as told: its step size and metric do not adapt, and its warm-up transitions are only discarded. Each
   * transition's step size is uniform within (1 ± jitter) times `stepSize`, 0 <= jitter < 1.
   */
  | { readonly kind: 'hmc'; readonly stepSize: number; readonly steps: number; readonly jitter: number };

export type ScheduleKind = 'stan' | 'fast';

export type MetricKind =
  | 'diagonal'
  /** Diagonal, but for the directions that warm-up finds to be much longer or shorter. Estimated from gradients under either schedule. */
  | 'low-rank'
  | 'dense';

export interface SamplerSettings {
  readonly algorithm: Algorithm;
  /** Transitions spent on adaptation, and discarded. */
  readonly warmup: number;
  readonly draws: number;
  /** The acceptance rate that the step size is adapted to, between 0 and 1. */
  readonly targetAccept: number;
  readonly schedule: ScheduleKind;
  readonly metric: MetricKind;
}

/**
 * Why 'fast': four chains with 1,000 draws each at the defaults, means over three seeds.
 *
 * | target                           | schedule, warm-up | gradients in warm-up, a chain | min ESS per 1,000 gradients: sampling | with warm-up |
 * | -------------------------------- | ----------------- | ----------------------------- | ------------------------------------- | ------------ |
 * | reed frogs, centered             | stan, 1,000       | 12,300                        | 69                                    | 27           |
 * |                                  | fast, 1,000       | 8,000                         | 90                                    | 42           |
 * |                                  | stan, 200         | 4,800                         | 58                                    | 41           |
 * |                                  | fast, 200         | 1,950                         | 88                                    | 69           |
 * | reed frogs, non-centered         | stan, 1,000       | 19,000                        | 12                                    | 5            |
 * |                                  | fast, 1,000       | 9,900                         | 16                                    | 7            |
 * | normal, 50-d, correlation 0.9    | stan, 1,000       | 56,500                        | 7.4                                   | 3.6          |
 * |                                  | fast, 1,000       | 52,300                        | 8.2                                   | 3.9          |
 * | normals, 50-d, sds 1 to 1,000    | stan, 1,000       | 97,500                        | 201                                   | 13           |
 * |                                  | fast, 1,000       | 7,500                         | 316                                   | 152          |
 *
 * The fast schedule gains by an early metric, good from some 50 draws on, and by a step size that is not restarted at each window, so
 * that it meets its target (0.81, where Stan's lands at 0.87). It is done in 200 to 400 transitions; 1,000 is what readers know from
 * Stan, and leaves room for harder models.
 *
 * Where a ridge rules, no diagonal metric helps: the crossed trolley model (354 parameters, one chain, 400 warm-up transitions) gives 1.3
 * ESS per 1,000 gradients on Stan's schedule, after 34,000 gradients of warm-up, and 1.0 on the fast one, after 7,500. The dense metric,
 * estimated from gradients too, removes the ridge: 44, with as short a warm-up. On the correlated normal it gives 25 times the ESS per
 * gradient, on the non-centered frogs twice, on the centered ones the same. It costs n² operations a step and n³ at the end of each
 * phase (a second or two at 354), so it is for small models and for ridges.
 *
 * The low-rank metric removes ridges at the cost of a few vectors a step. Min ESS per 1,000 gradients, warm-up included, means over three
 * seeds (funnel, eight schools and banana: 30), four chains of 500 draws (by participant and full: one of 300):
 *
 * | target, by warm-up                     | diagonal: 200, 400, 1,000 | low-rank: 200, 400, 1,000 |
 * | -------------------------------------- | ------------------------- | ------------------------- |
 * | reed frogs, non-centered               | 8.3, 5.8, 2.9             | 28, 24, 13                |
 * | reed frogs, centered, sigma fixed: 0.1 | 4.1, 3.0, 1.8             | 118, 116, 82              |
 * | reed frogs with predators, centered    | 6.0, 4.9, 2.5             | 29, 19, 13                |
 * | mundlak-latent                         | 8.2, 7.0, 3.6             | 16, 15, 7.8               |
 * | trolley-partial-story                  | 3.7, 3.8, 2.0             | 89, 78, 49                |
 * | trolley-partial-participant            | 3.6, 2.3, 1.6             | 35, 29, 20                |
 * | trolley-full                           | 1.6, 1.1, 0.6             | 13, 12, 11                |
 * | normal, 50-d, correlation 0.9          | 5.0, 3.9, 2.3             | 40, 45, 30                |
 * | normal, 100-d, correlation 0.6         | 24, 20, 12                | 26, 21, 14                |
 * | funnel, ten dimensions                 | 0.33, 0.42, 0.23          | 0.35, 0.36, 0.23          |
 * | eight schools, centered                | 1.8, 1.5, 0.9             | 1.4, 1.3, 1.1             |
 * | banana                                 | 14, 11, 6                 | 14, 11, 6                 |
 *
 * On the centered frogs, independent normals and Student-t variables it finds nothing to correct and draws what the diagonal one does. It is
 * not the default yet for two reasons. In a funnel's neck either metric is wrong about as often (reed frogs simulated from the prior and fitted
 * centered: the true sigma below all draws in 27 worlds of 400, against 33), but the diagonal one tells by divergences (316, against 3). And
 * looking for directions costs a chain of 1,000 warm-up transitions some 15 ms in 50 dimensions, which is much beside the frogs' 40.
 */
export const defaultSettings: SamplerSettings = {
  algorithm: { kind: 'nuts', maxTreeDepth: 10 },
  warmup: 1000,
  draws: 1000,
  targetAccept: 0.8,
  schedule: 'fast',
  metric: 'diagonal',
};
