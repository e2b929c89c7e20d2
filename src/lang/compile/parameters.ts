// Parameters in generated code: from the unconstrained position to constrained values, and derivatives back.
import type { BoundModel } from '../bind';
import type { Expression } from '../tree';
import { CodeWriter } from './code';
import { Lowering } from './lower';
import type { Environment } from './lower';
import type { ModuleBuilder } from './module';
import { flatIndex } from './module';
import { Graph } from './node';
import type { ParameterLayout, Place, Quantity } from './quantities';
import { Rows } from './rows';

/** The lines that one parameter contributes to the log density. */
export interface ParameterCode {
  readonly quantity: Quantity;
  /** Before the densities: its value, and its share of the log Jacobian where that is a sum over elements. */
  readonly forward: readonly string[];
  /** Its share of the log Jacobian as an expression, for a scalar. */
  readonly jacobian: string | null;
  /** After the densities: the gradient in the unconstrained coordinate. */
  readonly reverse: readonly string[];
}

/** JavaScript for the bounds of an interval, written into a nest of loops. */
interface Bounds {
  readonly writer: CodeWriter;
  readonly rows: Rows;
  readonly lower: string;
  readonly upper: string;
}

const inQ = (base: number): Place => ({ kind: 'array', name: 'q', base, adjoint: 'g' });

export function parameterCode(layout: ParameterLayout, environment: Environment, module: ModuleBuilder): ParameterCode {
  return layout.shape.length === 0 ? scalarCode(layout, environment, module) : vectorCode(layout, environment, module);
}

function scalarCode(layout: ParameterLayout, environment: Environment, module: ModuleBuilder): ParameterCode {
  const { name, offset, constraint } = layout;
  const x = module.identifiers.fresh(name);
  const dx = module.identifiers.fresh(`d_${name}`);
  const value: Place = { kind: 'local', name: x, adjoint: dx };
  const at = `[${offset}]`;
  const known = (form: 'log' | 'logit'): { place: Place; u: string; du: string } => {
    const u = module.identifiers.fresh(`${form}_${name}`);
    const du = module.identifiers.fresh(`d_${form}_${name}`);
    return { place: { kind: 'local', name: u, adjoint: du }, u, du };
  };
  switch (constraint.kind) {
    case 'real':
    case 'ordered':
      return {
        quantity: { value, known: null, shape: [] },
        forward: [`const ${x} = q${at};`, `let ${dx} = 0;`],
        jacobian: null,
        reverse: [`g${at} = ${dx};`],
      };
    case 'positive': {
      const { place, u, du } = known('log');
      return {
        quantity: { value, known: { form: 'log', place }, shape: [] },
        forward: [`const ${u} = q${at};`, `const ${x} = exp(${u});`, `let ${dx} = 0, ${du} = 1;`],
        jacobian: u,
        reverse: [`g${at} = ${dx} * ${x} + ${du};`],
      };
    }
    case 'unit': {
      const { place, u, du } = known('logit');
      const rest = module.identifiers.fresh(`not_${name}`);
      return {
        quantity: { value, known: { form: 'logit', place }, shape: [] },
        forward: [
          `const ${u} = q${at};`,
          `const ${x} = invLogit(${u}), ${rest} = invLogit(-${u});`,
          `let ${dx} = 0, ${du} = 0;`,
        ],
        jacobian: `-log1pExp(${u}) - log1pExp(-${u})`,
        reverse: [`g${at} = ${dx} * ${x} * ${rest} + ${du} + ${rest} - ${x};`],
      };
    }
    case 'interval': {
      const u = module.identifiers.fresh(`logit_${name}`);
      const bounds = boundsOf(name, constraint, environment, module);
      const width = module.identifiers.fresh(`width_${name}`);
      return {
        quantity: { value, known: null, shape: [] },
        forward: [
          ...bounds.writer.lines[0],
          `const ${u} = q${at};`,
          `const ${width} = ${bounds.upper} - ${bounds.lower};`,
          `const ${x} = Math.min(${bounds.lower} + ${width} * invLogit(${u}), ${bounds.upper});`,
          `let ${dx} = 0;`,
        ],
        jacobian: `log(${width}) - log1pExp(${u}) - log1pExp(-${u})`,
        reverse: [`g${at} = ${dx} * ${width} * invLogit(${u}) * invLogit(-${u}) + invLogit(-${u}) - invLogit(${u});`],
      };
    }
  }
}

function vectorCode(layout: ParameterLayout, environment: Environment, module: ModuleBuilder): ParameterCode {
  const { name, offset, size, shape, constraint } = layout;
  if (constraint.kind === 'real')
    return { quantity: { value: inQ(offset), known: null, shape }, forward: [], jacobian: null, reverse: [] };
  const x = module.array(name, size);
  const dx = module.array(`d_${name}`, size);
  const value: Place = { kind: 'array', name: x, base: 0, adjoint: dx };
  const j = module.identifiers.fresh('j');
  const at = `[${offset === 0 ? '' : `${offset} + `}${j}]`;
  const head = `for (let ${j} = 0; ${j} < ${size}; ${j}++) {`;
  module.identifiers.release([j]);
  switch (constraint.kind) {
    case 'positive':
      return {
        quantity: { value, known: { form: 'log', place: inQ(offset) }, shape },
        forward: [head, `${x}[${j}] = exp(q${at});`, `${dx}[${j}] = 0;`, `lp += q${at};`, '}'],
        jacobian: null,
        reverse: [head, `g${at} += ${dx}[${j}] * ${x}[${j}] + 1;`, '}'],
      };
    case 'unit':
      return {
        quantity: { value, known: { form: 'logit', place: inQ(offset) }, shape },
        forward: [
          head,
          `${x}[${j}] = invLogit(q${at});`,
          `${dx}[${j}] = 0;`,
          `lp -= log1pExp(q${at}) + log1pExp(-q${at});`,
          '}',
        ],
        jacobian: null,
        reverse: [
          head,
          `const rest = invLogit(-q${at});`,
          `g${at} += ${dx}[${j}] * ${x}[${j}] * rest + rest - ${x}[${j}];`,
          '}',
        ],
      };
    case 'interval':
      return intervalVector(layout, constraint, { x, dx, value }, environment, module);
    case 'ordered':
      return orderedVector(layout, { x, dx, value }, module);
  }
}

