// What the shrinkage chart shows, in words: for screen readers and for whoever cannot see the picture.
import type { ShrinkageRow } from './tank-rows';

/** Facts of a shrinkage chart that its words and captions are made of; proportions. */
export interface ShrinkageFacts {
  readonly lowest: number;
  readonly highest: number;
  readonly lowestRaw: number;
  readonly highestRaw: number;
  /** Mean distance between raw proportion and estimate. */
  readonly pulled: number;
  /** The tank whose estimate lies farthest from its raw proportion. */
  readonly farthest: ShrinkageRow;
}

/** At least one row. */
export function shrinkageFacts(rows: readonly ShrinkageRow[]): ShrinkageFacts {
  const estimates = rows.map((row) => row.estimate);
  const raw = rows.map((row) => row.raw);
  return {
    lowest: Math.min(...estimates),
    highest: Math.max(...estimates),
    lowestRaw: Math.min(...raw),
    highestRaw: Math.max(...raw),
    pulled: rows.reduce((sum, row) => sum + move(row), 0) / rows.length,
    farthest: rows.reduce((most, row) => (move(row) > move(most) ? row : most)),
  };
}

function move({ raw, estimate }: ShrinkageRow): number {
  return Math.abs(estimate - raw);
}

export function describeShrinkage(rows: readonly ShrinkageRow[], sigma: number, typical: number): string {
  const { lowest, highest, lowestRaw, highestRaw, pulled, farthest } = shrinkageFacts(rows);
  return (
    `Survival in ${rows.length} tanks at sigma ${sigma}. The raw proportions span ${whole(lowestRaw)} to ${whole(highestRaw)} percent, ` +
    `the estimates ${whole(lowest)} to ${whole(highest)} percent. On average a tank is pulled ${points(pulled)} ` +
    `toward the typical tank at ${whole(typical)} percent; tank ${farthest.tank}, with ${farthest.density} tadpoles, moves farthest, ` +
    `from ${whole(farthest.raw)} to ${whole(farthest.estimate)} percent.`
  );
}

export function describeTanks(rows: readonly { readonly raw: number }[], mean: number): string {
  const raw = rows.map((row) => row.raw);
  return (
    `Proportion of tadpoles that survived in each of ${rows.length} tanks, from ${whole(Math.min(...raw))} to ` +
    `${whole(Math.max(...raw))} percent; the mean of the tanks is ${whole(mean)} percent.`
  );
}

function whole(proportion: number): string {
  return String(Math.round(proportion * 100));
}

function points(proportion: number): string {
  const value = Math.round(proportion * 1000) / 10;
  return value === 1 ? '1 point' : `${value} points`;
}
