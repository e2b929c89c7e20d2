// Writes the density of one statement, forward and reverse, into the loops that it runs over.
import type { Density, DensityCode, DensityContext, Distribution, PooledDensity } from '../distribution';
import type { Expression } from '../tree';
import { termsOf } from './additive-terms';
import { CodeWriter, joinOffset } from './code';
import { ConstantTerms } from './constant-terms';
import { densityExpression } from './density-text';
import { differentiate } from './differentiate';
import type { Adjoint } from './differentiate';
import { Hoister } from './hoist';
import { RowTotals } from './row-totals';
import { LogProducts } from './log-products';
import { linkedForm, Lowering } from './lower';
import type { Environment, Vector } from './lower';
import type { ModuleBuilder } from './module';
import { Graph } from './node';
import type { Node } from './node';
import type { Passes } from './passes';
import type { Rows } from './rows';

/** What becomes of the log density of a row. */
export type Purpose =
  /** Added to `lp`, weighted, with its derivatives. */
  | { readonly kind: 'gradient'; readonly passes: Passes }
  /** Handed on as it is: the code that stores it. */
  | { readonly kind: 'value'; readonly store: (value: string, rows: Rows) => string };

export interface DensityStatement {
  readonly distribution: Distribution;
  /** The outcome as a reference with the statement's letters. */
  readonly outcome: Expression;
  readonly arguments: readonly Expression[];
}

/** Rows that are not taken one by one. */
export interface RowForm {
  /** For cells of rows that differ in data of their own. */
  readonly pooled: PooledDensity | null;
  /** Terms of arguments that stand in a local outside the loop, by number. */
  readonly outside: ReadonlyMap<
    string,
    { readonly terms: readonly number[]; readonly name: string; readonly adjoint: string }
  >;
}

export const everyRow: RowForm = { pooled: null, outside: new Map() };

export interface DensityParts {
  readonly graph: Graph;
  readonly density: Density;
  /** The outcome, `x`, and each scalar argument. */
  readonly scalars: ReadonlyMap<string, Node>;
  readonly vectors: ReadonlyMap<string, Vector>;
}

export function writeDensity(
  statement: DensityStatement,
  environment: Environment,
  rows: Rows,
  module: ModuleBuilder,
  purpose: Purpose,
  form: RowForm = everyRow,
): CodeWriter {
  const parts = withoutTerms(lowerParts(statement, environment, rows), rows, form);
  const writer = new CodeWriter(rows.names, module.identifiers, rows.read);
  if (parts.density.kind === 'notation') writeNotation(parts, parts.density.text, environment, rows, writer, purpose);
  else writeEmitted(parts, parts.density.emit, rows, writer, module, purpose, form.pooled);
  return writer;
}

/** Puts locals in the place of terms that stand outside the loop. */
function withoutTerms(parts: DensityParts, rows: Rows, { outside }: RowForm): DensityParts {
  const { graph } = parts;
  const scalars = new Map(parts.scalars);
  for (const [argument, { terms, name, adjoint }] of outside) {
    const node = scalars.get(argument);
    if (node === undefined) throw new Error(`no argument ${argument}`);
    const rest = termsOf(graph, node).filter((_, number) => !terms.includes(number));
    const local = graph.local(name, adjoint, new Set(rows.names));
    const sum = rest.reduce((total, term) => graph.add(total, term), local);
    sum.hint ??= node.hint;
    scalars.set(argument, sum);
  }
  return { ...parts, scalars };
}

export function lowerParts(statement: DensityStatement, environment: Environment, rows: Rows): DensityParts {
  const graph = new Graph();
  const lowering = new Lowering(graph, environment, rows.letters);
  const scalars = new Map<string, Node>([['x', lowering.expression(statement.outcome)]]);
  const vectors = new Map<string, Vector>();
  const { distribution } = statement;
  distribution.arguments.forEach(({ name, domain }, k) => {
    const argument = statement.arguments[k];
    if (domain !== 'cutpoints' && domain !== 'logits') scalars.set(name, lowering.expression(argument));
    else if (argument.kind === 'reference') vectors.set(name, lowering.vector(argument));
  });
  const linked = linkedForm(graph, distribution, scalars);
  if (linked === null) return { graph, density: distribution.density, scalars, vectors };
  scalars.set(linked.form.argument, linked.predictor);
  return { graph, density: linked.form.density, scalars, vectors };
}

function writeNotation(
  parts: DensityParts,
  text: string,
  environment: Environment,
  rows: Rows,
  writer: CodeWriter,
  purpose: Purpose,
): void {
  const { graph, scalars } = parts;
  const value = new Lowering(graph, environment, new Map(), scalars).expression(densityExpression(text));
  const weight = rows.weight === '1' ? graph.constant(1) : graph.seed({ code: rows.weight }, new Set(rows.names));
  const adjoints = purpose.kind === 'gradient' ? differentiate(graph, [{ output: value, seed: weight }]) : [];
  writer.countUses([value, ...adjoints.map((adjoint) => adjoint.value)]);
  finish(writer, writer.expression(value), rows.weight, rows, purpose);
  writeAdjoints(writer, adjoints);
}