interface Arrays {
  readonly x: string;
  readonly dx: string;
  readonly value: Place;
}

function intervalVector(
  layout: ParameterLayout,
  constraint: { readonly lower: Expression; readonly upper: Expression },
  { x, dx, value }: Arrays,
  environment: Environment,
  module: ModuleBuilder,
): ParameterCode {
  const { name, offset, shape } = layout;
  const write = (lines: (lower: string, upper: string, at: string, q: string) => string[]): string[] => {
    const { writer, rows, lower, upper } = boundsOf(name, constraint, environment, module);
    const at = flatIndex(rows.loops);
    writer.lines[writer.innermost].push(...lines(lower, upper, at, offset === 0 ? at : `${offset} + ${at}`));
    module.identifiers.release([...writer.innerNames, ...rows.names]);
    return writer.nest(rows.bounds);
  };
  return {
    quantity: { value, known: null, shape },
    forward: write((lower, upper, at, q) => [
      `${x}[${at}] = Math.min(${lower} + (${upper} - ${lower}) * invLogit(q[${q}]), ${upper});`,
      `${dx}[${at}] = 0;`,
      `lp += log(${upper} - ${lower}) - log1pExp(q[${q}]) - log1pExp(-q[${q}]);`,
    ]),
    jacobian: null,
    reverse: write((lower, upper, at, q) => [
      `const share = invLogit(q[${q}]), rest = invLogit(-q[${q}]);`,
      `g[${q}] += ${dx}[${at}] * (${upper} - ${lower}) * share * rest + rest - share;`,
    ]),
  };
}

/** Stan's ordered vector: the first element, then logarithms of the steps; along the last axis. */
function orderedVector(
  { name, offset, shape, size }: ParameterLayout,
  { x, dx, value }: Arrays,
  module: ModuleBuilder,
): ParameterCode {
  const length = shape[shape.length - 1];
  if (size === 0) return { quantity: { value, known: null, shape }, forward: [], jacobian: null, reverse: [] };
  const steps = { values: module.array(`step_${name}`, size), adjoints: module.array(`d_step_${name}`, size) };
  const nested = size > length;
  const wrap = (lines: readonly string[]): string[] =>
    nested ? [`for (let row = 0; row < ${size}; row += ${length}) {`, ...lines, '}'] : [...lines];
  const element = (k: string): string => (nested ? (k === '0' ? 'row' : `row + ${k}`) : k);
  const q = (k: string): string => {
    if (offset === 0) return element(k);
    return !nested && k === '0' ? String(offset) : `${offset} + ${element(k)}`;
  };
  return {
    quantity: { value, known: null, shape, steps },
    forward: wrap([
      `${x}[${element('0')}] = q[${q('0')}];`,
      `for (let k = 1; k < ${length}; k++) {`,
      `${steps.values}[${element('k')}] = exp(q[${q('k')}]);`,
      `${x}[${element('k')}] = ${x}[${element('k - 1')}] + ${steps.values}[${element('k')}];`,
      `lp += q[${q('k')}];`,
      '}',
      `for (let k = 0; k < ${length}; k++) ${dx}[${element('k')}] = ${steps.adjoints}[${element('k')}] = 0;`,
    ]),
    jacobian: null,
    reverse: wrap([
      'let above = 0;',
      `for (let k = ${length - 1}; k > 0; k--) {`,
      `above += ${dx}[${element('k')}];`,
      `g[${q('k')}] += (above + ${steps.adjoints}[${element('k')}]) * ${steps.values}[${element('k')}] + 1;`,
      '}',
      `g[${q('0')}] += above + ${dx}[${element('0')}];`,
    ]),
  };
}

export function boundsOf(
  name: string,
  constraint: { readonly lower: Expression; readonly upper: Expression },
  environment: Environment,
  module: ModuleBuilder,
): Bounds {
  const statement = statementOf(name, environment.bound);
  const rows = new Rows(statement, environment.bound, module, null);
  const writer = new CodeWriter(rows.names, module.identifiers, rows.read);
  const lowering = new Lowering(new Graph(), environment, rows.letters);
  const lower = lowering.expression(constraint.lower);
  const upper = lowering.expression(constraint.upper);
  return { writer, rows, lower: writer.cheap(lower, `lower_${name}`), upper: writer.cheap(upper, `upper_${name}`) };
}

export function statementOf(name: string, bound: BoundModel): BoundModel['model']['statements'][number] {
  const statement = bound.model.statements.find((candidate) => candidate.name === name);
  if (statement === undefined) throw new Error(`nothing declares ${name}`);
  return statement;
}
