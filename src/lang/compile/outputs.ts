// What comes out of a position besides the density: constrained values, the way back, and derived quantities.
import type { ModelStatement } from '../model';
import { CodeWriter } from './code';
import { Lowering } from './lower';
import type { Environment, Surroundings } from './lower';
import type { ModuleBuilder } from './module';
import { flatIndex } from './module';
import { Graph } from './node';
import { boundsOf } from './parameters';
import type { ParameterLayout, Place, Quantity } from './quantities';
import { Rows } from './rows';

type Define = Extract<ModelStatement, { kind: 'define' }>;

export function writeTransforms(
  surroundings: Surroundings,
  layout: readonly ParameterLayout[],
  module: ModuleBuilder,
): void {
  const environment: Environment = { ...surroundings, quantities: new Map(), derived: new Map() };
  module.addFunction([
    'function constrain(q, out) {',
    ...layout.flatMap((parameter) => transform(parameter, 'constrain', environment, module)),
    '}',
  ]);
  module.addFunction([
    'function unconstrain(values, q) {',
    ...layout.flatMap((parameter) => transform(parameter, 'unconstrain', environment, module)),
    '}',
  ]);
}

function transform(
  layout: ParameterLayout,
  way: 'constrain' | 'unconstrain',
  environment: Environment,
  module: ModuleBuilder,
): string[] {
  const { name, offset, size, shape, constraint } = layout;
  const forth = way === 'constrain';
  const [to, from] = forth ? ['out', 'q'] : ['q', 'values'];
  const elementwise = (code: (at: string) => string): string[] => {
    if (shape.length === 0) return [`${to}[${offset}] = ${code(String(offset))};`];
    return [`for (let j = ${offset}; j < ${offset + size}; j++) ${to}[j] = ${code('j')};`];
  };
  switch (constraint.kind) {
    case 'real':
      return elementwise((at) => `${from}[${at}]`);
    case 'positive':
      return elementwise((at) => `${forth ? 'exp' : 'log'}(${from}[${at}])`);
    case 'unit':
      return elementwise((at) => `${forth ? 'invLogit' : 'logit'}(${from}[${at}])`);
    case 'interval': {
      const { writer, rows, lower, upper } = boundsOf(name, constraint, environment, module);
      const own = flatIndex(rows.loops);
      const at = shape.length === 0 ? String(offset) : offset === 0 ? own : `${offset} + ${own}`;
      const value = forth
        ? `Math.min(${lower} + (${upper} - ${lower}) * invLogit(q[${at}]), ${upper})`
        : `logit((values[${at}] - ${lower}) / (${upper} - ${lower}))`;
      writer.lines[writer.innermost].push(`${to}[${at}] = ${value};`);
      module.identifiers.release([...writer.innerNames, ...rows.names]);
      return writer.nest(rows.bounds);
    }
    case 'ordered': {
      const length = shape[shape.length - 1];
      const step = forth ? 'out[k - 1] + exp(q[k])' : 'log(values[k] - values[k - 1])';
      return [
        `for (let start = ${offset}; start < ${offset + size}; start += ${length}) {`,
        `${to}[start] = ${from}[start];`,
        `for (let k = start + 1; k < start + ${length}; k++) ${to}[k] = ${step};`,
        '}',
      ];
    }
  }
}

/** Parameters read from an array of constrained values in text order. */
export function valueQuantities(layout: readonly ParameterLayout[], array: string): Map<string, Quantity> {
  return new Map(
    layout.map(({ name, offset, shape }) => {
      const value: Place = { kind: 'array', name: array, base: offset, adjoint: null };
      return [name, { value, known: null, shape }];
    }),
  );
}

export function writeDeterministics(
  surroundings: Surroundings,
  layout: readonly ParameterLayout[],
  outputs: readonly { readonly name: string; readonly offset: number; readonly shape: readonly number[] }[],
  module: ModuleBuilder,
): void {
  const quantities = valueQuantities(layout, 'values');
  const environment: Environment = { ...surroundings, quantities, derived: new Map() };
  const lines: string[] = [];
  for (const statement of surroundings.bound.model.order) {
    const output = outputs.find(({ name }) => name === statement.name);
    if (statement.kind !== 'define' || output === undefined) continue;
    lines.push(...defineInto(statement, 'out', output.offset, environment, module));
    quantities.set(statement.name, {
      value: { kind: 'array', name: 'out', base: output.offset, adjoint: null },
      known: null,
      shape: output.shape,
    });
  }
  module.addFunction(['function deterministics(values, out) {', ...lines, '}']);
}

/** Computes a derived quantity, its link undone, into an array. */
export function defineInto(
  statement: Define,
  array: string,
  base: number,
  environment: Environment,
  module: ModuleBuilder,
): string[] {
  const rows = new Rows(statement, environment.bound, module, null);
  const writer = new CodeWriter(rows.names, module.identifiers, rows.read);
  const graph = new Graph();
  const predictor = new Lowering(graph, environment, rows.letters).expression(statement.value);
  const value =
    statement.link === null ? predictor : graph.unary(statement.link === 'log' ? 'exp' : 'invLogit', predictor);
  writer.countUses([value]);
  const own = flatIndex(rows.loops);
  const at = rows.loops.length === 0 ? String(base) : base === 0 ? own : `${base} + ${own}`;
  const code = writer.expression(value);
  writer.lines[writer.innermost].push(`${array}[${at}] = ${code};`);
  module.identifiers.release([...writer.innerNames, ...rows.names]);
  return writer.nest(rows.bounds);
}
