// Rows of two warm-ups in time: the step size, the widths that the metric has learned, and the phases.
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

export function warmupRows(schedules: Readonly<Record<string, WarmupPicture>>): ChartData {
  const of = (rows: (picture: WarmupPicture, schedule: string) => readonly Row[]): Row[] =>
    Object.entries(schedules).flatMap(([schedule, picture]) => [...rows(picture, schedule)]);
  return {
    phases: of(({ phases }, schedule) =>
      phases.map(({ kind, first, length }) => ({ schedule, kind, from: first, to: first + length })),
    ),
    stepSizes: of(({ stepSizes }, schedule) =>
      Array.from(stepSizes, (stepSize, transition) => ({ schedule, transition, stepSize })),
    ),
    scales: of(({ scales }, schedule) =>
      scales.flatMap((scale, k) =>
        Array.from(scale, (value, transition) => ({ schedule, name: widths[k], transition, value })).filter(
          // A line that stays where it was needs no point there.
          ({ transition, value }) =>
            value !== scale[transition - 1] || value !== scale[transition + 1] || transition + 1 === scale.length,
        ),
      ),
    ),
    ends: of(({ scales }, schedule) =>
      scales.map((scale, k) => ({ schedule, name: widths[k], value: scale[scale.length - 1] })),
    ),
  };
}
