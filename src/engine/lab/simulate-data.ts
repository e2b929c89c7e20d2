// Data that a model itself might have made: covariates at random, index columns that go round, and outcomes from the prior.
import { bind } from '../../lang/bind';
import type { BoundModel } from '../../lang/bind';
import { compileSimulator } from '../../lang/compile/simulate';
import { indexColumn } from '../../lang/data';
import type { Column } from '../../lang/data';
import type { Domain } from '../../lang/distribution';
import type { Model, ModelStatement, ModelSymbol, Roles } from '../../lang/model';
import type { Expression } from '../../lang/tree';
import { rightSide, visit } from '../../lang/walk';
import { readModel } from '../../lang/resolve';
import type { LanguageError } from '../../lang/result';
import { randomStream } from '../../math/random';
import type { Random } from '../../math/random';

export interface SimulationRequest {
  readonly text: string;
  readonly roles: Roles;
  readonly knobs: Readonly<Record<string, number>>;
  readonly rows: number;
  /** Of each plate that an index column points into. */
  readonly members: number;
  readonly seed: number;
}

/** What the outcomes were made with, by element. */
export type Truth = Readonly<Record<string, number>>;

export type SimulatedData =
  | { readonly kind: 'data'; readonly data: Readonly<Record<string, Column>>; readonly truth: Truth }
  | { readonly kind: 'errors'; readonly errors: readonly LanguageError[] }
  | { readonly kind: 'problem'; readonly sentences: readonly string[] };

/** First word of the path in the random streams. */
const inventStream = 7;
const trials = 20;
const categories = 5;

export function simulateData(request: SimulationRequest): SimulatedData {
  const read = readModel(request.text, request.roles);
  if (!read.ok) return { kind: 'errors', errors: read.errors };
  const random = randomStream(request.seed, inventStream, 0);
  const invented = invent(read.value, request, random);
  const bound = bind(read.value, invented);
  if (!bound.ok) return { kind: 'errors', errors: bound.errors };
  return draw(bound.value, invented, request, random);
}

function draw(
  bound: BoundModel,
  invented: Readonly<Record<string, Column>>,
  { knobs }: SimulationRequest,
  random: Random,
): SimulatedData {
  const compiled = compileSimulator(bound);
  const instance = compiled.instantiate();
  compiled.knobs.forEach((name, k) => (instance.knobs[k] = knobs[name] ?? instance.knobs[k]));
  const elements = compiled.parameters.flatMap((parameter) => parameter.elements);
  const values = new Float64Array(elements.length);
  const outcomes = new Float64Array(compiled.outcomes.reduce((sum, { size }) => sum + size, 0));
  instance.prior(random, values, outcomes);
  if (!outcomes.every(Number.isFinite))
    return {
      kind: 'problem',
      sentences: [
        'The prior simulates outcomes too large to write down. Choose another seed for the data, or narrower priors: that is what looking at the prior first is for.',
      ],
    };
  const data: Record<string, Column> = { ...invented };
  for (const { name, offset, size } of compiled.outcomes) {
    const made = outcomes.slice(offset, offset + size);
    const placeholder = invented[name];
    const sized = typeof placeholder === 'object' && 'kind' in placeholder && placeholder.kind === 'index';
    data[name] = sized ? indexColumn(Array.from(made), placeholder.size) : made;
  }
  return { kind: 'data', data, truth: Object.fromEntries(elements.map((name, k) => [name, values[k]])) };
}

function invent(model: Model, request: SimulationRequest, random: Random): Record<string, Column> {
  const sizes = model.plates.map((plate) => (plate.rows ? request.rows : request.members));
  const domains = domainsOf(model);
  const data: Record<string, Column> = {};
  for (const symbol of model.symbols.values()) {
    if (symbol.role !== 'data' && symbol.role !== 'observed') continue;
    const lengths = symbol.plates.map((plate) => sizes[plate]);
    const length = lengths.reduce((a, b) => a * b, 1);
    const values = symbol.indexes === null ? null : goRound(length, sizes[symbol.indexes]);
    if (values !== null && symbol.indexes !== null) data[symbol.name] = indexColumn(values, sizes[symbol.indexes]);
    else data[symbol.name] = shaped(columnFor(symbol, model, domains, length, random), lengths);
  }
  return data;
}

function goRound(length: number, size: number): number[] {
  return Array.from({ length }, (_, k) => (k % size) + 1);
}

function shaped(column: Column, lengths: readonly number[]): Column {
  if (!(column instanceof Float64Array)) return column;
  if (lengths.length === 0) return column[0];
  if (lengths.length !== 2) return column;
  const [rows, width] = lengths;
  return Array.from({ length: rows }, (_, row) => Array.from(column.subarray(row * width, (row + 1) * width)));
}

function columnFor(
  symbol: ModelSymbol,
  model: Model,
  domains: ReadonlyMap<string, Domain>,
  length: number,
  random: Random,
): Column {
  if (symbol.role === 'observed') return placeholder(symbol.name, model, length);
  const domain = domains.get(symbol.name);
  const next = (): number => {
    switch (domain) {
      case 'trials':
        return trials;
      case 'positive':
        return rounded(0.5 + random.uniform());
      case 'unit':
        return rounded(0.1 + 0.8 * random.uniform());
      case 'real':
      case 'cutpoints':
      case 'logits':
      case undefined:
        return rounded(random.normal());
    }
  };
  return Float64Array.from({ length }, next);
}

/** Two decimals, as one would type them. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Any values that the outcome may have, to be replaced by simulated ones. */
function placeholder(name: string, model: Model, length: number): Column {
  const statement = model.statements.find((one) => one.name === name);
  if (statement?.kind !== 'draw') throw new Error(`${name} is observed, but nothing draws it`);
  const { support } = statement.distribution;
  switch (support.kind) {
    case 'category':
      return indexColumn(goRound(length, categories), categories);
    case 'positive':
      return new Float64Array(length).fill(1);
    case 'unit':
    case 'interval':
      return new Float64Array(length).fill(0.5);
    case 'real':
    case 'binary':
    case 'count':
    case 'upTo':
      return new Float64Array(length);
  }
}

/** What data must be like where they stand: number of trials, positive, a probability. */
function domainsOf(model: Model): ReadonlyMap<string, Domain> {
  const domains = new Map<string, Domain>();
  const note = (expression: Expression, domain: Domain): void => {
    if (expression.kind === 'reference' && !domains.has(expression.name)) domains.set(expression.name, domain);
  };
  const inside = (statement: ModelStatement): void => {
    for (const expression of rightSide(statement))
      visit(expression, (part) => {
        if (part.kind === 'call' && (part.name === 'log' || part.name === 'sqrt')) note(part.arguments[0], 'positive');
        if (part.kind === 'call' && part.name === 'logit') note(part.arguments[0], 'unit');
        if (part.kind === 'binary' && part.operator === '/') note(part.right, 'positive');
      });
  };
  for (const statement of model.statements) {
    inside(statement);
    if (statement.kind !== 'draw') continue;
    const { distribution } = statement;
    distribution.arguments.forEach((argument, k) => {
      if (argument.domain !== 'real') note(statement.arguments[k], argument.domain);
    });
  }
  return domains;
}
