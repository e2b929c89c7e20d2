// Rows sorted by group: what depends on the group alone is computed, and its derivative handed on, once a group.
import { termsOf } from './additive-terms';
import { CodeWriter } from './code';
import type { DensityParts } from './density';
import { describe } from './fixed-value';
import type { ModuleBuilder } from './module';
import type { Node } from './node';
import { countOf, numbered } from './distinct';
import type { Cells, Rows } from './rows';

export interface Grouping {
  /** The rows, or their cells, group by group. */
  readonly rows: Cells;
  /** The first row of each group. */
  readonly groups: Cells;
  /** The rows of group j are numbers `start[j]` to `start[j + 1]`. */
  readonly start: Int32Array;
  /** Of each argument the terms, by number, that depend on the group alone. */
  readonly terms: ReadonlyMap<string, readonly number[]>;
}

interface Term {
  readonly argument: string;
  readonly number: number;
  /** Whether it is another in other rows. */
  readonly varies: boolean;
  /** What it reads of the data. */
  readonly reads: readonly Node[];
}

/** A group must have this many rows, on average, to be worth a loop of its own. */
const rowsWorthALoop = 2;

/** Groups by the index column that settles the most terms; null where there is none. */
export function groupRows(parts: DensityParts, rows: Rows, module: ModuleBuilder): Grouping | null {
  if (rows.loops.length !== 1 || keepsOrder(parts, rows, module)) return null;
  const terms = [...parts.scalars].flatMap(([argument, node]) => termsOfArgument(parts, argument, node, rows, module));
  const keys = new Map<string, Node>();
  for (const { reads } of terms)
    for (const node of reads)
      if (node.operation.kind === 'data' && node.operation.codes) keys.set(describe(node), node);
  let best: { key: Node; settled: Term[]; groups: number } | null = null;
  for (const key of keys.values()) {
    const groupOf = numbered(rows.values(key));
    const groups = countOf(groupOf);
    if (groups * rowsWorthALoop > groupOf.length) continue;
    const settled = terms.filter(({ reads }) => reads.every((node) => isSettled(rows.values(node), groupOf, groups)));
    const gain = settled.filter(({ varies }) => varies).length;
    const before = best?.settled.filter(({ varies }) => varies).length ?? 0;
    if (gain > before || (best !== null && gain === before && groups < best.groups)) best = { key, settled, groups };
  }
  return best === null ? null : { ...sortRows(rows, best.key), terms: byArgument(best.settled) };
}

/** Whether an array that moves is read by the number of the row, which sorting would change. */
function keepsOrder({ scalars, vectors }: DensityParts, rows: Rows, module: ModuleBuilder): boolean {
  const writer = new CodeWriter(rows.names, module.identifiers, rows.read);
  for (const node of scalars.values()) writer.expression(node);
  for (const { offset } of vectors.values()) writer.offset(offset);
  return writer.readsByLetter;
}

function termsOfArgument(
  { graph, density }: DensityParts,
  argument: string,
  node: Node,
  rows: Rows,
  module: ModuleBuilder,
): Term[] {
  // An argument whose logarithm is at hand keeps it; the outcome is no sum.
  const apart = argument === 'x' || graph.knownLog(node) !== null || graph.knownLogit(node) !== null;
  if (density.kind !== 'code' || apart || node.dependence !== 'free') return [];
  return termsOf(graph, node).map((term, number) => {
    rows.reads.clear();
    new CodeWriter(rows.names, module.identifiers, rows.read).expression(term);
    const reads = [...rows.reads.values()];
    return { argument, number, varies: term.dependence === 'free' && term.letters.size > 0, reads };
  });
}

/** Whether values are the same throughout each group. */
function isSettled(values: Float64Array, groupOf: Int32Array, groups: number): boolean {
  const first = new Float64Array(groups).fill(NaN);
  return values.every((value, at) => {
    const group = groupOf[at];
    if (first[group] !== first[group]) first[group] = value;
    return first[group] === value;
  });
}

/** Only arguments that have a term to gain by. */
function byArgument(settled: readonly Term[]): Map<string, number[]> {
  const result = new Map<string, number[]>();
  for (const { argument } of settled.filter(({ varies }) => varies))
    result.set(
      argument,
      settled.flatMap((term) => (term.argument === argument ? term.number : [])),
    );
  return result;
}

function sortRows(rows: Rows, key: Node): Omit<Grouping, 'terms'> {
  const [{ size }] = rows.loops;
  const before: Cells = rows.cells ?? {
    of: 'rows',
    first: Int32Array.from({ length: size }, (_, row) => row),
    weights: new Float64Array(size).fill(1),
    cellOfRow: Int32Array.from({ length: size }, (_, row) => row),
  };
  const codes = rows.values(key);
  const order = Int32Array.from(codes.keys()).sort((a, b) => codes[a] - codes[b] || a - b);
  const place = new Int32Array(order.length);
  order.forEach((cell, at) => (place[cell] = at));
  const starts = [...order.keys()].filter((at) => at === 0 || codes[order[at]] !== codes[order[at - 1]]);
  const first = Int32Array.from(order, (cell) => before.first[cell]);
  const name = describe(key);
  const sorted: Cells = {
    of: `${before.of} sorted by ${name}`,
    first,
    weights: Float64Array.from(order, (cell) => before.weights[cell]),
    cellOfRow: before.cellOfRow.map((cell) => place[cell]),
  };
  const groups: Cells = {
    of: `${before.of} in groups of ${name}`,
    first: Int32Array.from(starts, (at) => first[at]),
    weights: new Float64Array(starts.length).fill(1),
    cellOfRow: new Int32Array(0),
  };
  return { rows: sorted, groups, start: Int32Array.from([...starts, order.length]) };
}
