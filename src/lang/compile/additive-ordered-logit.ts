// Ordered logit of a predictor with two additive parts: exp(b + c - kappa) = exp(b) exp(c) exp(-kappa), one exponential for each value of a part.
import type { ModelStatement } from '../model';
import type { Expression } from '../tree';
import { splitPredictor, sumOfTerms } from './additive-terms';
import type { Part } from './additive-terms';
import { CodeWriter } from './code';
import { writeAdjoints } from './density';
import { differentiate } from './differentiate';
import { Lowering } from './lower';
import type { Environment, Vector } from './lower';
import type { ModuleBuilder } from './module';
import { Graph } from './node';
import type { Node } from './node';
import { countFactors } from './ordered-counts';
import type { OrderedCounts } from './ordered-counts';
import { Rows } from './rows';

type Draw = Extract<ModelStatement, { kind: 'draw' }>;

/** Beyond this sum of the largest parts, in absolute value, row by row: there the factors lose what cancels, and at last overflow. */
const reachable = 50;
/** The product of factors up to 1 + exp(50) gives way to its logarithm here. */
const full = '1e200';

/** Null where it does not apply; elsewhere the code, with `rowByRow` for positions far out. */
export function writeAdditiveOrderedLogit(
  statement: Draw,
  environment: Environment,
  module: ModuleBuilder,
  rowByRow: () => string[],
): string[] | null {
  const { distribution, plates } = statement;
  const levels = environment.bound.columns.get(statement.name)?.values;
  if (distribution.name !== 'OrderedLogit' || plates.length !== 1 || levels === undefined) return null;
  const cutpoints = plainVector(statement, environment, module);
  if (cutpoints === null) return null;
  const [predictor] = statement.arguments;
  const parts = splitPredictor(predictor, statement, environment, module, cutpoints.size);
  if (parts === null || parts.cost > levels.length) return null;
  const counts = countFactors(levels, cutpoints.size, parts);
  return new AdditiveOrderedLogit(statement, environment, module, cutpoints, predictor, counts).write(
    parts.outer,
    parts.inner,
    rowByRow,
  );
}

type Cutpoints = Vector & { readonly adjoint: string; readonly steps: NonNullable<Vector['steps']> };

/** One ordered parameter for all rows. */
function plainVector({ arguments: [, cutpoints], letters }: Draw, environment: Environment, module: ModuleBuilder) {
  if (cutpoints.kind !== 'reference' || letters.length === 0 || cutpoints.indices.length > 0) return null;
  const vector = module.rehearse(() => new Lowering(new Graph(), environment, new Map()).vector(cutpoints));
  const { adjoint, steps } = vector;
  return adjoint === null || steps === null ? null : { ...vector, adjoint, steps };
}

interface PartCode {
  readonly cells: number;
  readonly values: string;
  readonly forward: readonly string[];
  /** Loops over the cells: `body` leaves the derivative in the local that it is given. */
  readonly reverse: (body: (cell: string, derivative: string) => string[]) => string[];
}

class AdditiveOrderedLogit {
  private readonly names: string[] = [];
  private readonly linear: string;
  private readonly c: string;
  private readonly k: string;
  private readonly n: string;

  constructor(
    private readonly statement: Draw,
    private readonly environment: Environment,
    private readonly module: ModuleBuilder,
    private readonly cutpoints: Cutpoints,
    private readonly predictor: Expression,
    private readonly counts: OrderedCounts,
  ) {
    [this.linear, this.c, this.k, this.n] = ['linear', 'c', 'k', 'n'].map((hint) => this.local(hint));
  }

