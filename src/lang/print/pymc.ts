// A model as a PyMC 5 program that runs as it stands beside its data, with coords and dims.
import type { Model, ModelStatement, ModelSymbol, Plate, Role } from '../model';
import { spelled } from '../names';
import { valueReferences } from '../references';
import { rightSide } from '../walk';
import { Identifiers } from './identifiers';
import { isFlat } from './program-data';
import { PymcExpressions } from './pymc-expression';
import { PYTHON_RESERVED } from './python-reserved';
import {
  dataOnlyNames,
  isDefine,
  isDraw,
  isObserved,
  levelOutcomes,
  linkedArgument,
  outcomeOn,
  vectorDomain,
} from './usage';
import type { Define, Draw } from './usage';

export interface PymcOptions {
  /** The file of data: a CSV where all data share the rows, else JSON with an array for each name. */
  readonly file?: string;
  /** Its column for a name, where that is not the name itself. */
  readonly columns?: Readonly<Record<string, string>>;
}

export function modelPymc(model: Model, options: PymcOptions = {}): string {
  return new PymcProgram(model, options).print();
}

/** Emitted as it stands: what an index column means in Python. */
const LEVELS = `def levels(*columns):
    """The levels that columns share, and each column as positions among them, from 0.

    Numbers stand for themselves, from 1 to the largest; text has its levels in order of first appearance.
    """
    together = pd.concat(columns, ignore_index=True)
    if pd.api.types.is_numeric_dtype(together):
        labels, positions = np.arange(1, int(together.max()) + 1), together.to_numpy() - 1
    else:
        positions, labels = pd.factorize(together)
    return labels, *np.split(positions, np.cumsum([len(column) for column in columns])[:-1])`;

class PymcProgram {
  private readonly identifiers: Identifiers;
  private readonly outcomes: ReadonlyMap<number, string>;
  private readonly fixed: ReadonlySet<string>;
  /** The name of each plate's dimension. */
  private readonly dims = new Map<number, string>();
  /** The array of labels of a plate that columns index, and of the levels of an outcome. */
  private readonly labels = new Map<number | string, string>();
  private readonly predictors = new Map<string, string>();
  /** For a name held as positions that is also read as a number, the array of its numbers. */
  private readonly valueNames = new Map<string, string>();

  constructor(
    private readonly model: Model,
    private readonly options: PymcOptions,
  ) {
    this.identifiers = new Identifiers(model, PYTHON_RESERVED);
    this.outcomes = levelOutcomes(model);
    this.fixed = dataOnlyNames(model);
    this.nameDims();
    for (const plate of model.plates) {
      const [column] = plate.indexedBy;
      if (column !== undefined)
        this.labels.set(plate.id, this.identifiers.fresh(`${this.identifiers.of(column)}_levels`));
    }
    for (const { name, distribution } of model.statements.filter(isDraw)) {
      if (distribution.support.kind === 'category')
        this.labels.set(name, this.identifiers.fresh(`${this.identifiers.of(name)}_levels`));
    }
    const positions = new Set([...model.plates.flatMap((plate) => plate.indexedBy), ...this.labels.keys()]);
    for (const expression of model.statements.flatMap(rightSide)) {
      for (const { name } of valueReferences(expression)) {
        if (!positions.has(name) || this.valueNames.has(name)) continue;
        this.valueNames.set(name, this.identifiers.fresh(`${this.identifiers.of(name)}_value`));
      }
    }
    for (const { name, link } of model.order.filter(isDefine)) {
      if (link !== null) this.predictors.set(name, this.identifiers.fresh(`${link}_${spelled(name)}`));
    }
  }

  private nameDims(): void {
    const several = this.model.plates.filter((plate) => plate.rows).length > 1;
    // A dimension of a variable's name would be taken for its coordinate.
    const taken = new Set(
      [...this.model.symbols.values()].filter(({ role }) => !isGiven(role)).map(({ name }) => name),
    );
    for (const plate of this.model.plates) {
      let dim = this.dimWish(plate, several);
      while (taken.has(dim)) dim += '_';
      taken.add(dim);
      this.dims.set(plate.id, dim);
    }
  }

