// Rows of the chart of what a tank's size does: how wide its interval is, and which fraction of its gap to the typical tank it lost.
import type { Row } from './definition';
import type { ShrinkageRow } from './tank-rows';

export interface SizeGroup extends Row {
  readonly density: number;
  /** Position of the group, from 0. */
  readonly group: number;
  /** Mean width of the tanks' intervals, as a proportion. */
  readonly width: number;
  /** Sum of the tanks' moves over the sum of their gaps. */
  readonly pulled: number;
}

export interface WidthRows {
  readonly tanks: readonly Row[];
  readonly groups: readonly SizeGroup[];
}

/** A tank this near to the typical one has no fraction worth drawing. */
const nearest = 0.05;
/** Tanks of a group stand side by side over this part of its place. */
const spread = 0.62;

/** `typical`: survival in the middle of the population, as a proportion. */
export function widthRows(rows: readonly ShrinkageRow[], typical: number): WidthRows {
  const bands = [...new Set(rows.map(({ band }) => band))];
  const groups = bands.map((band, group): SizeGroup => {
    const own = rows.filter((row) => row.band === band);
    const [width, moves, gaps] = [
      own.map(({ lower, upper }) => upper - lower),
      own.map(({ raw, estimate }) => Math.abs(raw - estimate)),
      own.map(({ raw }) => Math.abs(raw - typical)),
    ].map(total);
    return { density: own[0].density, group, width: width / own.length, pulled: moves / gaps };
  });
  const tanks = rows.map(({ tank, band, place, raw, estimate, lower, upper }) => {
    const many = rows.filter((row) => row.band === band).length;
    return {
      tank,
      at: bands.indexOf(band) + ((place - (many + 1) / 2) / many) * spread,
      width: upper - lower,
      pulled: (raw - estimate) / (raw - typical),
      apart: Math.abs(raw - typical) >= nearest,
    };
  });
  return { tanks, groups };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
