// Rows of the who-moves chart: how far each tank moved, and which fraction of its gap to the typical tank that is.
import type { Row } from './definition';
import { percent, spread } from './tank-rows';
import type { ShrinkageRow } from './tank-rows';

export interface Move {
  readonly tank: number;
  readonly density: number;
  readonly raw: number;
  readonly estimate: number;
  /** Percentage points from the raw proportion to the estimate. */
  readonly points: number;
  /** Of the distance from the raw proportion to the typical tank. */
  readonly fraction: number;
}

/** `typical`: survival in the typical tank. */
export function movesOf(rows: readonly ShrinkageRow[], typical: number): readonly Move[] {
  return rows.map(({ tank, density, raw, estimate }) => ({
    tank,
    density,
    raw,
    estimate,
    points: 100 * Math.abs(raw - estimate),
    fraction: (raw - estimate) / (raw - typical),
  }));
}

/** Mean fraction of the gap that the tanks of each density lost, smallest density first. */
export function fractionsOf(
  moves: readonly Move[],
): readonly { readonly density: number; readonly fraction: number }[] {
  return [...new Set(moves.map(({ density }) => density))].map((density) => {
    const own = moves.filter((move) => move.density === density);
    return { density, fraction: own.reduce((sum, { fraction }) => sum + fraction, 0) / own.length };
  });
}

/** Where a density's line goes: tanks with the same raw proportion differ by Monte Carlo error alone, so their mean stands for them. */
function lineOf(moves: readonly Move[]): readonly { readonly raw: number; readonly points: number }[] {
  const places = [...new Set(moves.map(({ raw }) => raw))].sort((one, other) => one - other);
  return places.map((raw) => {
    const own = moves.filter((move) => move.raw === raw);
    return { raw, points: own.reduce((sum, { points }) => sum + points, 0) / own.length };
  });
}

/** Top of the axis, percentage points. */
export const mostPoints = 8;
/** Height of a label in percentage points of the axis. */
const labelHeight = 0.6;

/** The marks; a line a density, tanks in order of their raw proportion; and a label at the right end of each. */
export function whoMovesData(moves: readonly Move[], typical: number): Record<string, Row[]> {
  const fractions = fractionsOf(moves);
  const lines = fractions.map(({ density }) => lineOf(moves.filter((move) => move.density === density)));
  const ends = lines.map((line) => line[line.length - 1].points);
  const places = spread(
    ends.map((points) => points / mostPoints),
    labelHeight / mostPoints,
  );
  return {
    moves: moves.map((move) => ({ ...move })),
    lines: fractions.flatMap(({ density }, k) => {
      const [below, above] = [
        lines[k].filter(({ raw }) => raw < typical),
        lines[k].filter(({ raw }) => raw >= typical),
      ];
      return [...below, { raw: typical, points: 0 }, ...above].map((vertex) => ({ density, ...vertex }));
    }),
    ends: fractions.map(({ density, fraction }, k) => ({
      density,
      points: ends[k],
      label: mostPoints * places[k],
      text: `${density} tadpoles: ${percent(fraction)} of the gap`,
      shortText: `${density}: ${percent(fraction)}`,
    })),
    typical: [{ raw: typical, text: `typical tank ${percent(typical)}` }],
  };
}

export function describeMoves(moves: readonly Move[], typical: number): string {
  const farthest = moves.reduce((most, move) => (move.points > most.points ? move : most));
  const fractions = fractionsOf(moves).map(
    ({ density, fraction }) => `${Math.round(100 * fraction)} percent with ${density} tadpoles`,
  );
  return (
    `How many percentage points each of ${moves.length} tanks moved, against its raw proportion. A tank at the typical ` +
    `${Math.round(100 * typical)} percent does not move; tank ${farthest.tank}, with ${farthest.density} tadpoles, moves farthest, ` +
    `${farthest.points.toFixed(1)} points. Of its gap to the typical tank a tank loses on average ${fractions.join(', ')}.`
  );
}
