// Expressions as a graph: equal subexpressions are one node, and the algebra that keeps tails exact happens as it is built.
import { exp, expm1 } from '../../math/exp';
import { digamma, lgamma } from '../../math/gamma';
import { log, log1p } from '../../math/log';
import { invLogit, log1pExp, logit } from '../../math/logistic';
import { pow } from '../../math/power';

/** One index of an element: a letter of the statement, a fixed position, or what an index column holds. */
export type Index =
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'code'; readonly node: Node };

/** `base` plus each index times its stride. */
export interface Offset {
  readonly base: number;
  readonly terms: readonly { readonly stride: number; readonly index: Index }[];
}

export const unaryOperations = {
  exp,
  log,
  log1p,
  expm1,
  logit,
  invLogit,
  lgamma,
  digamma,
  log1pExp,
  sqrt: Math.sqrt,
  abs: Math.abs,
  sign: Math.sign,
} as const;
export type UnaryOperation = keyof typeof unaryOperations;

export type Operation =
  | { readonly kind: 'constant'; readonly value: number }
  /** An element of a data column; `codes` reads it as a 0-based index. */
  | { readonly kind: 'data'; readonly column: string; readonly codes: boolean; readonly offset: Offset }
  /** A local of the generated function; its derivative is added to the local `adjoint`. */
  | { readonly kind: 'local'; readonly name: string; readonly adjoint: string | null }
  /** A number that moves without being differentiated: a knob. */
  | { readonly kind: 'knob'; readonly code: string }
  | { readonly kind: 'element'; readonly array: string; readonly offset: Offset; readonly adjoint: string | null }
  /** The sum of `size` neighbours in an array. */
  | {
      readonly kind: 'sum';
      readonly array: string;
      readonly offset: Offset;
      readonly size: number;
      readonly adjoint: string | null;
    }
  /** Code that a density will supply: the derivative that starts a reverse pass. */
  | { readonly kind: 'seed'; readonly slot: { code: string } }
  | { readonly kind: 'unary'; readonly name: UnaryOperation; readonly x: Node }
  | { readonly kind: 'add' | 'subtract' | 'multiply' | 'divide' | 'power'; readonly x: Node; readonly y: Node }
  | { readonly kind: 'negate'; readonly x: Node };

export interface Node {
  /** Larger than the ids of its inputs. */
  readonly id: number;
  readonly operation: Operation;
  /** Letters that it depends on. */
  readonly letters: ReadonlySet<string>;
  /** `fixed`: constants and data alone; `knob`: also knobs; `free`: parameters too. */
  readonly dependence: 'fixed' | 'knob' | 'free';
  /** What a person would call it. */
  hint: string | null;
}

const noLetters: ReadonlySet<string> = new Set();

export class Graph {
  private readonly nodes = new Map<string, Node>();
  private readonly knownLogs = new Map<Node, Node>();
  private readonly knownLogits = new Map<Node, Node>();

  private make(key: string, operation: Operation, letters: ReadonlySet<string>, dependence: Node['dependence']): Node {
    const before = this.nodes.get(key);
    if (before !== undefined) return before;
    const node: Node = { id: this.nodes.size, operation, letters, dependence, hint: null };
    this.nodes.set(key, node);
    return node;
  }

  constant(value: number): Node {
    return this.make(Object.is(value, -0) ? 'c-0' : `c${value}`, { kind: 'constant', value }, noLetters, 'fixed');
  }

  data(column: string, codes: boolean, offset: Offset): Node {
    const key = `data ${column} ${codes} ${offsetKey(offset)}`;
    return this.make(key, { kind: 'data', column, codes, offset }, offsetLetters(offset), 'fixed');
  }

  /** `letters`: the loops in which it is set anew. */
  local(name: string, adjoint: string | null, letters = noLetters): Node {
    return this.make(`local ${name}`, { kind: 'local', name, adjoint }, letters, 'free');
  }

  knob(code: string): Node {
    return this.make(`knob ${code}`, { kind: 'knob', code }, noLetters, 'knob');
  }

  element(array: string, offset: Offset, adjoint: string | null): Node {
    return this.make(
      `element ${array} ${offsetKey(offset)}`,
      { kind: 'element', array, offset, adjoint },
      offsetLetters(offset),
      'free',
    );
  }

  sum(array: string, offset: Offset, size: number, adjoint: string | null): Node {
    const key = `sum ${array} ${size} ${offsetKey(offset)}`;
    return this.make(key, { kind: 'sum', array, offset, size, adjoint }, offsetLetters(offset), 'free');
  }

  seed(slot: { code: string }, letters: ReadonlySet<string>): Node {
    return this.make(`seed ${this.nodes.size}`, { kind: 'seed', slot }, letters, 'free');
  }

  /** Says that the logarithm (or the log-odds) of a node is at hand exactly. */
  know(node: Node, form: 'log' | 'logit', known: Node): void {
    (form === 'log' ? this.knownLogs : this.knownLogits).set(node, known);
  }

  /** The node whose exponential this is, if it was made that way. */
  knownLog(node: Node): Node | null {
    const { operation } = node;
    if (operation.kind === 'unary' && operation.name === 'exp') return operation.x;
    return this.knownLogs.get(node) ?? null;
  }

  knownLogit(node: Node): Node | null {
    const { operation } = node;
    if (operation.kind === 'unary' && operation.name === 'invLogit') return operation.x;
    return this.knownLogits.get(node) ?? null;
  }