  write(outerPart: Part, innerPart: Part | null, rowByRow: () => string[]): string[] {
    const { linear, counts, cutpoints } = this;
    const reaches = [this.local('reach'), ...(innerPart === null ? [] : [this.local('reach')]), this.local('reach')];
    const outer = this.part(outerPart, 'outer', counts.aboveOuter, reaches[0]);
    const inner = innerPart === null ? null : this.part(innerPart, 'inner', counts.aboveInner, reaches[1]);
    const slots = cutpoints.size * (inner?.cells ?? 1);
    const odds = this.module.array('odds', slots);
    const dOdds = this.module.array('d_odds', slots);
    const lines = [
      `// exp(predictor - cutpoint) in factors, while they are in range`,
      `let ${linear} = 0, ${reaches.map((name) => `${name} = 0`).join(', ')};`,
      ...outer.forward,
      ...(inner?.forward ?? []),
      ...this.cutpointsForward(reaches[reaches.length - 1]),
      `if (${reaches.join(' + ')} <= ${reachable}) {`,
      ...this.fillOdds(inner, odds, dOdds),
      ...this.factors(outer, odds, dOdds),
      ...this.shareOut(inner, dOdds),
      '} else {',
      ...rowByRow(),
      '}',
    ];
    this.module.identifiers.release(this.names);
    return lines;
  }

  private local(hint: string): string {
    const name = this.module.identifiers.fresh(hint);
    this.names.push(name);
    return name;
  }

  private data(hint: string, values: Float64Array | Int32Array): string {
    return this.module.dataArray(`${hint} of ${this.statement.name}`, hint, () => values);
  }

  /** Exponentials of one part of the predictor, and the way back to its parameters. */
  private part(part: Part, kind: 'outer' | 'inner', above: Float64Array, reach: string): PartCode {
    const cells = part.cells.first.length;
    const values = this.module.array(`exp_${kind}`, cells);
    const count = this.data(`above_${kind}`, above);
    const { rows, writer, node } = this.lower(part);
    writer.countUses([node]);
    const code = writer.cheap(node, kind);
    const [at] = rows.names;
    writer.lines[writer.innermost].push(
      `${values}[${at}] = exp(${code});`,
      `${reach} = Math.max(${reach}, Math.abs(${code}));`,
      `${this.linear} += ${count}[${at}] * ${code};`,
    );
    this.module.identifiers.release([...writer.innerNames, ...rows.names]);
    const forward = writer.nest(rows.bounds);
    return { cells, values, forward, reverse: (body) => this.reverse(part, count, body) };
  }

  private lower(part: Part): { rows: Rows; writer: CodeWriter; graph: Graph; node: Node } {
    const rows = new Rows(this.statement, this.environment.bound, this.module, part.cells);
    const writer = new CodeWriter(rows.names, this.module.identifiers, rows.read);
    const graph = new Graph();
    const predictor = new Lowering(graph, this.environment, rows.letters).expression(this.predictor);
    return { rows, writer, graph, node: sumOfTerms(graph, predictor, part.terms) };
  }

  private reverse(part: Part, count: string, body: (cell: string, derivative: string) => string[]): string[] {
    const { rows, writer, graph, node } = this.lower(part);
    const derivative = writer.fresh('slope', writer.innermost);
    const [at] = rows.names;
    const adjoints = differentiate(graph, [{ output: node, seed: graph.seed({ code: derivative }, new Set([at])) }]);
    writer.countUses(adjoints.map(({ value }) => value));
    writer.lines[writer.innermost].push(`let ${derivative} = ${count}[${at}];`, ...body(at, derivative));
    writeAdjoints(writer, adjoints);
    this.module.identifiers.release([...writer.innerNames, ...rows.names]);
    return writer.nest(rows.bounds);
  }

  /** What counts alone decide, and how far the cutpoints reach. */
  private cutpointsForward(reach: string): string[] {
    const { k } = this;
    const { array, size } = this.cutpoints;
    const at = this.at(k);
    return [
      `for (let ${k} = 0; ${k} < ${size}; ${k}++) {`,
      `${reach} = Math.max(${reach}, Math.abs(${array}[${at}]));`,
      `${this.linear} -= ${this.data('below', this.counts.below)}[${k}] * ${array}[${at}];`,
      '}',
    ];
  }

