// Reads every reference of a text in its scope: what each index means, how many axes each name has, which axes share a plate.
import { article } from './roles';
import type { Names } from './roles';
import { axisSlot, letterSlot, levelSlot, Plating } from './plating';
import { suggestion } from './names';
import { count } from './signatures';
import type { ErrorList } from './result';
import type { Declaration, Expression, Span } from './tree';
import { isVectorFunction } from './functions';
import { mapReferences, visit } from './walk';
import type { Reference } from './walk';

/** Where a name was first seen with its number of axes. */
export interface FirstUse {
  readonly axes: number;
  readonly span: Span;
}

/** One declared name with its letters. */
export interface Scope {
  /** Numbers the declarations of a text; letters are unique within one. */
  readonly id: number;
  readonly declaration: Declaration;
}

export class References {
  readonly plating = new Plating();
  readonly firstUses = new Map<string, FirstUse>();
  /** Data columns that stand in index position. */
  readonly indexColumns = new Set<string>();
  /** Slots in the order of the text, with the letter where one names them. */
  readonly slots: { readonly slot: string; readonly letter: string | null }[] = [];

  constructor(
    private readonly names: Names,
    private readonly text: string,
    private readonly errors: ErrorList,
  ) {}

  declare(scope: Scope): void {
    const { name, letters, span } = scope.declaration;
    this.useAxes(name, letters.length, span);
    letters.forEach((letter, axis) => {
      this.slots.push({ slot: axisSlot(name, axis), letter: letter.name });
      this.plating.join(axisSlot(name, axis), letterSlot(scope.id, letter.name));
      // `alpha[T] ~ …` with T data: one alpha for each level of T.
      const role = this.names.roles.get(letter.name);
      if (role === 'data' && this.names.roles.get(name) !== 'observed') {
        this.indexColumns.add(letter.name);
        this.plating.join(axisSlot(name, axis), levelSlot(letter.name));
      }
    });
  }

  /** Records the references of a right side that stands under `scope`; `vectors` are arguments that take a whole vector. */
  read(expression: Expression, scope: Scope, vector: boolean): void {
    if (vector) {
      if (expression.kind === 'reference') this.readReference(expression, scope, true);
      else
        this.errors.add(
          expression.span,
          'A whole vector belongs here, by its name.',
          'Give it a name on a line of its own, such as kappa[k] ~ Normal(0, 1.5).',
        );
      return;
    }
    switch (expression.kind) {
      case 'number':
        return;
      case 'reference':
        this.readReference(expression, scope, false);
        return;
      case 'negate':
        this.read(expression.operand, scope, false);
        return;
      case 'binary':
        this.read(expression.left, scope, false);
        this.read(expression.right, scope, false);
        return;
      case 'call': {
        const whole = isVectorFunction(expression.name);
        for (const argument of expression.arguments)
          if (!whole || argument.kind === 'reference') this.read(argument, scope, whole);
        return;
      }
    }
  }

  private readReference(reference: Reference, scope: Scope, whole: boolean): void {
    const { name, indices, span } = reference;
    const letter = scope.declaration.letters.find((other) => other.name === name);
    const role = this.names.roles.get(name);
    if (role === undefined || (letter !== undefined && indices.length === 0)) {
      this.unknown(reference, scope, letter !== undefined);
      return;
    }
    if (role === 'knob' && (indices.length > 0 || whole)) {
      this.errors.add(span, `The knob ${name} is a single number.`, `Write ${name} alone.`);
      return;
    }
    this.useAxes(name, indices.length + (whole ? 1 : 0), span);
    indices.forEach((index, axis) => this.readIndex(index, axisSlot(name, axis), scope));
    if (whole) this.slots.push({ slot: axisSlot(name, indices.length), letter: null });
  }