  unary(name: UnaryOperation, x: Node): Node {
    const { operation } = x;
    if (operation.kind === 'constant') return this.constant(unaryOperations[name](operation.value));
    const shortcut = this.shortcut(name, x);
    if (shortcut !== null) return shortcut;
    return this.make(`${name} ${x.id}`, { kind: 'unary', name, x }, x.letters, x.dependence);
  }

  /** Inverse pairs, and logarithms of probabilities that are known by their log-odds. */
  private shortcut(name: UnaryOperation, x: Node): Node | null {
    const { operation } = x;
    switch (name) {
      case 'log': {
        const known = this.knownLog(x);
        if (known !== null) return known;
        const odds = this.knownLogit(x);
        return odds === null ? null : this.negate(this.unary('log1pExp', this.negate(odds)));
      }
      case 'logit':
        return this.knownLogit(x);
      case 'log1p': {
        const odds = operation.kind === 'negate' ? this.knownLogit(operation.x) : null;
        return odds === null ? null : this.negate(this.unary('log1pExp', odds));
      }
      case 'exp':
        return operation.kind === 'unary' && operation.name === 'log' ? operation.x : null;
      default:
        return null;
    }
  }

  negate(x: Node): Node {
    const { operation } = x;
    if (operation.kind === 'constant') return this.constant(-operation.value);
    if (operation.kind === 'negate') return operation.x;
    if (operation.kind === 'subtract') return this.subtract(operation.y, operation.x);
    return this.make(`negate ${x.id}`, { kind: 'negate', x }, x.letters, x.dependence);
  }

  add(x: Node, y: Node): Node {
    if (isConstant(x, 0)) return y;
    if (isConstant(y, 0)) return x;
    if (y.operation.kind === 'negate') return this.subtract(x, y.operation.x);
    if (x.operation.kind === 'negate') return this.subtract(y, x.operation.x);
    return this.binary('add', x, y);
  }

  subtract(x: Node, y: Node): Node {
    if (isConstant(y, 0)) return x;
    if (isConstant(x, 0)) return this.negate(y);
    if (y.operation.kind === 'negate') return this.add(x, y.operation.x);
    if (isConstant(x, 1)) {
      const odds = this.knownLogit(y);
      if (odds !== null) return this.unary('invLogit', this.negate(odds));
    }
    return this.binary('subtract', x, y);
  }

  multiply(x: Node, y: Node): Node {
    if (isConstant(x, 1)) return y;
    if (isConstant(y, 1)) return x;
    if (isConstant(x, -1)) return this.negate(y);
    if (isConstant(y, -1)) return this.negate(x);
    if (isConstant(x, 0)) return x;
    if (isConstant(y, 0)) return y;
    if (x.operation.kind === 'negate') return this.negate(this.multiply(x.operation.x, y));
    if (y.operation.kind === 'negate') return this.negate(this.multiply(x, y.operation.x));
    return this.binary('multiply', x, y);
  }

  divide(x: Node, y: Node): Node {
    if (isConstant(y, 1)) return x;
    if (x.operation.kind === 'negate') return this.negate(this.divide(x.operation.x, y));
    return this.binary('divide', x, y);
  }

  power(x: Node, y: Node): Node {
    if (isConstant(y, 1)) return x;
    if (isConstant(y, 2)) return this.multiply(x, x);
    if (isConstant(y, 0)) return this.constant(1);
    return this.binary('power', x, y);
  }

  private binary(kind: 'add' | 'subtract' | 'multiply' | 'divide' | 'power', x: Node, y: Node): Node {
    if (x.operation.kind === 'constant' && y.operation.kind === 'constant')
      return this.constant(arithmetic(kind, x.operation.value, y.operation.value));
    const letters =
      x.letters.size === 0 ? y.letters : y.letters.size === 0 ? x.letters : new Set([...x.letters, ...y.letters]);
    const free = x.dependence === 'free' || y.dependence === 'free';
    const dependence = free ? 'free' : x.dependence === 'knob' ? 'knob' : y.dependence;
    return this.make(`${kind} ${x.id} ${y.id}`, { kind, x, y }, letters, dependence);
  }
}

export function arithmetic(kind: 'add' | 'subtract' | 'multiply' | 'divide' | 'power', x: number, y: number): number {
  switch (kind) {
    case 'add':
      return x + y;
    case 'subtract':
      return x - y;
    case 'multiply':
      return x * y;
    case 'divide':
      return x / y;
    case 'power':
      return pow(x, y);
  }
}

export function isConstant(node: Node, value: number): boolean {
  return node.operation.kind === 'constant' && node.operation.value === value;
}

export function inputs(node: Node): readonly Node[] {
  const { operation } = node;
  switch (operation.kind) {
    case 'unary':
    case 'negate':
      return [operation.x];
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'power':
      return [operation.x, operation.y];
    case 'constant':
    case 'data':
    case 'local':
    case 'knob':
    case 'element':
    case 'sum':
    case 'seed':
      return [];
  }
}

function offsetKey(offset: Offset): string {
  const terms = offset.terms.map(({ stride, index }) => {
    switch (index.kind) {
      case 'letter':
        return `${stride}*${index.letter}`;
      case 'fixed':
        return `${stride}*${index.value}`;
      case 'code':
        return `${stride}*#${index.node.id}`;
    }
  });
  return [offset.base, ...terms].join('+');
}

function offsetLetters(offset: Offset): ReadonlySet<string> {
  const letters = new Set<string>();
  for (const { index } of offset.terms) {
    if (index.kind === 'letter') letters.add(index.letter);
    if (index.kind === 'code') for (const letter of index.node.letters) letters.add(letter);
  }
  return letters;
}
