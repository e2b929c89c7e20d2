// What a run of the sampler is asked to do.

export type Algorithm =
  | { readonly kind: 'nuts'; readonly maxTreeDepth: number }
  /** Static HMC does exactly as told: its step size and metric do not adapt, and its warm-up transitions are only discarded. */
  | { readonly kind: 'hmc'; readonly stepSize: number; readonly steps: number; readonly jitter: number };

export type ScheduleKind = 'stan' | 'fast';

export type MetricKind = 'diagonal' | 'dense';

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

export const defaultSettings: SamplerSettings = {
  algorithm: { kind: 'nuts', maxTreeDepth: 10 },
  warmup: 1000,
  draws: 1000,
  targetAccept: 0.8,
  schedule: 'fast',
  metric: 'diagonal',
};