function writeEmitted(
  parts: DensityParts,
  emit: (context: DensityContext) => DensityCode,
  rows: Rows,
  writer: CodeWriter,
  module: ModuleBuilder,
  purpose: Purpose,
  pooled: PooledDensity | null,
): void {
  const { graph, scalars, vectors } = parts;
  const gradient = purpose.kind === 'gradient';
  const passes: Passes = purpose.kind === 'gradient' ? purpose.passes : new Set();
  const weight = pooled === null ? rows.weight : '1';
  const seeds = new Map<string, { code: string }>();
  const outputs: { output: Node; seed: Node }[] = [];
  for (const [name, node] of scalars) {
    if (!gradient || node.dependence !== 'free') continue;
    const slot = { code: '0' };
    const seed = graph.seed(slot, new Set(rows.names));
    seed.hint = name === 'x' ? `d_${node.hint ?? 'x'}` : `d_${node.hint ?? name}`;
    seeds.set(name, slot);
    outputs.push({ output: node, seed });
  }
  const adjoints = differentiate(graph, outputs);
  writer.countUses([...scalars.values(), ...adjoints.map((adjoint) => adjoint.value)]);
  const codes = new Map(
    [...scalars].map(([name, node]) => [
      name,
      pooled?.data.includes(name) === true ? rows.pooled(node, name, pooled.by) : writer.cheap(node, name),
    ]),
  );
  const hoister = new Hoister(graph, scalars, codes, rows, writer, module);
  const products = new LogProducts(scalars, rows, writer, module);
  const totals = new RowTotals(scalars, rows, weight, writer);
  const constants = new ConstantTerms(scalars, rows, writer, module);
  const { statements, value, partials, after } = (pooled?.emit ?? emit)({
    x: codes.get('x') ?? '',
    arguments: Object.fromEntries(codes),
    vectors: Object.fromEntries([...vectors].map(([name, vector]) => [name, vectorCode(vector, writer)])),
    weight: rows.weight,
    local: (hint) => writer.fresh(hint, writer.innermost),
    hoist: hoister.hoist,
    constant: (code, reads) =>
      (pooled !== null || passes.has('constant terms')) && constants.add(code, reads)
        ? ''
        : `${hoister.hoist(
            code((name) => codes.get(name) ?? ''),
            reads,
          )} + `,
    spread: () => {
      const x = scalars.get('x');
      return pooled === null || x === undefined ? '0' : rows.pooled(x, 'x', 'spread');
    },
    product: passes.has('log products') ? products.multiply : () => false,
    total: passes.has('row totals') ? totals.total : () => null,
    needs: (name) => gradient && (seeds.has(name) || (vectors.get(name)?.adjoint ?? null) !== null),
  });
  writer.lines[writer.innermost].push(
    ...statements.map((line) => hoister.replaceKnown(line)),
    ...products.lines,
    ...totals.lines,
  );
  if (after !== undefined) totals.finish(after);
  for (const [name, slot] of seeds) {
    const partial = hoister.replaceKnown(partials[name] ?? '0');
    slot.code = weight === '1' ? partial : `${weight} * (${partial})`;
  }
  finish(writer, hoister.replaceKnown(value), weight, rows, purpose);
  // What follows the loop took these on.
  const elsewhere = ({ operation }: Node): boolean => operation.kind === 'seed' && operation.slot.code === '0';
  writeAdjoints(
    writer,
    adjoints.filter((adjoint) => !elsewhere(adjoint.value)),
  );
}

function vectorCode(vector: Vector, writer: CodeWriter): DensityContext['vectors'][string] {
  const { array, adjoint, offset, size, steps } = vector;
  return {
    values: array,
    adjoints: adjoint ?? '',
    offset: writer.offset(offset),
    size: String(size),
    ...(steps === null ? {} : { steps }),
  };
}

function finish(writer: CodeWriter, value: string, weight: string, rows: Rows, purpose: Purpose): void {
  if (value !== '')
    writer.lines[writer.innermost].push(
      purpose.kind === 'value' ? purpose.store(value, rows) : accumulate(value, weight),
    );
}

function accumulate(value: string, weight: string): string {
  return weight === '1' ? `lp += ${value};` : `lp += ${weight} * (${value});`;
}

/** Adds each derivative to its place. */
export function writeAdjoints(writer: CodeWriter, adjoints: readonly Adjoint[]): void {
  const inner = writer.lines[writer.innermost];
  for (const { leaf, value } of adjoints) {
    const { operation } = leaf;
    const negative = value.operation.kind === 'negate';
    const code =
      value.operation.kind === 'seed' && !writer.shares(value)
        ? value.operation.slot.code
        : value.operation.kind === 'negate'
          ? writer.factor(value.operation.x)
          : writer.expression(value);
    const add = negative ? '-=' : '+=';
    if (operation.kind === 'local') inner.push(`${operation.adjoint} ${add} ${code};`);
    else if (operation.kind === 'element')
      inner.push(`${operation.adjoint}[${writer.offset(operation.offset)}] ${add} ${code};`);
    else if (operation.kind === 'sum') {
      const depth = writer.depth(leaf.letters);
      const total = writer.fresh(`d_sum`, depth);
      const k = writer.fresh('k', writer.innermost);
      writer.lines[depth].push(`let ${total} = 0;`);
      inner.push(`${total} ${add} ${code};`);
      const at = joinOffset(writer.offset(operation.offset), k);
      writer.after[depth].push(
        `for (let ${k} = 0; ${k} < ${operation.size}; ${k}++) ${operation.adjoint}[${at}] += ${total};`,
      );
    }
  }
}