  private dimWish(plate: Plate, several: boolean): string {
    const outcome = this.outcomes.get(plate.id);
    if (outcome !== undefined) return vectorDomain(this.model, outcome) === 'cutpoints' ? 'cutpoint' : 'level';
    const [column] = plate.indexedBy;
    if (column !== undefined) return this.column(column);
    if (!plate.rows) return plate.letter;
    return several ? `row_${outcomeOn(this.model, plate) ?? plate.letter}` : 'row';
  }

  print(): string {
    const body = this.model.order.flatMap((statement) =>
      isDraw(statement) ? this.draw(statement) : this.define(statement),
    );
    const sample = [
      'idata = pm.sample()',
      'pm.compute_log_likelihood(idata)',
      'pm.sample_posterior_predictive(idata, extend_inferencedata=True)',
    ];
    const load = this.load();
    const program = [
      [...load, ...this.knobs()].join('\n'),
      this.coords(),
      `with pm.Model(coords=coords) as model:\n${indented(body)}`,
      `with model:\n${indented(sample)}`,
    ].join('\n\n');
    const helper = this.labels.size > 0 ? `\n${LEVELS}\n\n\n` : '';
    const imports = [
      ...(load.some((line) => line.includes('json.')) ? ['import json', ''] : []),
      'import numpy as np',
      'import pandas as pd',
      'import pymc as pm',
      ...(program.includes('pt.') ? ['import pytensor.tensor as pt'] : []),
    ];
    return `${imports.join('\n')}\n\n${helper}${program}\n`;
  }

  private load(): string[] {
    const data = [...this.model.symbols.values()].filter(({ role }) => role === 'data' || role === 'observed');
    const flat = isFlat(this.model);
    const file = JSON.stringify(this.options.file ?? (flat ? 'data.csv' : 'data.json'));
    const lines = flat
      ? [`data = pd.read_csv(${file})`]
      : [
          `with open(${file}) as file:`,
          '    data = {name: pd.Series(values) for name, values in json.load(file).items()}',
        ];
    const indexed = new Set(this.model.plates.flatMap((plate) => plate.indexedBy));
    for (const { id, indexedBy } of this.model.plates) {
      if (indexedBy.length === 0) continue;
      const columns = indexedBy.map((name) => this.series(name)).join(', ');
      lines.push(
        `${[this.labels.get(id), ...indexedBy.map((name) => this.identifiers.of(name))].join(', ')} = levels(${columns})`,
      );
    }
    for (const { name } of data.filter((symbol) => !indexed.has(symbol.name))) {
      const labels = this.labels.get(name);
      const identifier = this.identifiers.of(name);
      lines.push(
        labels === undefined
          ? `${identifier} = ${this.series(name)}.to_numpy()`
          : `${labels}, ${identifier} = levels(${this.series(name)})`,
      );
    }
    for (const [name, identifier] of this.valueNames) lines.push(`${identifier} = ${this.series(name)}.to_numpy()`);
    return lines;
  }

  private series(name: string): string {
    return `data[${JSON.stringify(this.column(name))}]`;
  }

  private column(name: string): string {
    return this.options.columns?.[name] ?? name;
  }

  private knobs(): string[] {
    return [...this.model.symbols.values()].flatMap((symbol) =>
      symbol.role === 'knob' ? [`${this.identifiers.of(symbol.name)} = ${symbol.knob.value}  # chosen by hand`] : [],
    );
  }

  private coords(): string {
    const entries = this.model.plates.map((plate) => `    ${this.dim(plate.id)}: ${this.coordinate(plate)},\n`);
    return `coords = {\n${entries.join('')}}`;
  }

  private coordinate({ id }: Plate): string {
    const labels = this.labels.get(id);
    if (labels !== undefined) return labels;
    const outcome = this.outcomes.get(id);
    if (outcome !== undefined) return `np.arange(1, len(${this.labels.get(outcome)}))`;
    const long = [...this.model.symbols.values()].find(
      ({ role, plates }) => plates[0] === id && (role === 'data' || role === 'observed'),
    );
    return long === undefined ? 'np.arange(1)' : `np.arange(len(${this.identifiers.of(long.name)}))`;
  }

