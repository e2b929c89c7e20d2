// From the tree to the graph: every name becomes a read of the place where it lives, derived quantities of the same plate are written out.
import type { BoundModel } from '../bind';
import type { ScalarFunction } from '../functions';
import { isScalarFunction } from '../functions';
import type { Distribution, LinkedDensity } from '../distribution';
import type { Expression } from '../tree';
import type { Reference } from '../walk';
import type { Graph, Index, Node, Offset, UnaryOperation } from './node';
import type { Derived, Place, Quantity } from './quantities';
import { shapeOf, sizeOf } from './quantities';

/** What every function of a module can read. */
export interface Surroundings {
  readonly bound: BoundModel;
  /** JavaScript for a knob. */
  readonly knob: (name: string) => string;
  /** JavaScript for the array that holds a whole data column. */
  readonly column: (name: string) => string;
}

/** What names mean in one generated function. */
export interface Environment extends Surroundings {
  readonly quantities: ReadonlyMap<string, Quantity>;
  readonly derived: ReadonlyMap<string, Derived>;
}

/** A whole vector as an argument. */
export interface Vector {
  readonly array: string;
  readonly adjoint: string | null;
  readonly offset: Offset;
  readonly size: number;
  readonly steps: { readonly values: string; readonly adjoints: string } | null;
}

const functionOperations: Record<Exclude<ScalarFunction, 'square'>, UnaryOperation> = {
  exp: 'exp',
  log: 'log',
  sqrt: 'sqrt',
  abs: 'abs',
  logit: 'logit',
  inv_logit: 'invLogit',
  log1p: 'log1p',
  expm1: 'expm1',
};
/** Functions that only texts of densities use. */
const densityOperations: Readonly<Record<string, UnaryOperation>> = {
  lgamma: 'lgamma',
  log1p_exp: 'log1pExp',
  digamma: 'digamma',
};

export class Lowering {
  /** `letters` maps the letters of the text at hand to those of the loops. */
  constructor(
    readonly graph: Graph,
    private readonly environment: Environment,
    private readonly letters: ReadonlyMap<string, Index>,
    /** Names that mean a node: the arguments of a density's text. */
    private readonly bindings: ReadonlyMap<string, Node> = new Map(),
  ) {}

  expression(expression: Expression): Node {
    const { graph } = this;
    switch (expression.kind) {
      case 'number':
        return graph.constant(expression.value);
      case 'negate':
        return graph.negate(this.expression(expression.operand));
      case 'binary': {
        const x = this.expression(expression.left);
        const y = this.expression(expression.right);
        switch (expression.operator) {
          case '+':
            return graph.add(x, y);
          case '-':
            return graph.subtract(x, y);
          case '*':
            return graph.multiply(x, y);
          case '/':
            return graph.divide(x, y);
          case '^':
            return graph.power(x, y);
        }
        break;
      }
      case 'call':
        return this.call(expression.name, expression.arguments);
      case 'reference':
        return this.reference(expression);
    }
    throw new Error('an expression of no kind');
  }

  private call(name: string, values: readonly Expression[]): Node {
    const [value] = values;
    if (name === 'square') {
      const x = this.expression(value);
      return this.graph.multiply(x, x);
    }
    if (isScalarFunction(name))
      return this.graph.unary(functionOperations[name === 'square' ? 'exp' : name], this.expression(value));
    if (Object.hasOwn(densityOperations, name))
      return this.graph.unary(densityOperations[name], this.expression(value));
    if (value.kind !== 'reference') throw new Error(`${name} of something other than a vector`);
    const total = this.sum(value);
    return name === 'mean' ? this.graph.divide(total.node, this.graph.constant(total.size)) : total.node;
  }

  private sum(reference: Reference): { node: Node; size: number } {
    const { quantities, bound } = this.environment;
    const column = quantities.has(reference.name) ? undefined : bound.columns.get(reference.name);
    if (column === undefined) {
      const { array, offset, size, adjoint } = this.vector(reference);
      return { node: this.graph.sum(array, offset, size, adjoint), size };
    }
    const size = column.shape[column.shape.length - 1];
    const { base, terms } = this.offset(reference.indices, column.shape);
    let node = this.graph.constant(0);
    for (let k = 0; k < size; k++) {
      const value =
        terms.length === 0
          ? this.graph.constant(column.values[base + k])
          : this.graph.data(column.name, false, { base: base + k, terms });
      node = this.graph.add(node, value);
    }
    return { node, size };
  }

