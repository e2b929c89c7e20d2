// Rows of the cafés' chart: beliefs with intervals, the curve of a café never seen, the visits made.
import type { ChartData, Row } from './definition';

export interface CafeBeliefsShown {
  /** Minutes; the last is the café never visited. */
  readonly cafes: readonly { readonly median: number; readonly lower: number; readonly upper: number }[];
  readonly next: readonly { readonly minutes: number; readonly density: number }[];
}

export interface CafeRowsInput {
  readonly memory: CafeBeliefsShown;
  readonly amnesia: CafeBeliefsShown;
  readonly visits: readonly { readonly cafe: number; readonly minutes: number }[];
}

/** A density of this height fills the room above the cafés. */
const fullHeight = 0.16;
const base = 0.32;
const room = 1.35;

export function cafeRows({ memory, amnesia, visits }: CafeRowsInput): ChartData {
  const panels = [
    { panel: 'memory', beliefs: memory },
    { panel: 'amnesia', beliefs: amnesia },
  ];
  return {
    beliefs: panels.flatMap(({ panel, beliefs }) =>
      beliefs.cafes.map(({ median, lower, upper }, j): Row => ({
        panel,
        row: j === beliefs.cafes.length - 1 ? 0 : j + 1,
        median,
        lower,
        upper,
      })),
    ),
    curves: panels.flatMap(({ panel, beliefs }) =>
      beliefs.next.map(({ minutes, density }): Row => ({
        panel,
        minutes,
        top: base - room * Math.min(1, density / fullHeight),
        base,
      })),
    ),
    visits: visits.map(({ cafe, minutes }, k): Row => ({
      panel: 'both',
      row: cafe,
      minutes,
      latest: k === visits.length - 1,
    })),
  };
}