  private dim(plate: number): string {
    return JSON.stringify(this.dims.get(plate));
  }

  private dimsKeyword(plates: readonly number[]): string[] {
    if (plates.length === 0) return [];
    const names = plates.map((plate) => this.dim(plate));
    return [`dims=${names.length === 1 ? names[0] : `(${names.join(', ')})`}`];
  }

  private define(statement: Define): string[] {
    const { name, link, plates } = statement;
    const identifier = this.identifiers.of(name);
    const predictor = this.predictors.get(name);
    const lines =
      predictor === undefined ? [] : [`${predictor} = ${this.expressions(statement).shaped(statement.value)}`];
    const value =
      predictor === undefined
        ? this.expressions(statement).shaped(statement.value)
        : `pm.math.${link === 'logit' ? 'invlogit' : 'exp'}(${predictor})`;
    if (this.fixed.has(name)) return [...lines, `${identifier} = ${value}`];
    const [first, ...rest] = call('pm.Deterministic', [JSON.stringify(name), value, ...this.dimsKeyword(plates)]);
    return [...lines, `${identifier} = ${first}`, ...rest];
  }

  private draw(statement: Draw): string[] {
    const { name, plates, distribution } = statement;
    const symbol = this.model.symbols.get(name);
    const identifier = this.identifiers.of(name);
    const observed = isObserved(this.model, name);
    const keywords = [
      ...this.parameters(statement).map(([keyword, value]) => `${keyword}=${value}`),
      ...(observed ? [`observed=${identifier}`] : symbol === undefined ? [] : this.transform(symbol)),
      ...this.dimsKeyword(plates),
    ];
    const lines = call(`pm.${distribution.pymc.name}`, [JSON.stringify(name), ...keywords]);
    return observed ? lines : [`${identifier} = ${lines[0]}`, ...lines.slice(1)];
  }

  private parameters(statement: Draw): readonly (readonly [string, string])[] {
    const expressions = this.expressions(statement);
    const linked = linkedArgument(this.model, statement);
    const values = statement.arguments.map((argument, k) =>
      linked?.pymc != null && linked.at === k
        ? this.predictor(linked.through, expressions)
        : expressions.print(argument),
    );
    const keywords = statement.distribution.pymc.keywords(values);
    if (linked?.pymc == null) return keywords;
    const { at, pymc } = linked;
    const argument = statement.distribution.arguments[at].name;
    return keywords.map(([keyword, value]) => [keyword === argument ? pymc : keyword, value]);
  }

  private predictor(
    through: NonNullable<ReturnType<typeof linkedArgument>>['through'],
    expressions: PymcExpressions,
  ): string {
    if (through.kind === 'call') return expressions.print(through.predictor);
    const identifier = this.predictors.get(through.reference.name);
    if (identifier === undefined) throw new Error(`${through.reference.name} has no link`);
    return expressions.renamed(through.reference, identifier);
  }

  /** Cutpoints start in order: where all are equal the ordering has no density. */
  private transform(symbol: ModelSymbol): string[] {
    if (symbol.role !== 'parameter' || symbol.constraint.kind !== 'ordered') return [];
    const plate = symbol.plates.at(-1);
    const size = plate === undefined ? '1' : `len(coords[${this.dim(plate)}])`;
    return ['transform=pm.distributions.transforms.ordered', `initval=np.linspace(-1, 1, ${size})`];
  }

  private expressions({ letters, plates }: ModelStatement): PymcExpressions {
    return new PymcExpressions(
      this.identifiers,
      letters,
      plates.map((plate) => `len(coords[${this.dim(plate)}])`),
      this.valueNames,
    );
  }
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}`).join('\n');
}

/** Not a variable of the PyMC model. */
function isGiven(role: Role): boolean {
  return role === 'data' || role === 'knob';
}

/** A call on one line, or with a line for each argument where that would be long. */
function call(name: string, operands: readonly string[]): string[] {
  const line = `${name}(${operands.join(', ')})`;
  if (line.length <= 100) return [line];
  return [`${name}(`, ...operands.map((operand) => `    ${operand},`), ')'];
}
