// The log density and its gradient as one function: parameters, derived quantities, one fused loop a statement, and back.
import type { ModelStatement } from '../model';
import { comment, forwardDefinition, readBy, reverseDefinition, storage } from './definitions';
import type { Define } from './definitions';
import type { Environment, Surroundings } from './lower';
import type { ModuleBuilder } from './module';
import { writeAdditiveOrderedLogit } from './additive-ordered-logit';
import type { Passes } from './passes';
import { parameterCode } from './parameters';
import type { Derived, ParameterLayout, Quantity } from './quantities';
import { storedNames } from './quantities';
import { writeRows } from './row-loop';

type Draw = Extract<ModelStatement, { kind: 'draw' }>;

export function writeLogDensity(
  surroundings: Surroundings,
  layout: readonly ParameterLayout[],
  module: ModuleBuilder,
  passes: Passes,
): void {
  const { bound } = surroundings;
  const quantities = new Map<string, Quantity>();
  const derived = new Map<string, Derived>();
  const knobs = new Map<string, string>();
  const knob = (name: string): string => {
    const local = knobs.get(name) ?? module.identifiers.fresh(name);
    knobs.set(name, local);
    return local;
  };
  const environment: Environment = { ...surroundings, quantities, derived, knob };
  const parameters = layout.map((parameter) => {
    const code = parameterCode(parameter, environment, module);
    quantities.set(parameter.name, code.quantity);
    return code;
  });
  const jacobians = parameters.flatMap(({ jacobian }) => jacobian ?? []);
  const scalars = parameters.filter(({ quantity }) => quantity.shape.length === 0);
  const vectors = parameters.filter(({ quantity }) => quantity.shape.length > 0);

  const draws = bound.model.statements.filter((statement): statement is Draw => statement.kind === 'draw');
  const needed = readBy(draws, bound);
  const stored = storedNames(bound);
  const definitions = bound.model.order.filter(
    (statement): statement is Define => statement.kind === 'define' && needed.has(statement.name),
  );
  for (const statement of definitions)
    derived.set(statement.name, {
      statement,
      stored: stored.has(statement.name) ? storage(statement, bound, module, 'with adjoint') : null,
    });
  const kept = definitions.filter((statement) => stored.has(statement.name));

  const body = [
    ...scalars.flatMap(({ forward }) => forward),
    `let lp = ${jacobians.join(' + ').replaceAll('+ -', '- ') || '0'};`,
    ...vectors.flatMap(({ forward }) => forward),
    ...kept.flatMap((statement) => forwardDefinition(statement, environment, module)),
    ...draws.flatMap((statement) => [
      '',
      comment(statement, bound),
      ...densityLoop(statement, environment, module, passes),
    ]),
    ...(kept.length === 0 ? [] : ['', '// back through what was derived']),
    ...[...kept].reverse().flatMap((statement) => reverseDefinition(statement, environment, module)),
    '',
    ...parameters.flatMap(({ reverse }) => reverse),
  ];
  const knobLines = [...knobs].map(([name, local]) => `const ${local} = ${surroundings.knob(name)};`);
  module.addFunction([
    'function logDensity(q, g) {',
    'g.fill(0);',
    ...knobLines,
    ...body,
    'return lp === lp ? lp : -Infinity;',
    '}',
  ]);
}

/** The loop of one density, over cells where its rows repeat. */
function densityLoop(statement: Draw, environment: Environment, module: ModuleBuilder, passes: Passes): string[] {
  const rowByRow = (applied: Passes): string[] =>
    writeRows(statement, environment, module, { kind: 'gradient', passes: applied }).lines;
  // What is seldom run should be soon compiled.
  const seldom: Passes = new Set(passes.has('weighted rows') ? ['weighted rows'] : []);
  const additive = passes.has('additive ordered logit')
    ? writeAdditiveOrderedLogit(statement, environment, module, () => rowByRow(seldom))
    : null;
  return additive ?? rowByRow(passes);
}
