// Numbers and words for nodes that depend on data alone.
import type { BoundModel } from '../bind';
import { arithmetic, unaryOperations } from './node';
import type { Node, Offset } from './node';

export type Setting = ReadonlyMap<string, number>;

/** The value of a fixed node at one setting of the letters (0-based). */
export function fixedValue(node: Node, at: Setting, bound: BoundModel): number {
  const { operation } = node;
  switch (operation.kind) {
    case 'constant':
      return operation.value;
    case 'data': {
      const column = bound.columns.get(operation.column);
      if (column === undefined) throw new Error(`no column ${operation.column}`);
      const values = operation.codes ? column.codes : column.values;
      if (values === null) throw new Error(`${operation.column} has no codes`);
      return values[offsetValue(operation.offset, at, bound)];
    }
    case 'negate':
      return -fixedValue(operation.x, at, bound);
    case 'unary':
      return unaryOperations[operation.name](fixedValue(operation.x, at, bound));
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'power':
      return arithmetic(operation.kind, fixedValue(operation.x, at, bound), fixedValue(operation.y, at, bound));
    case 'local':
    case 'knob':
    case 'element':
    case 'sum':
    case 'seed':
      throw new Error('not a fixed node');
  }
}

function offsetValue(offset: Offset, at: Setting, bound: BoundModel): number {
  let total = offset.base;
  for (const { stride, index } of offset.terms) {
    switch (index.kind) {
      case 'letter':
        total += stride * (at.get(index.letter) ?? 0);
        break;
      case 'fixed':
        total += stride * index.value;
        break;
      case 'code':
        total += stride * fixedValue(index.node, at, bound);
        break;
    }
  }
  return total;
}

/** The node as the text has it, for comments and as a key: `Z[g[i]]`. */
export function describe(node: Node): string {
  const { operation } = node;
  switch (operation.kind) {
    case 'constant':
      return String(operation.value);
    case 'data':
      return `${operation.column}[${describeOffset(operation.offset)}]`;
    case 'negate':
      return `-(${describe(operation.x)})`;
    case 'unary':
      return `${operation.name}(${describe(operation.x)})`;
    case 'add':
      return `(${describe(operation.x)} + ${describe(operation.y)})`;
    case 'subtract':
      return `(${describe(operation.x)} - ${describe(operation.y)})`;
    case 'multiply':
      return `${describe(operation.x)} * ${describe(operation.y)}`;
    case 'divide':
      return `${describe(operation.x)} / (${describe(operation.y)})`;
    case 'power':
      return `(${describe(operation.x)})^(${describe(operation.y)})`;
    case 'local':
    case 'knob':
    case 'element':
    case 'sum':
    case 'seed':
      throw new Error('not a fixed node');
  }
}

function describeOffset(offset: Offset): string {
  const terms = offset.terms.map(({ stride, index }) => {
    const text =
      index.kind === 'letter' ? index.letter : index.kind === 'fixed' ? String(index.value) : describe(index.node);
    return stride === 1 ? text : `${stride} * ${text}`;
  });
  return [...(offset.base === 0 ? [] : [String(offset.base)]), ...terms].join(' + ');
}
