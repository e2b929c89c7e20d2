// Rows that differ in data of their own alone become one row, which reads the sums of those data.
import type { PooledDensity } from '../distribution';
import { CodeWriter } from './code';
import type { DensityParts } from './density';
import type { ModuleBuilder } from './module';
import type { Cells, Rows } from './rows';

export interface Pool {
  readonly cells: Cells;
  readonly density: PooledDensity;
}

/** A pooled row costs up to half as much again as a single one: it has a power of its own in a product. */
const worth = 2 / 3;

/** Null where rows cannot be pooled, or too few to pay; `otherwise` is the number of rows without. */
export function poolRows(
  { density, scalars }: DensityParts,
  rows: Rows,
  otherwise: number,
  module: ModuleBuilder,
): Pool | null {
  if (density.kind !== 'code' || density.pooled === undefined || rows.loops.length !== 1) return null;
  const { pooled } = density;
  if (pooled.data.some((name) => scalars.get(name)?.dependence !== 'fixed')) return null;
  const writer = new CodeWriter(rows.names, module.identifiers, rows.read);
  rows.reads.clear();
  for (const [name, node] of scalars) if (!pooled.data.includes(name)) writer.expression(node);
  if (writer.readsByLetter) return null;
  const cells = rows.collapse();
  return cells === null || cells.first.length > worth * otherwise ? null : { cells, density: pooled };
}
