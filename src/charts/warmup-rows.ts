// Rows of a warm-up in time: the step size, the widths that the metric has learned, and the phases.
import type { ChartData, Row } from './definition';

export interface WarmupPicture {
  readonly phases: readonly {
    readonly kind: 'fixed' | 'step size' | 'window' | 'running';
    readonly first: number;
    readonly length: number;
  }[];
  readonly stepSizes: ArrayLike<number>;
  /** One a line: `widths`' names in order. */
  readonly scales: readonly ArrayLike<number>[];
}

/** What the lines of the metric are of, as the chart writes it. */
export const widths = ['α₂', 'ᾱ', 'log sigma'] as const;

export function warmupRows({ phases, stepSizes, scales }: WarmupPicture): ChartData {
  return {
    phases: phases.map(({ kind, first, length }): Row => ({ kind, from: first, to: first + length })),
    stepSizes: Array.from(stepSizes, (stepSize, transition): Row => ({ transition, stepSize })),
    scales: scales.flatMap((scale, k) =>
      Array.from(scale, (value, transition) => ({ name: widths[k], transition, value })).filter(
        // A line that stays where it was needs no point there.
        ({ transition, value }) =>
          value !== scale[transition - 1] || value !== scale[transition + 1] || transition + 1 === scale.length,
      ),
    ),
    ends: scales.map((scale, k) => ({ name: widths[k], value: scale[scale.length - 1] })),
  };
}