  /** Element `k` of the cutpoints. */
  private at(k: string): string {
    const { base } = this.cutpoints.offset;
    return base === 0 ? k : `${base} + ${k}`;
  }

  private fillOdds(inner: PartCode | null, odds: string, dOdds: string): string[] {
    const { c, k } = this;
    const { array, size } = this.cutpoints;
    const fill = [
      `for (let ${k} = 0; ${k} < ${size}; ${k}++) {`,
      `${odds}[${k}] = exp(-${array}[${this.at(k)}]);`,
      `${dOdds}[${k}] = 0;`,
      '}',
    ];
    if (inner === null) return fill;
    // From the last cell to the first, whose place holds the cutpoints' own.
    return [
      ...fill,
      `for (let ${c} = ${inner.cells - 1}; ${c} >= 0; ${c}--) {`,
      `for (let ${k} = 0; ${k} < ${size}; ${k}++) {`,
      `${odds}[${size} * ${c} + ${k}] = ${inner.values}[${c}] * ${odds}[${k}];`,
      `${dOdds}[${size} * ${c} + ${k}] = 0;`,
      '}',
      '}',
    ];
  }

  private factors(outer: PartCode, odds: string, dOdds: string): string[] {
    const { counts, n } = this;
    const start = this.data('start', counts.start);
    const slot = this.data('slot', counts.slot);
    const weight = counts.weight === null ? null : this.data('times', counts.weight);
    const [e, m, t, d, part, product] = ['e', 'm', 't', 'd', 'part', 'product'].map((hint) => this.local(hint));
    const loop = outer.reverse((cell, slope) => [
      `const ${e} = ${outer.values}[${cell}];`,
      `for (let ${n} = ${start}[${cell}]; ${n} < ${start}[${cell} + 1]; ${n}++) {`,
      `const ${m} = ${slot}[${n}];`,
      `const ${t} = ${e} * ${odds}[${m}], ${d} = 1 + ${t};`,
      ...(weight === null
        ? [
            `const ${part} = ${t} / ${d};`,
            `if ((${product} *= ${d}) > ${full}) {`,
            `lp -= log(${product});`,
            `${product} = 1;`,
            '}',
          ]
        : [`const ${part} = ${weight}[${n}] * (${t} / ${d});`, `lp -= ${weight}[${n}] * log(${d});`]),
      `${dOdds}[${m}] += ${part};`,
      `${slope} -= ${part};`,
      '}',
    ]);
    return weight === null
      ? [`lp += ${this.linear};`, `let ${product} = 1;`, ...loop, `lp -= log(${product});`]
      : [`lp += ${this.linear};`, ...loop];
  }

  /** Derivatives of the inner part and of the cutpoints, from those of the odds. */
  private shareOut(inner: PartCode | null, dOdds: string): string[] {
    const { cutpoints, counts, k } = this;
    const { adjoint, size, steps } = cutpoints;
    const at = this.at(k);
    const between = this.data('between', counts.between);
    const below = this.data('below', counts.below);
    const shares = inner?.reverse((cell, slope) => [
      `for (let ${k} = 0; ${k} < ${size}; ${k}++) {`,
      `${slope} -= ${dOdds}[${size} * ${cell} + ${k}];`,
      `${adjoint}[${at}] += ${dOdds}[${size} * ${cell} + ${k}];`,
      '}',
    ]);
    return [
      ...(shares ?? []),
      `for (let ${k} = 0; ${k} < ${size}; ${k}++) {`,
      `${adjoint}[${at}] ${inner === null ? `+= ${dOdds}[${k}] - ${below}[${k}]` : `-= ${below}[${k}]`};`,
      `if (${between}[${k}] > 0) {`,
      `lp += ${between}[${k}] * log1mExp(-${steps.values}[${at}]);`,
      `${steps.adjoints}[${at}] += ${between}[${k}] / expm1(${steps.values}[${at}]);`,
      '}',
      '}',
    ];
  }
}
