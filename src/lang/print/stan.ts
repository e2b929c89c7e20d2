// A model as a Stan program: the same density up to a constant, with log_lik and predictive draws.
import type { Model, ModelStatement } from '../model';
import { spelled } from '../names';
import { namesIn } from '../walk';
import { Identifiers } from './identifiers';
import { StanExpressions, canVectorize } from './stan-expression';
import { STAN_RESERVED } from './stan-reserved';
import { StanSizes, dataBounds, declare, parameterBounds } from './stan-types';
import {
  dataOnlyNames,
  isDefine,
  isDiscrete,
  isDraw,
  isObserved,
  linkedArgument,
  readNaturally,
  wholeNames,
} from './usage';
import type { Define, Draw } from './usage';

export function modelStan(model: Model): string {
  return new StanProgram(model).print();
}

class StanProgram {
  private readonly identifiers: Identifiers;
  private readonly whole: ReadonlySet<string>;
  private readonly sizes: StanSizes;
  /** For a linked name, the identifier of its predictor: `logit_p`. */
  private readonly predictors = new Map<string, string>();

  constructor(private readonly model: Model) {
    this.identifiers = new Identifiers(model, STAN_RESERVED);
    this.whole = wholeNames(model);
    this.sizes = new StanSizes(model, this.identifiers);
    for (const { name, link } of model.order.filter(isDefine)) {
      if (link !== null) this.predictors.set(name, this.identifiers.fresh(`${link}_${spelled(name)}`));
    }
  }

  print(): string {
    const fixed = dataOnlyNames(this.model);
    const early = readNaturally(this.model, (argument) => argument.stan !== null);
    const defines = this.model.order.filter(isDefine);
    const blocks: [string, string[]][] = [
      ['data', this.data()],
      [
        'transformed data',
        defines.filter(({ name }) => fixed.has(name)).flatMap((define) => this.define(define, true)),
      ],
      ['parameters', this.parameters()],
      [
        'transformed parameters',
        defines.filter(({ name }) => !fixed.has(name)).flatMap((define) => this.define(define, early.has(define.name))),
      ],
      ['model', this.model.statements.filter(isDraw).flatMap((draw) => this.draw(draw))],
      ['generated quantities', this.generated(defines.filter(({ name }) => !fixed.has(name) && !early.has(name)))],
    ];
    return blocks
      .filter(([, lines]) => lines.length > 0)
      .map(([name, lines]) => `${name} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`)
      .join('');
  }

  private data(): string[] {
    const lines = [...this.sizes.declarations];
    for (const symbol of this.model.symbols.values()) {
      if (symbol.role === 'parameter' || symbol.role === 'deterministic') continue;
      const kind = this.whole.has(symbol.name) ? 'whole' : 'number';
      const bounds = dataBounds(this.model, symbol, this.sizes, this.whole);
      const comment = symbol.role === 'knob' ? ` // chosen by hand: ${symbol.knob.value}` : '';
      lines.push(`${this.declaration(symbol.name, kind, bounds)};${comment}`);
    }
    return lines;
  }

  private parameters(): string[] {
    return [...this.model.symbols.values()].flatMap((symbol) => {
      if (symbol.role !== 'parameter') return [];
      const bounds = parameterBounds(symbol.constraint, (bound) => this.elementwise().argument(bound));
      return [`${this.declaration(symbol.name, symbol.constraint.kind === 'ordered' ? 'ordered' : 'number', bounds)};`];
    });
  }

  private declaration(
    name: string,
    kind: 'whole' | 'number' | 'ordered',
    bounds: string,
    identifier = this.identifiers.of(name),
  ): string {
    const plates = this.model.symbols.get(name)?.plates ?? [];
    return declare(
      kind,
      bounds,
      plates.map((plate) => this.sizes.of(plate)),
      identifier,
    );
  }

  /** A deterministic name; a linked one as its predictor, and on its natural scale if that is read here. */
  private define(statement: Define, natural: boolean): string[] {
    const predictor = this.predictors.get(statement.name);
    const lines = this.assign(statement, predictor ?? this.identifiers.of(statement.name));
    return predictor !== undefined && natural ? [...lines, ...this.natural(statement)] : lines;
  }

  private natural({ name, link }: Define): string[] {
    const inverse = link === 'logit' ? 'inv_logit' : 'exp';
    return [`${this.declaration(name, 'number', '')} = ${inverse}(${this.predictors.get(name)});`];
  }

  private assign(statement: Define, identifier: string): string[] {
    const declaration = this.declaration(statement.name, 'number', '', identifier);
    if (canVectorize([statement.value], statement.letters)) {
      const { text, isVector } = this.vectorized(statement).value(statement.value);
      const value =
        statement.letters.length === 1 && !isVector
          ? `rep_vector(${text}, ${this.sizes.of(statement.plates[0])})`
          : text;
      return [`${declaration} = ${value};`];
    }
    const element = this.element(statement, identifier);
    return [
      `${declaration};`,
      ...this.loop(statement, [`${element} = ${this.elementwise(statement.letters).value(statement.value).text};`]),
    ];
  }

  private draw(statement: Draw): string[] {
    const whole = this.vectorForm(statement);
    if (whole !== null) return [whole];
    const { name, list } = this.call(statement, this.elementwise(statement.letters));
    const outcome = this.element(statement, this.identifiers.of(statement.name));
    return this.loop(statement, [`${outcome} ~ ${name}(${list});`]);
  }

