// Where each name of a model lives in generated code.
import type { BoundModel } from '../bind';
import type { Constraint, ModelStatement } from '../model';
import type { Expression } from '../tree';
import { isVectorFunction } from '../functions';
import { rightSide, visit } from '../walk';

/** A place in generated code. Elements of an array stand row-major from `base`. */
export type Place =
  | { readonly kind: 'local'; readonly name: string; readonly adjoint: string | null }
  | { readonly kind: 'array'; readonly name: string; readonly base: number; readonly adjoint: string | null };

export interface Quantity {
  readonly value: Place;
  /** Where its logarithm or log-odds stands exactly, if it does. */
  readonly known: { readonly form: 'log' | 'logit'; readonly place: Place } | null;
  readonly shape: readonly number[];
  /** Arrays of the steps of an ordered vector and of their adjoints, which the vector's own adjoints leave out. */
  readonly steps?: { readonly values: string; readonly adjoints: string };
}

/** A derived quantity: where it is stored, if it is, and the line that defines it. */
export interface Derived {
  readonly statement: Extract<ModelStatement, { kind: 'define' }>;
  readonly stored: Quantity | null;
}

export interface ParameterLayout {
  readonly name: string;
  /** Names of the elements in order, `alpha[1]`, `a[2,3]`; the name itself for a scalar. */
  readonly elements: readonly string[];
  readonly offset: number;
  readonly size: number;
  readonly shape: readonly number[];
  readonly constraint: Constraint;
}

export function shapeOf(name: string, bound: BoundModel): number[] {
  return (bound.model.symbols.get(name)?.plates ?? []).map((plate) => bound.plates[plate].size);
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** Parameters in text order, one after the other. */
export function layoutParameters(bound: BoundModel): ParameterLayout[] {
  let offset = 0;
  return bound.model.statements.flatMap(({ name }): ParameterLayout[] => {
    const symbol = bound.model.symbols.get(name);
    if (symbol?.role !== 'parameter') return [];
    const shape = shapeOf(name, bound);
    const size = sizeOf(shape);
    const layout = { name, elements: elementNames(name, shape), offset, size, shape, constraint: symbol.constraint };
    offset += size;
    return [layout];
  });
}

export function elementNames(name: string, shape: readonly number[]): string[] {
  if (shape.length === 0) return [name];
  return Array.from({ length: sizeOf(shape) }, (_, flat) => {
    const at: number[] = [];
    let rest = flat;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      at.unshift((rest % shape[axis]) + 1);
      rest = Math.floor(rest / shape[axis]);
    }
    return `${name}[${at.join(',')}]`;
  });
}

/** Derived quantities that must stand in an array or a local: scalars, those read through an index column, and whole vectors. */
export function storedNames(bound: BoundModel): Set<string> {
  const stored = new Set<string>();
  for (const statement of bound.model.statements) {
    if (statement.kind === 'define' && statement.letters.length === 0) stored.add(statement.name);
    const reads = (expression: Expression, whole: boolean): void =>
      visit(expression, (part) => {
        if (part.kind === 'call' && isVectorFunction(part.name))
          for (const argument of part.arguments) reads(argument, true);
        if (part.kind !== 'reference') return;
        const gathered = part.indices.some(
          (index) => index.kind !== 'reference' || !statement.letters.includes(index.name),
        );
        if (gathered || (whole && part === expression)) stored.add(part.name);
      });
    rightSide(statement).forEach((expression, k) => {
      const domain = statement.kind === 'draw' ? statement.distribution.arguments[k].domain : 'real';
      reads(expression, domain === 'cutpoints' || domain === 'logits');
    });
  }
  return stored;
}
