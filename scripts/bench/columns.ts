// Columns of bound data, as the hand-written gradients read them.
import type { BoundModel } from '../../src/lang/bind';

export function valuesOf(bound: BoundModel, name: string): Float64Array {
  const column = bound.columns.get(name);
  if (column === undefined) throw new Error(`no column ${name}`);
  return column.values;
}

export function codesOf(bound: BoundModel, name: string): Int32Array {
  const codes = bound.columns.get(name)?.codes ?? null;
  if (codes === null) throw new Error(`no index column ${name}`);
  return codes;
}
