// An expression in Stan: over whole vectors where it can be, else for one element in a loop.
import type { Model } from '../model';
import type { Expression, Operator } from '../tree';
import type { Reference } from '../walk';
import type { Identifiers } from './identifiers';
import { dimensionsOf } from './stan-types';

/** What a piece of Stan is: `array` is an array of int, which takes no arithmetic until it is a vector. */
type StanType = 'int' | 'real' | 'vector' | 'array';

interface Piece {
  readonly text: string;
  readonly type: StanType;
  readonly binding: number;
}

const BINDING: Readonly<Record<Operator, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 4 };
const NEGATION = 3;
const ATOM = 5;

export class StanExpressions {
  /**
   * `whole` are names held as int, `letters` those of the statement. `vectorized` leaves out its only letter: the statement is
   * written for whole vectors; otherwise indices are written out.
   */
  constructor(
    private readonly model: Model,
    private readonly identifiers: Identifiers,
    private readonly whole: ReadonlySet<string>,
    private readonly letters: readonly string[],
    private readonly vectorized: boolean,
  ) {}

  /** For arithmetic: an array of int becomes a vector. */
  value(expression: Expression): { readonly text: string; readonly isVector: boolean } {
    const { text, type } = this.arithmetic(this.piece(expression));
    return { text, isVector: type === 'vector' };
  }

  /** As it stands: arrays of int stay so (trials, counts). */
  argument(expression: Expression): string {
    return this.piece(expression).text;
  }

  /** A name under another identifier, with the same indices. */
  renamed(reference: Reference, identifier: string): string {
    return this.indexed(reference, identifier);
  }

  private arithmetic(piece: Piece): Piece {
    return piece.type === 'array' ? { text: `to_vector(${piece.text})`, type: 'vector', binding: ATOM } : piece;
  }

  private piece(expression: Expression): Piece {
    switch (expression.kind) {
      case 'number':
        return numberPiece(expression.value);
      case 'reference':
        return {
          text: this.indexed(expression, this.identifiers.of(expression.name)),
          type: this.typeOf(expression),
          binding: ATOM,
        };
      case 'negate': {
        const operand = this.arithmetic(this.piece(expression.operand));
        return { text: `-${within(operand, BINDING['*'])}`, type: operand.type, binding: NEGATION };
      }
      case 'binary':
        return this.binary(expression.operator, this.piece(expression.left), this.piece(expression.right));
      case 'call':
        return this.call(expression.name, expression.arguments);
    }
  }

  private indexed({ indices }: Reference, identifier: string): string {
    if (indices.length === 0 || (this.vectorized && indices.every((index) => this.isLetter(index)))) return identifier;
    return `${identifier}[${indices.map((index) => this.index(index)).join(', ')}]`;
  }

  private index(index: Expression): string {
    return index.kind === 'reference' && this.isLetter(index)
      ? this.identifiers.letter(index.name)
      : this.piece(index).text;
  }

  private isLetter(index: Expression): boolean {
    return index.kind === 'reference' && index.indices.length === 0 && this.letters.includes(index.name);
  }

  private typeOf({ name, indices }: Reference): StanType {
    const whole = this.whole.has(name);
    const spread = this.vectorized && indices.some((index) => this.endsInLetter(index));
    const many = spread || indices.length < dimensionsOf(this.model, name);
    return many ? (whole ? 'array' : 'vector') : whole ? 'int' : 'real';
  }

  private endsInLetter(index: Expression): boolean {
    if (index.kind !== 'reference') return false;
    return this.isLetter(index) || index.indices.some((inner) => this.endsInLetter(inner));
  }

  private binary(operator: Operator, first: Piece, second: Piece): Piece {
    const left = this.arithmetic(first);
    const right = this.arithmetic(second);
    const vectors = left.type === 'vector' && right.type === 'vector';
    const type =
      left.type === 'vector' || right.type === 'vector'
        ? 'vector'
        : operator === '/' || operator === '^'
          ? 'real'
          : wider(left, right);
    const binding = BINDING[operator];
    switch (operator) {
      case '+':
        return { text: `${left.text} + ${within(right, right.text.startsWith('-') ? ATOM : binding)}`, type, binding };
      case '-':
        return {
          text: `${left.text} - ${within(right, right.text.startsWith('-') ? ATOM : binding + 1)}`,
          type,
          binding,
        };
      case '*':
        return {
          text: `${within(left, binding)} ${vectors ? '.*' : '*'} ${within(right, binding + (vectors ? 1 : 0))}`,
          type,
          binding,
        };
      case '/': {
        // Between two ints Stan would drop the remainder.
        const top =
          left.type === 'int' && right.type === 'int'
            ? left.binding === ATOM && /^\d+$/.test(left.text)
              ? `${left.text}.0`
              : `1.0 * ${within(left, binding + 1)}`
            : within(left, binding);
        return { text: `${top} ${right.type === 'vector' ? './' : '/'} ${within(right, binding + 1)}`, type, binding };
      }
      case '^':
        return {
          text: `${within(left, binding + 1)} ${type === 'vector' ? '.^' : '^'} ${within(right, binding)}`,
          type,
          binding,
        };
    }
  }

  private call(name: string, operands: readonly Expression[]): Piece {
    const inside = operands.map((operand) => this.arithmetic(this.piece(operand)));
    return {
      text: `${name}(${inside.map(({ text }) => text).join(', ')})`,
      type: resultType(name, inside),
      binding: ATOM,
    };
  }
}

function resultType(name: string, operands: readonly Piece[]): StanType {
  if (name === 'sum' || name === 'mean') return 'real';
  if (operands.some(({ type }) => type === 'vector')) return 'vector';
  return name === 'abs' && operands.every(({ type }) => type === 'int') ? 'int' : 'real';
}

function numberPiece(value: number): Piece {
  const text = String(value);
  return {
    text,
    type: Number.isInteger(value) && /^\d+$/.test(text) && value < 2 ** 31 ? 'int' : 'real',
    binding: ATOM,
  };
}

function wider(left: Piece, right: Piece): StanType {
  return left.type === 'int' && right.type === 'int' ? 'int' : 'real';
}

function within({ text, binding }: Piece, wanted: number): string {
  return binding >= wanted ? text : `(${text})`;
}

/** Whether a statement over `letters` can be written without a loop: one letter, and every index a chain that ends in it or a number. */
export function canVectorize(expressions: readonly Expression[], letters: readonly string[]): boolean {
  if (letters.length > 1) return false;
  return expressions.every((expression) => vectorizes(expression, letters[0] ?? null));
}

function vectorizes(expression: Expression, letter: string | null): boolean {
  switch (expression.kind) {
    case 'number':
      return true;
    case 'reference':
      return expression.indices.length <= 1 && expression.indices.every((index) => isChain(index, letter));
    case 'negate':
      return vectorizes(expression.operand, letter);
    case 'binary':
      return vectorizes(expression.left, letter) && vectorizes(expression.right, letter);
    case 'call':
      return expression.arguments.every((argument) => vectorizes(argument, letter));
  }
}

function isChain(index: Expression, letter: string | null): boolean {
  if (index.kind === 'number') return true;
  if (index.kind !== 'reference') return false;
  if (index.indices.length === 0) return index.name === letter || letter === null;
  return index.indices.length === 1 && isChain(index.indices[0], letter);
}
