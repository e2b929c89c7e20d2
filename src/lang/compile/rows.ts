// The rows that a statement runs over: its loops, the data it reads in them, and the cells that identical rows collapse into.
import type { BoundModel } from '../bind';
import type { ModelStatement } from '../model';
import { numbered, refine } from './distinct';
import { evaluate } from './evaluate';
import { describe, fixedValue } from './fixed-value';
import type { ModuleBuilder } from './module';
import { flatIndex } from './module';
import type { Index, Node } from './node';

export interface Loop {
  /** The JavaScript name of the loop's variable. */
  readonly letter: string;
  readonly size: number;
}

/** Distinct rows with how often each occurs. */
export interface Cells {
  /** What tells these cells from others: what their rows agree on. */
  readonly of: string;
  /** Index of the first row of each cell. */
  readonly first: Int32Array;
  readonly weights: Float64Array;
  /** The cell of each row. */
  readonly cellOfRow: Int32Array;
}

export class Rows {
  readonly loops: readonly Loop[];
  readonly letters: ReadonlyMap<string, Index>;
  /** Fixed nodes that were read, in order. */
  readonly reads = new Map<string, Node>();
  /** Bounds of the loops as JavaScript reads them: the cells, where rows are collapsed. */
  readonly bounds: readonly Loop[];

  private readonly weighted: boolean;

  constructor(
    private readonly statement: ModelStatement,
    private readonly bound: BoundModel,
    private readonly module: ModuleBuilder,
    readonly cells: Cells | null,
  ) {
    this.loops = statement.letters.map((letter, axis) => ({
      letter: module.identifiers.fresh(letter),
      size: bound.plates[statement.plates[axis]].size,
    }));
    this.letters = new Map(
      statement.letters.map((letter, axis) => [letter, { kind: 'letter', letter: this.loops[axis].letter }]),
    );
    this.weighted = cells?.weights.some((weight) => weight !== 1) ?? false;
    this.bounds = cells === null ? this.loops : [{ letter: this.loops[0].letter, size: cells.first.length }];
  }

  get names(): string[] {
    return this.loops.map(({ letter }) => letter);
  }

  /** JavaScript for a fixed node: a literal, or an element of an array over the letters that it depends on. */
  readonly read = (node: Node): string => {
    if (node.operation.kind !== 'constant' && node.letters.size > 0) this.reads.set(describe(node), node);
    return this.readFrom(node, this.cells);
  };

  /** The same where the loop runs over every row. */
  readEvery(node: Node): string {
    return this.readFrom(node, null);
  }

  private readFrom(node: Node, cells: Cells | null): string {
    const { operation } = node;
    if (operation.kind === 'constant') return String(operation.value);
    if (node.letters.size === 0) return String(fixedValue(node, new Map(), this.bound));
    const text = describe(node);
    const loops = this.loops.filter(({ letter }) => node.letters.has(letter));
    const codes = operation.kind === 'data' && operation.codes;
    const scope =
      cells === null ? loops.map(({ letter, size }) => `${letter}<${size}`).join(' ') : `cells of ${cells.of}`;
    const plain = operation.kind === 'data' && operation.offset.terms.every(({ index }) => index.kind === 'letter');
    const words = text
      .replace(/\[\w+\]/g, '')
      .replace(/\W+/g, ' ')
      .trim();
    const hint = plain ? operation.column : words.length < 16 ? words : 'x';
    const name = this.module.dataArray(`${text} ${codes} ${scope}`, hint, () => {
      const values = this.evaluate(node, loops);
      const chosen = cells === null ? values : Float64Array.from(cells.first, (row) => values[row]);
      return codes ? Int32Array.from(chosen) : chosen;
    });
    return `${name}[${flatIndex(loops)}]`;
  }

  /** JavaScript for what sums up a fixed node over the rows of a cell. */
  pooled(node: Node, name: string, by: 'sum' | 'mean' | 'spread'): string {
    const { cells } = this;
    if (cells === null) throw new Error('only cells have sums');
    const hint = node.operation.kind === 'data' ? node.operation.column : name;
    const array = this.module.dataArray(`${by} of ${describe(node)} in ${cells.of}`, `${by}_${hint}`, () => {
      const values = this.evaluate(node, this.loops);
      return by === 'sum' ? sumsOf(values, cells) : by === 'mean' ? meansOf(values, cells) : spreadsOf(values, cells);
    });
    return `${array}[${this.loops[0].letter}]`;
  }

  /** JavaScript for the weight of a cell. */
  get weight(): string {
    const { cells } = this;
    if (cells === null || !this.weighted) return '1';
    const name = this.module.dataArray(`weights of ${cells.of}`, 'w', () => cells.weights);
    return `${name}[${this.loops[0].letter}]`;
  }

  /** How often each cell counts: its rows, times what a fixed node says of them. For one loop. */
  multiplicities(node: Node | null): Float64Array {
    const { cells } = this;
    if (node === null) return cells?.weights ?? new Float64Array(this.loops[0].size).fill(1);
    const times = this.evaluate(node, this.loops);
    return cells === null ? times : sumsOf(times, cells);
  }

  /** The values of a fixed node, by row or by cell. */
  values(node: Node): Float64Array {
    const values = this.evaluate(node, this.loops);
    return this.cells === null ? values : Float64Array.from(this.cells.first, (row) => values[row]);
  }

  private evaluate(node: Node, loops: readonly Loop[]): Float64Array {
    const codes = node.operation.kind === 'data' && node.operation.codes;
    const key = `${describe(node)} ${codes} ${loops.map(({ letter, size }) => `${letter}<${size}`).join(' ')}`;
    return remembered(this.module.evaluated, key, () => evaluate(node, loops, this.bound));
  }

  /** Collapses rows on which all of `reads` agree; null where no two do. */
  collapse(): Cells | null {
    if (this.loops.length !== 1) return null;
    const [loop] = this.loops;
    const cellOfRow = new Int32Array(loop.size);
    for (const [text, node] of this.reads) {
      const key = `${text} ${loop.letter}<${loop.size}`;
      const numbers = remembered(this.module.numbered, key, () => numbered(this.evaluate(node, this.loops)));
      refine(cellOfRow, numbers);
    }
    const first: number[] = [];
    const weights: number[] = [];
    cellOfRow.forEach((cell, row) => {
      if (cell === first.length) {
        first.push(row);
        weights.push(0);
      }
      weights[cell]++;
    });
    if (first.length === loop.size) return null;
    const of = `${this.statement.name} by ${[...this.reads.keys()].join(', ')}`;
    return { of, first: Int32Array.from(first), weights: Float64Array.from(weights), cellOfRow };
  }
}

function sumsOf(values: Float64Array, { first, cellOfRow }: Cells): Float64Array {
  const sums = new Float64Array(first.length);
  values.forEach((value, row) => (sums[cellOfRow[row]] += value));
  return sums;
}

/** By way of the first of a cell, so that equal values have themselves for a mean. */
function meansOf(values: Float64Array, cells: Cells): Float64Array {
  const { first, weights, cellOfRow } = cells;
  const beyond = sumsOf(
    values.map((value, row) => value - values[first[cellOfRow[row]]]),
    cells,
  );
  return beyond.map((sum, cell) => values[first[cell]] + sum / weights[cell]);
}

/** Sums of squares about the means. */
function spreadsOf(values: Float64Array, cells: Cells): Float64Array {
  const means = meansOf(values, cells);
  return sumsOf(
    values.map((value, row) => (value - means[cells.cellOfRow[row]]) * (value - means[cells.cellOfRow[row]])),
    cells,
  );
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}
