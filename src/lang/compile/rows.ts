// The rows that a statement runs over: its loops, the data it reads in them, and the cells that identical rows collapse into.
import type { BoundModel } from '../bind';
import type { ModelStatement } from '../model';
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

  private readonly columns = new Map<string, Float64Array>();

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
    this.bounds = cells === null ? this.loops : [{ letter: this.loops[0].letter, size: cells.first.length }];
  }

  get names(): string[] {
    return this.loops.map(({ letter }) => letter);
  }

  /** JavaScript for a fixed node: a literal, or an element of an array over the letters that it depends on. */
  readonly read = (node: Node): string => {
    const { operation } = node;
    if (operation.kind === 'constant') return String(operation.value);
    if (node.letters.size === 0) return String(fixedValue(node, new Map(), this.bound));
    const text = describe(node);
    this.reads.set(text, node);
    const loops = this.loops.filter(({ letter }) => node.letters.has(letter));
    const codes = operation.kind === 'data' && operation.codes;
    const scope =
      this.cells === null
        ? loops.map(({ letter, size }) => `${letter}<${size}`).join(' ')
        : `cells of ${this.cells.of}`;
    const plain = operation.kind === 'data' && operation.offset.terms.every(({ index }) => index.kind === 'letter');
    const words = text
      .replace(/\[\w+\]/g, '')
      .replace(/\W+/g, ' ')
      .trim();
    const hint = plain ? operation.column : words.length < 16 ? words : 'x';
    const name = this.module.dataArray(`${text} ${codes} ${scope}`, hint, () => this.values(node, loops, codes));
    return `${name}[${flatIndex(loops)}]`;
  };

  /** JavaScript for the weight of a cell. */
  get weight(): string {
    const { cells } = this;
    if (cells === null) return '1';
    const name = this.module.dataArray(`weights of ${cells.of}`, 'w', () => cells.weights);
    return `${name}[${this.loops[0].letter}]`;
  }

  /** How often each cell counts: its rows, times what a fixed node says of them. For one loop. */
  multiplicities(node: Node | null): Float64Array {
    const { cells } = this;
    const times = node === null ? null : evaluate(node, this.loops, this.bound);
    return Float64Array.from({ length: this.bounds[0].size }, (_, at) => {
      const row = cells === null ? at : cells.first[at];
      return (cells === null ? 1 : cells.weights[at]) * (times === null ? 1 : times[row]);
    });
  }

  private values(node: Node, loops: readonly Loop[], codes: boolean): Float64Array | Int32Array {
    const { cells } = this;
    const all = evaluate(node, loops, this.bound);
    const chosen = cells === null ? all : Float64Array.from(cells.first, (row) => all[row]);
    return codes ? Int32Array.from(chosen) : chosen;
  }

  /** Collapses rows on which all of `reads` agree; null where no two do. */
  collapse(): Cells | null {
    if (this.loops.length !== 1) return null;
    const [loop] = this.loops;
    const columns = [...this.reads].map(([text, node]) => {
      const column = this.columns.get(text) ?? evaluate(node, [loop], this.bound);
      this.columns.set(text, column);
      return column;
    });
    const cellOfKey = new Map<string, number>();
    const first: number[] = [];
    const weights: number[] = [];
    const cellOfRow = new Int32Array(loop.size);
    for (let row = 0; row < loop.size; row++) {
      const key = columns.map((column) => column[row]).join();
      const cell = cellOfKey.get(key) ?? first.length;
      if (cell === first.length) {
        cellOfKey.set(key, cell);
        first.push(row);
        weights.push(0);
      }
      weights[cell]++;
      cellOfRow[row] = cell;
    }
    if (first.length === loop.size) return null;
    const of = `${this.statement.name} by ${[...this.reads.keys()].join(', ')}`;
    return { of, first: Int32Array.from(first), weights: Float64Array.from(weights), cellOfRow };
  }
}

function evaluate(node: Node, loops: readonly Loop[], bound: BoundModel): Float64Array {
  const values = new Float64Array(loops.reduce((product, { size }) => product * size, 1));
  const at = new Map<string, number>();
  for (let flat = 0; flat < values.length; flat++) {
    let rest = flat;
    for (let axis = loops.length - 1; axis >= 0; axis--) {
      at.set(loops[axis].letter, rest % loops[axis].size);
      rest = Math.floor(rest / loops[axis].size);
    }
    values[flat] = fixedValue(node, at, bound);
  }
  return values;
}
