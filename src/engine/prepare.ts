// From a model source to something that samples: read, rewrite, bind, compile. Runs where code may be generated.
import { bind } from '../lang/bind';
import type { BoundModel } from '../lang/bind';
import { compile } from '../lang/compile/compile';
import type { CompiledModel, Instance } from '../lang/compile/compile';
import { compileSimulator } from '../lang/compile/simulate';
import type { CompiledSimulator, SimulatorInstance } from '../lang/compile/simulate';
import type { Model } from '../lang/model';
import { readModel } from '../lang/resolve';
import { noncentered } from '../lang/rewrite';
import { success } from '../lang/result';
import type { Result } from '../lang/result';
import type { Target } from '../sampler/target';
import type { Variable } from './draws';
import type { ModelSource } from './key';
import type { ChainLayout } from './protocol';

export interface PreparedModel {
  readonly source: ModelSource;
  readonly compiled: CompiledModel;
  readonly instance: Instance;
  readonly target: Target;
  readonly layout: ChainLayout;
  /** Moves the knobs named; those left out return to their defaults. */
  readonly setKnobs: (knobs: Readonly<Record<string, number>>) => void;
  /** The simulators and pointwise likelihoods of the model at the knobs last set; compiled when first asked for. */
  readonly simulator: () => PreparedSimulator;
}

export interface PreparedSimulator {
  readonly compiled: CompiledSimulator;
  readonly instance: SimulatorInstance;
}

/** The model of a source with its rewrites, before data. */
export function readSource(source: Pick<ModelSource, 'text' | 'roles' | 'noncentered'>): Result<Model> {
  let model = readModel(source.text, source.roles);
  for (const name of source.noncentered) if (model.ok) model = noncentered(model.value, name);
  return model;
}

export function compileSource(source: ModelSource): Result<CompiledModel> {
  const model = readSource(source);
  if (!model.ok) return model;
  const bound = bind(model.value, source.data);
  return bound.ok ? success(compile(bound.value)) : bound;
}

export function prepareModel(source: ModelSource): Result<PreparedModel> {
  const result = compileSource(source);
  if (!result.ok) return result;
  const compiled = result.value;
  const instance = compiled.instantiate();
  const defaults = instance.knobs.slice();
  let simulator: PreparedSimulator | null = null;
  return success({
    source,
    compiled,
    instance,
    target: { dimension: compiled.dimension, logDensity: instance.logDensity },
    layout: layoutOf(compiled),
    setKnobs: (knobs) => {
      compiled.knobs.forEach((name, k) => (instance.knobs[k] = knobs[name] ?? defaults[k]));
    },
    simulator: () => {
      simulator ??= prepareSimulator(compiled.bound);
      simulator.instance.knobs.set(instance.knobs);
      return simulator;
    },
  });
}

export function prepareSimulator(bound: BoundModel): PreparedSimulator {
  const compiled = compileSimulator(bound);
  return { compiled, instance: compiled.instantiate() };
}

function layoutOf({ parameters, deterministics }: CompiledModel): ChainLayout {
  const variable = ({ name, offset, size }: Variable): Variable => ({ name, offset, size });
  return {
    parameters: parameters.map(variable),
    parameterElements: parameters.flatMap(({ elements }) => elements),
    deterministics: deterministics.map(variable),
    deterministicElements: deterministics.flatMap(({ elements }) => elements),
  };
}
