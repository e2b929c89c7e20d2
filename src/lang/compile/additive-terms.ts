// A predictor as a sum of two parts, each of few distinct values over the rows.
import type { ModelStatement } from '../model';
import type { Expression } from '../tree';
import { CodeWriter } from './code';
import { Lowering } from './lower';
import type { Environment } from './lower';
import type { ModuleBuilder } from './module';
import { Graph } from './node';
import type { Node } from './node';
import { Rows } from './rows';
import type { Cells } from './rows';

/** Terms of the sum, by number, and the distinct rows of what they read. */
export interface Part {
  readonly terms: readonly number[];
  readonly cells: Cells;
}

export interface Parts {
  readonly outer: Part;
  /** Null where the outer part is the whole predictor. */
  readonly inner: Part | null;
}

/** Flattens sums and differences. */
export function termsOf(graph: Graph, node: Node): Node[] {
  const { operation } = node;
  switch (operation.kind) {
    case 'add':
      return [...termsOf(graph, operation.x), ...termsOf(graph, operation.y)];
    case 'subtract':
      return [...termsOf(graph, operation.x), ...termsOf(graph, operation.y).map((term) => graph.negate(term))];
    default:
      return [node];
  }
}

export function sumOfTerms(graph: Graph, predictor: Node, terms: readonly number[]): Node {
  const all = termsOf(graph, predictor);
  return terms.map((k) => all[k]).reduce((total, term) => graph.add(total, term));
}

/** The split with the fewest exponentials, one for each outer cell and `perInner` for each inner; null where a term has as many values as rows. */
export function splitPredictor(
  expression: Expression,
  statement: ModelStatement,
  environment: Environment,
  module: ModuleBuilder,
  perInner: number,
): (Parts & { readonly cost: number }) | null {
  return module.rehearse(() => {
    const rows = new Rows(statement, environment.bound, module, null);
    const graph = new Graph();
    const terms = termsOf(graph, new Lowering(graph, environment, rows.letters).expression(expression));
    const reads: ReadonlyMap<string, Node>[] = [];
    for (const term of terms) {
      rows.reads.clear();
      const writer = new CodeWriter(rows.names, module.identifiers, rows.read);
      writer.expression(term);
      if (writer.readsByLetter) return null;
      reads.push(new Map(rows.reads));
    }
    const known = new Map<string, Cells | null>();
    const cellsOf = (chosen: readonly number[]): Cells | null => {
      const key = [...chosen].sort((a, b) => a - b).join();
      const before = known.get(key);
      if (before !== undefined) return before;
      rows.reads.clear();
      for (const k of chosen) for (const [text, node] of reads[k]) rows.reads.set(text, node);
      const cells = rows.collapse();
      known.set(key, cells);
      return cells;
    };
    const numbers = terms.map((_, k) => k);
    let best: (Parts & { cost: number }) | null = null;
    for (const first of numbers) {
      const alone = cellsOf([first]);
      if (alone === null) return null;
      const joins = (k: number): boolean => cellsOf([first, k])?.first.length === alone.first.length;
      const own = numbers.filter((k) => k === first || (reads[k].size > 0 && joins(k)));
      const rest = numbers.filter((k) => !own.includes(k));
      const cells = cellsOf(own);
      const others = rest.length === 0 ? null : cellsOf(rest);
      if (cells === null || (others === null && rest.length > 0)) continue;
      const cost = cells.first.length + perInner * (others?.first.length ?? 1);
      const inner = others === null ? null : { terms: rest, cells: others };
      if (best === null || cost < best.cost) best = { outer: { terms: own, cells }, inner, cost };
    }
    return best;
  });
}
