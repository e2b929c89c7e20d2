// Where parameters live: constraints from their priors, and whether each argument can take what feeds it.
import type { Argument, Distribution, Domain } from './distribution';
import type { Constraint, Knob, Role } from './model';
import type { ErrorList } from './result';
import type { Expression, Span } from './tree';
import { allReferences, valueReferences } from './references';

/** The constraint that a prior gives its parameter, before any argument asks for order. */
export function priorConstraint(distribution: Distribution, values: readonly Expression[]): Constraint | null {
  const { support } = distribution;
  switch (support.kind) {
    case 'real':
    case 'positive':
    case 'unit':
      return { kind: support.kind };
    case 'interval': {
      const bound = (name: string): Expression =>
        values[distribution.arguments.findIndex((argument) => argument.name === name)];
      return { kind: 'interval', lower: bound(support.lower), upper: bound(support.upper) };
    }
    case 'binary':
    case 'count':
    case 'upTo':
    case 'category':
      return null;
  }
}

/** The value of an expression of numbers alone. */
export function constantValue(expression: Expression): number | null {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'negate': {
      const value = constantValue(expression.operand);
      return value === null ? null : -value;
    }
    case 'binary': {
      const left = constantValue(expression.left);
      const right = constantValue(expression.right);
      if (left === null || right === null) return null;
      switch (expression.operator) {
        case '+':
          return left + right;
        case '-':
          return left - right;
        case '*':
          return left * right;
        case '/':
          return left / right;
        case '^':
          return null;
      }
      break;
    }
    case 'reference':
    case 'call':
      return null;
  }
  return null;
}

export function inDomain(domain: Domain, value: number): boolean {
  switch (domain) {
    case 'real':
    case 'cutpoints':
    case 'logits':
      return Number.isFinite(value);
    case 'positive':
      return value > 0 && value < Infinity;
    case 'unit':
      return value >= 0 && value <= 1;
    case 'trials':
      return Number.isInteger(value) && value >= 0;
  }
}

export function domainWords(domain: Domain): string {
  switch (domain) {
    case 'real':
    case 'cutpoints':
    case 'logits':
      return 'a finite number';
    case 'positive':
      return 'positive';
    case 'unit':
      return 'a probability, from 0 to 1';
    case 'trials':
      return 'a whole number from 0';
  }
}

/** What is known of the names that feed arguments. */
export interface Feeding {
  readonly role: (name: string) => Role | undefined;
  readonly knob: (name: string) => Knob | undefined;
  readonly constraint: (name: string) => Constraint | undefined;
  /** A derived quantity that only renames another value; null otherwise. */
  readonly alias: (name: string) => Expression | null;
}

/** Reports a constant, a knob or a parameter that cannot be what the argument needs. */
export function checkArgument(
  distribution: Distribution,
  argument: Argument,
  value: Expression,
  feeding: Feeding,
  errors: ErrorList,
): void {
  if (argument.domain === 'cutpoints' || argument.domain === 'logits') return;
  const constant = constantValue(value);
  if (constant !== null) {
    if (!inDomain(argument.domain, constant))
      errors.add(
        value.span,
        `The ${argument.name} of ${distribution.name} is ${domainWords(argument.domain)}, not ${constant}.`,
        `Write ${distribution.signature} with such a number.`,
      );
    return;
  }
  let source = value;
  for (let steps = 0; source.kind === 'reference' && steps < 50; steps++) {
    const alias = feeding.alias(source.name);
    if (alias === null) break;
    source = alias;
  }
  if (source.kind !== 'reference') {
    if (argument.domain === 'trials') checkTrials(distribution, value, feeding, errors);
    return;
  }
  const { name } = source;
  const role = feeding.role(name);
  if (role === 'knob') {
    const knob = feeding.knob(name);
    if (knob !== undefined && !inDomain(argument.domain, knob.value))
      errors.add(
        value.span,
        `The ${argument.name} of ${distribution.name} is ${domainWords(argument.domain)}, but the knob ${name} is ${knob.value}.`,
        'Give the knob another value.',
      );
  } else if (role === 'parameter') {
    const constraint = feeding.constraint(name);
    if (constraint !== undefined && !fits(constraint, argument.domain))
      reportWider(distribution, argument, name, value.span, errors);
  } else if (argument.domain === 'trials') checkTrials(distribution, value, feeding, errors);
}

function fits(constraint: Constraint, domain: Domain): boolean {
  if (domain === 'real') return true;
  if (domain === 'trials') return false;
  switch (constraint.kind) {
    case 'real':
    case 'ordered':
      return false;
    case 'positive':
      return domain === 'positive';
    case 'unit':
      return true;
    case 'interval': {
      // A bound that is data or a knob is trusted here; its value shows when the model meets them.
      const lower = constantValue(constraint.lower) ?? 0;
      const upper = constantValue(constraint.upper) ?? 1;
      return lower >= 0 && (domain === 'positive' || upper <= 1);
    }
  }
}

function reportWider(
  distribution: Distribution,
  argument: Argument,
  name: string,
  span: Span,
  errors: ErrorList,
): void {
  const message = `${name} is the ${argument.name} of ${distribution.name}, which is ${domainWords(argument.domain)}, but its prior is wider.`;
  switch (argument.domain) {
    case 'positive':
      errors.add(
        span,
        message,
        `Give ${name} a prior on the positive numbers: HalfNormal, Exponential or Gamma${argument.name === 'rate' ? `, or write log(rate) = ${name} on a line of its own` : ''}.`,
      );
      return;
    case 'unit':
      errors.add(
        span,
        message,
        `Give ${name} a Beta or Uniform(0, 1) prior, or write logit(p) = ${name} on a line of its own and use p.`,
      );
      return;
    case 'trials':
      errors.add(
        span,
        `The ${argument.name} of ${distribution.name} is data or a constant, but ${name} is a parameter.`,
        'Put the number of trials in the data.',
      );
      return;
    case 'real':
    case 'cutpoints':
    case 'logits':
      return;
  }
}

function checkTrials(distribution: Distribution, value: Expression, feeding: Feeding, errors: ErrorList): void {
  const unknown = valueReferences(value).find(({ name }) =>
    ['parameter', 'deterministic'].includes(feeding.role(name) ?? ''),
  );
  if (unknown === undefined) return;
  errors.add(
    value.span,
    `The number of trials of ${distribution.name} is data or a constant, but ${unknown.name} is not.`,
    'Put the number of trials in the data.',
  );
}

/** Bounds of a Uniform prior are fixed before sampling: constants, data or knobs. */
export function checkBounds(name: string, constraint: Constraint, feeding: Feeding, errors: ErrorList): void {
  if (constraint.kind !== 'interval') return;
  for (const bound of [constraint.lower, constraint.upper]) {
    const moving = allReferences(bound).find((reference) =>
      ['parameter', 'deterministic', 'observed'].includes(feeding.role(reference.name) ?? ''),
    );
    if (moving !== undefined)
      errors.add(
        bound.span,
        `The bounds of ${name} are constants, data or knobs, but ${moving.name} is none of these.`,
        'Use a constant, or a prior without moving bounds.',
      );
  }
  const lower = constantValue(constraint.lower);
  const upper = constantValue(constraint.upper);
  if (lower !== null && upper !== null && !(lower < upper))
    errors.add(constraint.lower.span, `The lower bound ${lower} is not below the upper bound ${upper}.`, 'Swap them.');
}
