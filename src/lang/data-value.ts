// The value of an expression that reads nothing but data, at one setting of its letters.
import type { BoundModel } from './bind';
import { exp, expm1 } from '../math/exp';
import { log, log1p } from '../math/log';
import { invLogit, logit } from '../math/logistic';
import { pow } from '../math/power';
import type { ScalarFunction } from './functions';
import { isScalarFunction } from './functions';
import type { Expression } from './tree';

export type DataValue = (at: ReadonlyMap<string, number>) => number;

export const scalarFunctionValues: Record<ScalarFunction, (x: number) => number> = {
  exp,
  log,
  sqrt: Math.sqrt,
  abs: Math.abs,
  logit,
  inv_logit: invLogit,
  log1p,
  expm1,
  square: (x) => x * x,
};

/** Null when the expression reads a parameter, a knob or a derived quantity. Letters are 0-based in `at`. */
export function dataValue(expression: Expression, bound: BoundModel): DataValue | null {
  switch (expression.kind) {
    case 'number':
      return () => expression.value;
    case 'negate': {
      const operand = dataValue(expression.operand, bound);
      return operand === null ? null : (at) => -operand(at);
    }
    case 'binary': {
      const left = dataValue(expression.left, bound);
      const right = dataValue(expression.right, bound);
      if (left === null || right === null) return null;
      switch (expression.operator) {
        case '+':
          return (at) => left(at) + right(at);
        case '-':
          return (at) => left(at) - right(at);
        case '*':
          return (at) => left(at) * right(at);
        case '/':
          return (at) => left(at) / right(at);
        case '^':
          return (at) => pow(left(at), right(at));
      }
      break;
    }
    case 'call': {
      if (!isScalarFunction(expression.name)) return null;
      const argument = dataValue(expression.arguments[0], bound);
      const apply = scalarFunctionValues[expression.name];
      return argument === null ? null : (at) => apply(argument(at));
    }
    case 'reference': {
      const column = bound.columns.get(expression.name);
      if (column === undefined || column.shape.length !== expression.indices.length) return null;
      const offset = elementOffset(expression.indices, column.shape, bound);
      return (at) => column.values[offset(at)];
    }
  }
  return null;
}

/** The row-major offset that a list of indices stands for. */
export function elementOffset(indices: readonly Expression[], shape: readonly number[], bound: BoundModel): DataValue {
  const steps = indices.map((index) => indexValue(index, bound));
  return (at) => steps.reduce((offset, step, axis) => offset * shape[axis] + step(at), 0);
}

/** A 0-based index: a letter, a written number, or the code that a column holds. */
export function indexValue(index: Expression, bound: BoundModel): DataValue {
  if (index.kind === 'number') return () => index.value - 1;
  if (index.kind !== 'reference') throw new Error('an index is a letter, a number or a column');
  const column = bound.columns.get(index.name);
  const { name } = index;
  if (column === undefined || column.codes === null || column.shape.length !== index.indices.length)
    return (at) => at.get(name) ?? 0;
  const { codes, shape } = column;
  const offset = elementOffset(index.indices, shape, bound);
  return (at) => codes[offset(at)];
}
