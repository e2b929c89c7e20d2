// How a model uses its names: what a program in another language must declare.
import type { Domain, Support } from '../distribution';
import type { Model, ModelStatement, Plate } from '../model';
import type { Expression, Link } from '../tree';
import { namesIn, rightSide } from '../walk';

export type Draw = Extract<ModelStatement, { kind: 'draw' }>;
export type Define = Extract<ModelStatement, { kind: 'define' }>;

export function isDraw(statement: ModelStatement): statement is Draw {
  return statement.kind === 'draw';
}

export function isDefine(statement: ModelStatement): statement is Define {
  return statement.kind === 'define';
}

export function isDiscrete(support: Support): boolean {
  return (
    support.kind === 'binary' || support.kind === 'count' || support.kind === 'upTo' || support.kind === 'category'
  );
}

export function isObserved(model: Model, name: string): boolean {
  return model.symbols.get(name)?.role === 'observed';
}

/** Names whose values are whole numbers: index columns, trials, discrete outcomes. */
export function wholeNames(model: Model): ReadonlySet<string> {
  const whole = new Set<string>();
  for (const symbol of model.symbols.values()) {
    if ((symbol.role === 'data' || symbol.role === 'observed') && symbol.indexes !== null) whole.add(symbol.name);
  }
  for (const statement of model.statements.filter(isDraw)) {
    if (isDiscrete(statement.distribution.support)) whole.add(statement.name);
    statement.distribution.arguments.forEach(({ domain }, k) => {
      const value = statement.arguments[k];
      const role = value.kind === 'reference' ? model.symbols.get(value.name)?.role : undefined;
      if (domain === 'trials' && value.kind === 'reference' && role === 'data') whole.add(value.name);
    });
  }
  return whole;
}

/** Deterministic names that parameters do not reach: they can be worked out from the data alone. */
export function dataOnlyNames(model: Model): ReadonlySet<string> {
  const fixed = new Set<string>();
  for (const symbol of model.symbols.values()) {
    if (symbol.role === 'data' || symbol.role === 'observed' || symbol.role === 'knob') fixed.add(symbol.name);
  }
  const found = new Set<string>();
  for (const statement of model.order.filter(isDefine)) {
    const letters = new Set(statement.letters);
    const reads = [...namesIn(statement.value)].filter((name) => !letters.has(name));
    if (!reads.every((name) => fixed.has(name))) continue;
    fixed.add(statement.name);
    found.add(statement.name);
  }
  return found;
}

/** The domain of the arguments that a knob or a datum feeds directly. */
export function feedsDomain(model: Model, name: string, domain: 'positive' | 'unit'): boolean {
  return model.statements.filter(isDraw).some((statement) =>
    statement.distribution.arguments.some((argument, k) => {
      const value = statement.arguments[k];
      return argument.domain === domain && value.kind === 'reference' && value.name === name;
    }),
  );
}

/** An argument that arrives through a link which the distribution has a form for. */
export interface LinkedArgument {
  readonly link: Link;
  /** Which argument. */
  readonly at: number;
  /** Stan's and PyMC's way to take the predictor; null where there is none. */
  readonly stan: string | null;
  readonly pymc: string | null;
  /** The linked name with its indices, as in Binomial(D[i], p[i]), or the predictor itself, as in Poisson(exp(eta[i])). */
  readonly through:
    | { readonly kind: 'name'; readonly reference: Extract<Expression, { kind: 'reference' }> }
    | { readonly kind: 'call'; readonly predictor: Expression };
}

const INVERSES: Readonly<Record<Link, string>> = { logit: 'inv_logit', log: 'exp' };

export function linkedArgument(model: Model, statement: Draw): LinkedArgument | null {
  for (const form of statement.distribution.linked) {
    const at = statement.distribution.arguments.findIndex(({ name }) => name === form.argument);
    const value = statement.arguments[at];
    const common = { link: form.link, at, stan: form.stan, pymc: form.pymc ?? null };
    if (value.kind === 'call' && value.name === INVERSES[form.link]) {
      return { ...common, through: { kind: 'call', predictor: value.arguments[0] } };
    }
    if (value.kind === 'reference' && linkOf(model, value.name) === form.link) {
      return { ...common, through: { kind: 'name', reference: value } };
    }
  }
  return null;
}

export function linkOf(model: Model, name: string): Link | null {
  const define = model.statements.filter(isDefine).find((statement) => statement.name === name);
  return define?.link ?? null;
}

/** Linked names that are read on their natural scale somewhere, and not only through their link. */
export function readNaturally(
  model: Model,
  canTakePredictor: (argument: LinkedArgument) => boolean,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of model.statements) {
    const linked = isDraw(statement) ? linkedArgument(model, statement) : null;
    rightSide(statement).forEach((expression, k) => {
      if (linked !== null && linked.at === k && linked.through.kind === 'name' && canTakePredictor(linked)) return;
      for (const name of namesIn(expression)) if (linkOf(model, name) !== null) names.add(name);
    });
  }
  return names;
}

/** For a plate of cutpoints or logits, the outcome whose levels settle its size: K - 1. */
export function levelOutcomes(model: Model): ReadonlyMap<number, string> {
  const outcomes = new Map<number, string>();
  for (const statement of model.statements.filter(isDraw)) {
    const { support } = statement.distribution;
    if (support.kind !== 'category') continue;
    const at = statement.distribution.arguments.findIndex(({ name }) => name === support.vector);
    const vector = statement.arguments[at];
    const plate = vector.kind === 'reference' ? model.symbols.get(vector.name)?.plates.at(-1) : undefined;
    if (plate !== undefined && !outcomes.has(plate)) outcomes.set(plate, statement.name);
  }
  return outcomes;
}

/** The first observed name on a plate. */
export function outcomeOn(model: Model, plate: Plate): string | undefined {
  return [...model.symbols.values()].find(({ role, plates }) => role === 'observed' && plates.includes(plate.id))?.name;
}

/** The domain of the vector that a plate of `levelOutcomes` belongs to. */
export function vectorDomain(model: Model, outcome: string): Domain | undefined {
  const draw = model.statements.filter(isDraw).find((statement) => statement.name === outcome);
  return draw?.distribution.arguments.find(({ domain }) => domain === 'cutpoints' || domain === 'logits')?.domain;
}
