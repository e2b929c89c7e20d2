// Fixed nodes over whole loops: column by column for one letter, element by element for several.
import type { BoundModel } from '../bind';
import { fixedValue } from './fixed-value';
import { arithmetic, unaryOperations } from './node';
import type { Node, Offset } from './node';

interface Letters {
  readonly letter: string;
  readonly size: number;
}

/** The node's values, row-major over the letters. */
export function evaluate(node: Node, loops: readonly Letters[], bound: BoundModel): Float64Array {
  if (loops.length === 1) return column(node, loops[0], bound);
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

function column(node: Node, loop: Letters, bound: BoundModel): Float64Array {
  const { operation } = node;
  if (node.letters.size === 0) return new Float64Array(loop.size).fill(fixedValue(node, new Map(), bound));
  switch (operation.kind) {
    case 'data': {
      const { codes, values } = bound.columns.get(operation.column) ?? { codes: null, values: null };
      const from = operation.codes ? codes : values;
      if (from === null) throw new Error(`no column ${operation.column}`);
      return offsets(operation.offset, loop, bound).map((at) => from[at]);
    }
    case 'negate':
      return column(operation.x, loop, bound).map((x) => -x);
    case 'unary':
      return column(operation.x, loop, bound).map((x) => unaryOperations[operation.name](x));
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'power': {
      const right = column(operation.y, loop, bound);
      return column(operation.x, loop, bound).map((x, row) => arithmetic(operation.kind, x, right[row]));
    }
    case 'constant':
    case 'local':
    case 'knob':
    case 'element':
    case 'sum':
    case 'seed':
      throw new Error('not a fixed node of a letter');
  }
}

function offsets({ base, terms }: Offset, loop: Letters, bound: BoundModel): Float64Array {
  const result = new Float64Array(loop.size).fill(base);
  for (const { stride, index } of terms) {
    if (index.kind === 'fixed') for (let row = 0; row < loop.size; row++) result[row] += stride * index.value;
    else if (index.kind === 'letter') for (let row = 0; row < loop.size; row++) result[row] += stride * row;
    else {
      const codes = column(index.node, loop, bound);
      for (let row = 0; row < loop.size; row++) result[row] += stride * codes[row];
    }
  }
  return result;
}
