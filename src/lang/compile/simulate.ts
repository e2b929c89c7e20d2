// Simulators and pointwise log-likelihoods from the same text, as generated code.
import { densityFunctions } from '../distributions/functions';
import { distributions } from '../distributions';
import type { Random } from '../../math/random';
import type { BoundModel } from '../bind';
import { knobDefaults, knobNames, start, surround } from './compile';
import { ModuleBuilder } from './module';
import { elementNames, layoutParameters, shapeOf, sizeOf } from './quantities';
import type { ParameterLayout } from './quantities';
import { writePointwise } from './pointwise';
import { writeSimulation } from './simulation';

/** An observed variable in the array of outcomes. */
export interface OutcomeLayout {
  readonly name: string;
  readonly elements: readonly string[];
  readonly offset: number;
  readonly size: number;
  readonly shape: readonly number[];
}

/** Log-likelihood is kept for each distinct row: a cell. */
export interface CellLayout {
  readonly name: string;
  readonly cells: number;
  /** The cell of each row. */
  readonly cellOfRow: Int32Array;
}

export interface CompiledSimulator {
  readonly source: string;
  /** Values of the parameters in text order, on their own scale. */
  readonly parameters: readonly ParameterLayout[];
  /** Observed variables in text order. */
  readonly outcomes: readonly OutcomeLayout[];
  readonly pointwise: readonly CellLayout[];
  readonly knobs: readonly string[];
  readonly instantiate: () => SimulatorInstance;
}

export interface SimulatorInstance {
  /** Draws parameters and outcomes from the model, ancestors first. */
  readonly prior: (random: Random, values: Float64Array, outcomes: Float64Array) => void;
  /** Draws every observed variable given the parameters, each with the others as they were observed. */
  readonly predict: (random: Random, values: Float64Array, outcomes: Float64Array) => void;
  /** The same, observed variables that others read being drawn too. */
  readonly predictJoint: (random: Random, values: Float64Array, outcomes: Float64Array) => void;
  /** Log-likelihood of each cell of an observed variable, unweighted, given the parameters. */
  readonly logLikelihood: Readonly<Record<string, (values: Float64Array, out: Float64Array) => void>>;
  readonly knobs: Float64Array;
}

type Generated = Omit<SimulatorInstance, 'knobs'>;

export function compileSimulator(bound: BoundModel): CompiledSimulator {
  const module = new ModuleBuilder();
  const surroundings = surround(bound, module);
  const parameters = layoutParameters(bound);
  const outcomes = layoutOutcomes(bound);
  for (const kind of ['prior', 'predict', 'predictJoint'] as const)
    writeSimulation(kind, surroundings, parameters, outcomes, module);
  const pointwise = writePointwise(surroundings, parameters, outcomes, module);
  const logLikelihood = `logLikelihood: { ${pointwise.map(({ name, call }) => `${JSON.stringify(name)}: ${call}`).join(', ')} }`;
  const source = module.text(['prior', 'predict', 'predictJoint', logLikelihood], Object.keys(densityFunctions));
  const data = Object.fromEntries(module.data);
  const draws = Object.fromEntries(
    [...module.draws].map(([distribution, name]) => [name, distributions.get(distribution)?.draw]),
  );
  const instantiate = (): SimulatorInstance => {
    const knobs = knobDefaults(bound);
    return { ...start<Generated>(source)(densityFunctions, data, draws, knobs), knobs };
  };
  return { source, parameters, outcomes, pointwise, knobs: knobNames(bound), instantiate };
}

function layoutOutcomes(bound: BoundModel): OutcomeLayout[] {
  let offset = 0;
  return bound.model.statements.flatMap(({ name }): OutcomeLayout[] => {
    if (bound.model.symbols.get(name)?.role !== 'observed') return [];
    const shape = shapeOf(name, bound);
    const size = sizeOf(shape);
    const layout = { name, elements: elementNames(name, shape), offset, size, shape };
    offset += size;
    return [layout];
  });
}
