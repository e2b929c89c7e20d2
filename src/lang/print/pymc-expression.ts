// An expression in Python over whole arrays: NumPy's broadcasting does what the letters say.
import type { Expression, Operator } from '../tree';
import type { Reference } from '../walk';
import type { Identifiers } from './identifiers';

const BINDING: Readonly<Record<Operator, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 4 };
const NEGATION = 3;
const ATOM = 5;

const FUNCTIONS: Readonly<Record<string, string>> = {
  exp: 'pm.math.exp',
  log: 'pm.math.log',
  sqrt: 'pm.math.sqrt',
  abs: 'pm.math.abs',
  logit: 'pm.math.logit',
  inv_logit: 'pm.math.invlogit',
  log1p: 'pm.math.log1p',
  expm1: 'pt.expm1',
  square: 'pm.math.sqr',
  sum: 'pm.math.sum',
  mean: 'pm.math.mean',
};

interface Piece {
  readonly text: string;
  readonly binding: number;
}

export class PymcExpressions {
  /**
   * `letters` are those of the statement, one an axis of what it declares; `sizes` are the lengths of those axes, in Python.
   * `valueNames` are identifiers of names whose own identifier holds positions, not values.
   */
  constructor(
    private readonly identifiers: Identifiers,
    private readonly letters: readonly string[],
    private readonly sizes: readonly string[],
    private readonly valueNames: ReadonlyMap<string, string>,
  ) {}

  print(expression: Expression): string {
    return this.piece(expression).text;
  }

  /** The expression with the shape of what it defines: what no letter reaches is repeated along its axis. */
  shaped(expression: Expression): string {
    const reached = new Set<string>();
    this.collectLetters(expression, reached);
    const text = this.print(expression);
    if (this.letters.every((letter) => reached.has(letter))) return text;
    return `${text} + np.zeros(${this.sizes.length === 1 ? this.sizes[0] : `(${this.sizes.join(', ')})`})`;
  }

  /** A name under another identifier, with the same indices. */
  renamed({ indices }: Reference, identifier: string): string {
    return this.indexed(identifier, indices);
  }

  private piece(expression: Expression): Piece {
    switch (expression.kind) {
      case 'number':
        return { text: String(expression.value), binding: ATOM };
      case 'reference':
        return {
          text: this.indexed(
            this.valueNames.get(expression.name) ?? this.identifiers.of(expression.name),
            expression.indices,
          ),
          binding: ATOM,
        };
      case 'negate':
        return { text: `-${within(this.piece(expression.operand), BINDING['*'])}`, binding: NEGATION };
      case 'binary':
        return binary(expression.operator, this.piece(expression.left), this.piece(expression.right));
      case 'call': {
        const inside = expression.arguments.map((argument) => this.print(argument)).join(', ');
        return { text: `${FUNCTIONS[expression.name] ?? expression.name}(${inside})`, binding: ATOM };
      }
    }
  }

  private indexed(identifier: string, indices: readonly Expression[]): string {
    if (indices.length === 0 || this.isDeclared(indices)) return identifier;
    if (indices.length > 1) return `${identifier}[${indices.map((index) => this.spread(index)).join(', ')}]`;
    const [index] = indices;
    const whole = this.isLetter(index) ? identifier : `${identifier}[${this.position(index)}]`;
    return `${whole}${this.padding(index)}`;
  }

  /** All letters in their own order: the array itself. */
  private isDeclared(indices: readonly Expression[]): boolean {
    return (
      indices.length === this.letters.length &&
      indices.every((index, k) => this.isLetter(index) && this.axis(index) === k)
    );
  }

  /** One of several indices: an array along its own axis, so that they broadcast. */
  private spread(index: Expression): string {
    const axis = this.axis(index);
    const positions = this.isLetter(index) && axis !== null ? `np.arange(${this.sizes[axis]})` : this.position(index);
    return `${positions}${this.padding(index)}`;
  }

  /** Empty axes for the letters that come after the one that an index ends in. */
  private padding(index: Expression): string {
    const axis = this.axis(index);
    const after = axis === null ? 0 : this.letters.length - 1 - axis;
    return after === 0 ? '' : `[:${', None'.repeat(after)}]`;
  }

  /** A column, or a column read at another, as positions from 0. */
  private position(index: Expression): string {
    if (index.kind === 'number') return String(index.value - 1);
    if (index.kind !== 'reference') throw new Error('an index is a letter, a column or a number');
    const column = this.identifiers.of(index.name);
    const [inner] = index.indices;
    return inner === undefined || this.isLetter(inner) ? column : `${column}[${this.position(inner)}]`;
  }

  /** The axis of the letter that an index ends in; null for a number or a single datum. */
  private axis(index: Expression): number | null {
    if (index.kind !== 'reference') return null;
    if (this.isLetter(index)) return this.letters.indexOf(index.name);
    const [inner] = index.indices;
    return inner === undefined ? null : this.axis(inner);
  }

  private isLetter(index: Expression): boolean {
    return index.kind === 'reference' && index.indices.length === 0 && this.letters.includes(index.name);
  }

  private collectLetters(expression: Expression, found: Set<string>): void {
    switch (expression.kind) {
      case 'number':
        return;
      case 'reference':
        for (const index of expression.indices) {
          const axis = this.axis(index);
          if (axis !== null) found.add(this.letters[axis]);
        }
        return;
      case 'negate':
        return this.collectLetters(expression.operand, found);
      case 'binary':
        this.collectLetters(expression.left, found);
        return this.collectLetters(expression.right, found);
      case 'call':
        for (const argument of expression.arguments) this.collectLetters(argument, found);
    }
  }
}

function binary(operator: Operator, left: Piece, right: Piece): Piece {
  const binding = BINDING[operator];
  const after = (wanted: number): string => within(right, right.text.startsWith('-') ? ATOM : wanted);
  switch (operator) {
    case '+':
      return { text: `${left.text} + ${after(binding)}`, binding };
    case '-':
      return { text: `${left.text} - ${after(binding + 1)}`, binding };
    case '*':
      return { text: `${within(left, binding)} * ${after(binding)}`, binding };
    case '/':
      return { text: `${within(left, binding)} / ${after(binding + 1)}`, binding };
    case '^':
      return { text: `${within(left, binding + 1)} ** ${within(right, binding)}`, binding };
  }
}

function within({ text, binding }: Piece, wanted: number): string {
  return binding >= wanted ? text : `(${text})`;
}