  /** The statement over whole vectors, or null. */
  private vectorForm(statement: Draw): string | null {
    const outcome = this.identifiers.of(statement.name);
    const trials = statement.distribution.arguments.findIndex(({ domain }) => domain === 'trials');
    const plainTrials = trials < 0 || ['reference', 'number'].includes(statement.arguments[trials].kind);
    const read = new Set(statement.arguments.flatMap((argument) => [...namesIn(argument)]));
    const constant = statement.letters.length === 2 && !statement.letters.some((letter) => read.has(letter));
    if (constant && !isDiscrete(statement.distribution.support)) {
      const { name, list } = this.call(statement, this.elementwise(statement.letters));
      return `to_vector(${outcome}) ~ ${name}(${list});`;
    }
    // Stan's categorical takes one vector of logits for all outcomes.
    const vector = statement.arguments.find((_, k) => statement.distribution.arguments[k].domain === 'logits');
    if (vector?.kind === 'reference' && vector.indices.length > 0) return null;
    if (!plainTrials || !canVectorize(statement.arguments, statement.letters)) return null;
    const { name, list } = this.call(statement, this.vectorized(statement));
    return `${outcome} ~ ${name}(${list});`;
  }

  /** Name and arguments, through the linked form where there is one. */
  private call(statement: Draw, expressions: StanExpressions, forms = true): { name: string; list: string } {
    const { distribution } = statement;
    const linked = forms ? linkedArgument(this.model, statement) : null;
    const parameters = statement.arguments.map((argument, k) => {
      if (linked?.stan != null && linked.at === k) return this.predictor(linked.through, expressions);
      return distribution.arguments[k].domain === 'trials'
        ? expressions.argument(argument)
        : expressions.value(argument).text;
    });
    const name = linked?.stan ?? distribution.stan.name;
    return { name, list: distribution.stan.arguments(parameters).join(', ') };
  }

  private predictor(
    through: NonNullable<ReturnType<typeof linkedArgument>>['through'],
    expressions: StanExpressions,
  ): string {
    if (through.kind === 'call') return expressions.value(through.predictor).text;
    const identifier = this.predictors.get(through.reference.name);
    if (identifier === undefined) throw new Error(`${through.reference.name} has no link`);
    return expressions.renamed(through.reference, identifier);
  }

  /** Natural scales that the model block does without, pointwise log-likelihood and predictive draws. */
  private generated(late: readonly Define[]): string[] {
    const observed = this.model.statements.filter(isDraw).filter(({ name }) => isObserved(this.model, name));
    const lines = late.filter(({ link }) => link !== null).flatMap((define) => this.natural(define));
    const loops: string[] = [];
    for (const statement of observed) {
      const outcome = this.identifiers.of(statement.name);
      const logLik = this.identifiers.fresh(observed.length === 1 ? 'log_lik' : `log_lik_${outcome}`);
      const replicate = this.identifiers.fresh(`${outcome}_rep`);
      lines.push(`${this.declaration(statement.name, 'number', '', logLik)};`);
      lines.push(
        `${this.declaration(statement.name, this.whole.has(statement.name) ? 'whole' : 'number', '', replicate)};`,
      );
      loops.push(...this.pointwise(statement, logLik, replicate));
    }
    return [...lines, ...loops];
  }

  private pointwise(statement: Draw, logLik: string, replicate: string): string[] {
    const { stan, support } = statement.distribution;
    const density = this.call(statement, this.elementwise(statement.letters));
    const draw = this.call(statement, this.elementwise(statement.letters), false);
    const outcome = this.element(statement, this.identifiers.of(statement.name));
    const suffix = isDiscrete(support) ? 'lpmf' : 'lpdf';
    const folded = stan.folded === true;
    return this.loop(statement, [
      `${this.element(statement, logLik)} = ${density.name}_${suffix}(${outcome} | ${density.list})${folded ? ' + log2()' : ''};`,
      `${this.element(statement, replicate)} = ${folded ? 'abs(' : ''}${draw.name}_rng(${draw.list})${folded ? ')' : ''};`,
    ]);
  }

  private element({ letters }: ModelStatement, identifier: string): string {
    return letters.length === 0
      ? identifier
      : `${identifier}[${letters.map((letter) => this.identifiers.letter(letter)).join(', ')}]`;
  }

  private loop({ letters, plates }: ModelStatement, body: readonly string[]): string[] {
    return letters
      .reduceRight<readonly string[]>(
        (inner, letter, axis) => [
          `for (${this.identifiers.letter(letter)} in 1:${loopBound(this.sizes.of(plates[axis]))}) {`,
          ...inner.map((line) => `  ${line}`),
          '}',
        ],
        body,
      )
      .slice();
  }

  private vectorized({ letters }: ModelStatement): StanExpressions {
    return new StanExpressions(this.model, this.identifiers, this.whole, letters, true);
  }

  private elementwise(letters: readonly string[] = []): StanExpressions {
    return new StanExpressions(this.model, this.identifiers, this.whole, letters, false);
  }
}

function loopBound(size: string): string {
  return size.includes(' ') ? `(${size})` : size;
}