  /** An index: a letter, a whole number, or a column of them. `slot` is the axis that it walks along. */
  private readIndex(index: Expression, slot: string, scope: Scope): void {
    this.slots.push({ slot, letter: null });
    this.plating.root(slot);
    if (index.kind === 'number') {
      if (index.value === 0) this.errors.add(index.span, 'Indices start at 1.', 'Write 1 for the first.');
      else if (!Number.isInteger(index.value))
        this.errors.add(index.span, `${index.value} is not an index.`, 'An index is a whole number from 1.');
      return;
    }
    if (index.kind !== 'reference') {
      this.errors.add(
        index.span,
        'An index is a letter, a data column, or a number.',
        'Compute the index in the data and use the column here.',
      );
      return;
    }
    const { letters, name: declared } = scope.declaration;
    if (index.indices.length === 0 && letters.some((letter) => letter.name === index.name)) {
      this.plating.join(slot, letterSlot(scope.id, index.name));
      return;
    }
    const role = this.names.roles.get(index.name);
    if (role !== 'data' && role !== 'observed') {
      const message =
        role === undefined
          ? `${index.name} is not an index of this line.`
          : `${index.name} is ${article(role)}, and cannot be an index.`;
      const columns = [...this.names.roles].filter(([, other]) => other === 'data').map(([other]) => other);
      const letterNames = letters.map((letter) => letter.name);
      const known =
        letterNames.length === 0 ? `${declared} on the left has no index` : `The line has ${letterNames.join(' and ')}`;
      this.errors.add(
        index.span,
        message,
        suggestion(index.name, [...letterNames, ...columns], `${known}; an index is that letter, or a data column.`),
      );
      return;
    }
    this.indexColumns.add(index.name);
    this.plating.join(slot, levelSlot(index.name));
    if (index.indices.length > 0) this.readReference(index, scope, false);
    else if (letters.length > 0) this.readImplicit(index, scope);
    else this.useAxes(index.name, 0, index.span);
  }

  /** `x[e]` under the only letter i means `x[e[i]]`. */
  private readImplicit(index: Reference, scope: Scope): void {
    const { letters } = scope.declaration;
    if (letters.length > 1) {
      const example = letters.map((letter) => `${index.name}[${letter.name}]`).join(' or ');
      this.errors.add(index.span, `The line has several indices, so ${index.name} needs one.`, `Write ${example}.`);
      return;
    }
    this.useAxes(index.name, 1, index.span);
    this.slots.push({ slot: axisSlot(index.name, 0), letter: null });
    this.plating.join(axisSlot(index.name, 0), letterSlot(scope.id, letters[0].name));
  }

  private unknown(reference: Reference, scope: Scope, isLetter: boolean): void {
    const { name, span } = reference;
    if (isLetter) {
      this.errors.add(
        span,
        `${name} is an index here, not a value.`,
        `If the position itself is meant, put it in the data as a column.`,
      );
      return;
    }
    const near = [...this.names.roles.keys(), ...scope.declaration.letters.map((letter) => letter.name)];
    const prior = reference.indices.length === 0 ? name : `${name}[j]`;
    const otherwise = `Give it a prior, such as ${prior} ~ Normal(0, 1), or declare it as data or as a knob.`;
    this.errors.add(
      span,
      `${name} has no role: nothing draws or defines it, and it is neither data nor a knob.`,
      suggestion(name, near, otherwise),
    );
    for (const index of reference.indices)
      if (index.kind === 'reference' && index.indices.length > 0) this.read(index, scope, false);
  }

  private useAxes(name: string, axes: number, span: Span): void {
    const first = this.firstUses.get(name);
    if (first === undefined) {
      this.firstUses.set(name, { axes, span });
      return;
    }
    if (first.axes === axes) return;
    const line = this.text.slice(0, first.span.start).split('\n').length;
    const say = (n: number): string =>
      n === 0 ? 'as a single number' : `with ${count(n, 'index').replace('indexs', 'indices')}`;
    const definition = this.names.definitions.get(name);
    const letters = definition?.declaration.letters.map((letter) => letter.name).join(', ') ?? '';
    const wanted =
      definition === undefined
        ? ''
        : ` The line that declares it has ${letters === '' ? `${name} alone` : `${name}[${letters}]`}.`;
    this.errors.add(
      span,
      `${name} is used ${say(axes)} here, but ${say(first.axes)} on line ${line}.`,
      `Use it the same way everywhere.${wanted}`,
    );
  }
}

/** The expression with `x[e]` written out as `x[e[i]]`. */
export function writeOutIndices(expression: Expression, scope: Scope, names: Names): Expression {
  const { letters } = scope.declaration;
  const full = (index: Expression): Expression => {
    if (index.kind !== 'reference') return index;
    if (index.indices.length > 0) return { ...index, indices: index.indices.map(full) };
    if (letters.length !== 1 || letters.some((letter) => letter.name === index.name) || !names.roles.has(index.name))
      return index;
    return { ...index, indices: [{ kind: 'reference', name: letters[0].name, indices: [], span: index.span }] };
  };
  return mapReferences(expression, (reference) => ({ ...reference, indices: reference.indices.map(full) }));
}

/** References in value position, those in index position left out. */
export function valueReferences(expression: Expression): Reference[] {
  const found: Reference[] = [];
  mapReferences(expression, (reference) => {
    found.push(reference);
    return reference;
  });
  return found;
}

/** Every reference, index columns included. */
export function allReferences(expression: Expression): Reference[] {
  const found: Reference[] = [];
  visit(expression, (part) => {
    if (part.kind === 'reference') found.push(part);
  });
  return found;
}