  /** A reference with one index fewer than it has axes. */
  vector(reference: Reference): Vector {
    const shape = shapeOf(reference.name, this.environment.bound);
    const size = shape[shape.length - 1];
    const offset = this.offset(reference.indices, shape);
    const quantity =
      this.environment.derived.get(reference.name)?.stored ?? this.environment.quantities.get(reference.name);
    if (quantity === undefined || quantity === null)
      return { array: this.environment.column(reference.name), adjoint: null, offset, size, steps: null };
    const { value } = quantity;
    if (value.kind !== 'array') throw new Error(`${reference.name} is no vector`);
    return {
      array: value.name,
      adjoint: value.adjoint,
      offset: { ...offset, base: offset.base + value.base },
      size,
      steps: quantity.steps ?? null,
    };
  }

  private reference(reference: Reference): Node {
    const { name, indices } = reference;
    const { bound, quantities, derived, knob } = this.environment;
    const given = this.bindings.get(name);
    if (given !== undefined) return given;
    const quantity = quantities.get(name);
    if (quantity !== undefined) return this.read(quantity, indices, name);
    const definition = derived.get(name);
    if (definition !== undefined) return this.readDerived(definition, indices, name);
    if (bound.model.symbols.get(name)?.role === 'knob') return this.graph.knob(knob(name));
    const column = bound.columns.get(name);
    if (column === undefined) throw new Error(`${name} has no place`);
    if (indices.length === 0) return this.graph.constant(column.values[0]);
    return this.graph.data(name, false, this.offset(indices, column.shape));
  }

  private read(quantity: Quantity, indices: readonly Expression[], name: string): Node {
    const offset = this.offset(indices, quantity.shape);
    const node = this.at(quantity.value, offset);
    node.hint ??= name;
    if (quantity.known !== null) {
      const known = this.at(quantity.known.place, offset);
      known.hint ??= `${quantity.known.form}_${name}`;
      this.graph.know(node, quantity.known.form, known);
    }
    return node;
  }

  private at(place: Place, offset: Offset): Node {
    if (place.kind === 'local') return this.graph.local(place.name, place.adjoint);
    return this.graph.element(place.name, { ...offset, base: offset.base + place.base }, place.adjoint);
  }

  private readDerived({ statement, stored }: Derived, indices: readonly Expression[], name: string): Node {
    const own = indices.map((index) => this.index(index));
    const written = stored === null || (indices.length > 0 && own.every((index) => index.kind === 'letter'));
    if (stored !== null && !written) {
      const node = this.read(stored, indices, statement.link === null ? name : `${statement.link}_${name}`);
      return this.unlink(statement.link, node, name);
    }
    const letters = new Map(statement.letters.map((letter, axis) => [letter, own[axis]]));
    const inner = new Lowering(this.graph, this.environment, letters);
    const value = inner.expression(statement.value);
    value.hint ??= statement.link === null ? name : `${statement.link}_${name}`;
    return this.unlink(statement.link, value, name);
  }

  private unlink(link: 'logit' | 'log' | null, value: Node, name: string): Node {
    if (link === null) return value;
    const node = this.graph.unary(link === 'log' ? 'exp' : 'invLogit', value);
    node.hint ??= name;
    return node;
  }

  offset(indices: readonly Expression[], shape: readonly number[]): Offset {
    const terms = indices.map((index, axis) => ({ index: this.index(index), stride: sizeOf(shape.slice(axis + 1)) }));
    const base = terms.reduce(
      (total, { index, stride }) => (index.kind === 'fixed' ? total + index.value * stride : total),
      0,
    );
    return { base, terms: terms.filter(({ index }) => index.kind !== 'fixed') };
  }

  private index(index: Expression): Index {
    if (index.kind === 'number') return { kind: 'fixed', value: index.value - 1 };
    if (index.kind !== 'reference') throw new Error('an index is a letter, a number or a column');
    const letter = index.indices.length === 0 ? this.letters.get(index.name) : undefined;
    if (letter !== undefined) return letter;
    const column = this.environment.bound.columns.get(index.name);
    if (column === undefined || column.codes === null) throw new Error(`${index.name} is no index column`);
    if (index.indices.length === 0) return { kind: 'fixed', value: column.codes[0] };
    return { kind: 'code', node: this.graph.data(index.name, true, this.offset(index.indices, column.shape)) };
  }
}

/** The linked form of a density for which an argument's log or log-odds is at hand. */
export function linkedForm(
  graph: Graph,
  distribution: Distribution,
  values: ReadonlyMap<string, Node>,
): { form: LinkedDensity; predictor: Node } | null {
  for (const form of distribution.linked) {
    const value = values.get(form.argument);
    if (value === undefined) continue;
    const predictor = form.link === 'log' ? graph.knownLog(value) : graph.knownLogit(value);
    if (predictor !== null) return { form, predictor };
  }
  return null;
}
