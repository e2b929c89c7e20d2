// Writes the density of one statement, forward and reverse, into the loops that it runs over.
import type { Density, DensityCode, DensityContext, Distribution } from '../distribution';
import type { Expression } from '../tree';
import { CodeWriter, joinOffset } from './code';
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
import type { Rows } from './rows';

/** What becomes of the log density of a row. */
export type Purpose =
  /** Added to `lp`, weighted, with its derivatives. */
  | { readonly kind: 'gradient'; readonly products: boolean; readonly totals: boolean }
  /** Handed on as it is: the code that stores it. */
  | { readonly kind: 'value'; readonly store: (value: string, rows: Rows) => string };

export interface DensityStatement {
  readonly distribution: Distribution;
  /** The outcome as a reference with the statement's letters. */
  readonly outcome: Expression;
  readonly arguments: readonly Expression[];
}

interface Parts {
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
): CodeWriter {
  const parts = lowerParts(statement, environment, rows);
  const writer = new CodeWriter(rows.names, module.identifiers, rows.read);
  if (parts.density.kind === 'notation') writeNotation(parts, parts.density.text, environment, rows, writer, purpose);
  else writeEmitted(parts, parts.density.emit, rows, writer, module, purpose);
  return writer;
}

function lowerParts(statement: DensityStatement, environment: Environment, rows: Rows): Parts {
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
  parts: Parts,
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
  finish(writer, writer.expression(value), rows, purpose);
  writeAdjoints(writer, adjoints);
}

function writeEmitted(
  parts: Parts,
  emit: (context: DensityContext) => DensityCode,
  rows: Rows,
  writer: CodeWriter,
  module: ModuleBuilder,
  purpose: Purpose,
): void {
  const { graph, scalars, vectors } = parts;
  const gradient = purpose.kind === 'gradient';
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
  const codes = new Map([...scalars].map(([name, node]) => [name, writer.cheap(node, name)]));
  const hoister = new Hoister(graph, scalars, codes, rows, writer, module);
  const products = new LogProducts(scalars, rows, writer, module);
  const totals = new RowTotals(scalars, rows, writer);
  const { statements, value, partials, after } = emit({
    x: codes.get('x') ?? '',
    arguments: Object.fromEntries(codes),
    vectors: Object.fromEntries([...vectors].map(([name, vector]) => [name, vectorCode(vector, writer)])),
    weight: rows.weight,
    local: (hint) => writer.fresh(hint, writer.innermost),
    hoist: hoister.hoist,
    product: purpose.kind === 'gradient' && purpose.products ? products.multiply : () => false,
    total: purpose.kind === 'gradient' && purpose.totals ? totals.total : () => null,
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
    slot.code = rows.weight === '1' ? partial : `${rows.weight} * (${partial})`;
  }
  finish(writer, hoister.replaceKnown(value), rows, purpose);
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

function finish(writer: CodeWriter, value: string, rows: Rows, purpose: Purpose): void {
  if (value !== '')
    writer.lines[writer.innermost].push(
      purpose.kind === 'value' ? purpose.store(value, rows) : accumulate(value, rows.weight),
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
