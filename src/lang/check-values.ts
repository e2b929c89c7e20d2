// Checks data against the distributions that read them: outcomes in their support, arguments in their domain.
import type { BoundModel } from './bind';
import { domainWords, inDomain } from './constraints';
import { dataValue } from './data-value';
import type { DataValue } from './data-value';
import type { Support } from './distribution';
import type { ModelStatement } from './model';
import type { ErrorList } from './result';

type Draw = Extract<ModelStatement, { kind: 'draw' }>;

export function checkValues(bound: BoundModel, errors: ErrorList): void {
  for (const statement of bound.model.statements) {
    if (statement.kind !== 'draw') continue;
    checkArguments(statement, bound, errors);
    if (bound.model.symbols.get(statement.name)?.role === 'observed') checkOutcome(statement, bound, errors);
  }
}

function checkArguments(statement: Draw, bound: BoundModel, errors: ErrorList): void {
  statement.distribution.arguments.forEach(({ name, domain }, k) => {
    const expression = statement.arguments[k];
    if (domain === 'cutpoints' || domain === 'logits' || expression.kind === 'number') return;
    const value = dataValue(expression, bound);
    if (value === null) return;
    const wrong = firstWrong(statement, bound, (at) => inDomain(domain, value(at)));
    if (wrong === null) return;
    errors.add(
      expression.span,
      `The ${name} of ${statement.distribution.name} is ${domainWords(domain)}, but it is ${value(wrong.at)} for ${wrong.place}.`,
      'Correct the data, or choose a distribution that takes such values.',
    );
  });
}

function checkOutcome(statement: Draw, bound: BoundModel, errors: ErrorList): void {
  const column = bound.columns.get(statement.name);
  if (column === undefined) return;
  const argument = (name: string): DataValue | null => {
    const k = statement.distribution.arguments.findIndex((other) => other.name === name);
    return k < 0 ? null : dataValue(statement.arguments[k], bound);
  };
  const outcome: DataValue = (at) =>
    column.values[
      statement.letters.reduce((offset, letter, axis) => offset * column.shape[axis] + (at.get(letter) ?? 0), 0)
    ];
  const { support } = statement.distribution;
  const inside = insideSupport(support, argument, categories(statement, bound));
  const wrong = firstWrong(statement, bound, (at) => inside(outcome(at), at));
  if (wrong === null) return;
  errors.add(
    bound.model.symbols.get(statement.name)?.span ?? statement.span,
    `${wrong.place} is ${outcome(wrong.at)}, but ${statement.distribution.name} gives ${supportWords(support, argument, wrong.at)}.`,
    'Correct the data, or choose a distribution that gives such values.',
  );
}

/** K for a categorical outcome, from the length of its vector. */
function categories(statement: Draw, bound: BoundModel): number {
  const { support } = statement.distribution;
  if (support.kind !== 'category') return 0;
  const vector = statement.arguments[statement.distribution.arguments.findIndex(({ name }) => name === support.vector)];
  const plate = vector.kind === 'reference' ? bound.model.symbols.get(vector.name)?.plates.at(-1) : undefined;
  return plate === undefined ? 0 : bound.plates[plate].size + 1;
}

function insideSupport(
  support: Support,
  argument: (name: string) => DataValue | null,
  categoryCount: number,
): (value: number, at: ReadonlyMap<string, number>) => boolean {
  switch (support.kind) {
    case 'real':
      return () => true;
    case 'positive':
      return (value) => value > 0;
    case 'unit':
      return (value) => value > 0 && value < 1;
    case 'binary':
      return (value) => value === 0 || value === 1;
    case 'count':
      return (value) => Number.isInteger(value) && value >= 0;
    case 'upTo': {
      const trials = argument(support.trials);
      return (value, at) => Number.isInteger(value) && value >= 0 && (trials === null || value <= trials(at));
    }
    case 'category':
      return (value) => Number.isInteger(value) && value >= 1 && value <= categoryCount;
    case 'interval': {
      const lower = argument(support.lower);
      const upper = argument(support.upper);
      return (value, at) => (lower === null || value >= lower(at)) && (upper === null || value <= upper(at));
    }
  }
}

function supportWords(
  support: Support,
  argument: (name: string) => DataValue | null,
  at: ReadonlyMap<string, number>,
): string {
  switch (support.kind) {
    case 'real':
      return 'any number';
    case 'positive':
      return 'positive numbers';
    case 'unit':
      return 'numbers between 0 and 1';
    case 'binary':
      return '0 or 1';
    case 'count':
      return 'whole numbers from 0';
    case 'upTo': {
      const trials = argument(support.trials);
      return trials === null ? 'whole numbers from 0' : `whole numbers from 0 to ${trials(at)} there`;
    }
    case 'category':
      return 'whole numbers from 1';
    case 'interval':
      return `numbers from ${argument(support.lower)?.(at) ?? 'its lower bound'} to ${argument(support.upper)?.(at) ?? 'its upper bound'}`;
  }
}

/** The first setting of the statement's letters at which a condition fails. */
function firstWrong(
  statement: Draw,
  bound: BoundModel,
  holds: (at: ReadonlyMap<string, number>) => boolean,
): { readonly at: ReadonlyMap<string, number>; readonly place: string } | null {
  const sizes = statement.plates.map((plate) => bound.plates[plate].size);
  const total = sizes.reduce((product, size) => product * size, 1);
  const at = new Map<string, number>();
  for (let flat = 0; flat < total; flat++) {
    let rest = flat;
    for (let axis = sizes.length - 1; axis >= 0; axis--) {
      at.set(statement.letters[axis], rest % sizes[axis]);
      rest = Math.floor(rest / sizes[axis]);
    }
    if (holds(at)) continue;
    const indices = statement.letters.map((letter) => (at.get(letter) ?? 0) + 1);
    return {
      at: new Map(at),
      place: indices.length === 0 ? statement.name : `${statement.name}[${indices.join(', ')}]`,
    };
  }
  return null;
}
