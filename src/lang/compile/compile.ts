// The last step: a bound model becomes JavaScript, its data arrays, and a way to start it.
import { densityFunctions } from '../distributions/functions';
import type { BoundModel } from '../bind';
import { writeLogDensity } from './log-density';
import type { Surroundings } from './lower';
import { ModuleBuilder } from './module';
import type { DataArray } from './module';
import { writeDeterministics, writeTransforms } from './outputs';
import { allPasses } from './passes';
import type { Pass } from './passes';
import { elementNames, layoutParameters, shapeOf, sizeOf } from './quantities';
import type { ParameterLayout } from './quantities';

/** A name that is computed from the parameters. */
export interface DeterministicLayout {
  readonly name: string;
  readonly elements: readonly string[];
  readonly offset: number;
  readonly size: number;
  readonly shape: readonly number[];
}

export interface CompiledModel {
  readonly bound: BoundModel;
  /** The body of a function of `math`, `data`, `draws` and `knobs`. */
  readonly source: string;
  /** The arrays that the source calls `data`. */
  readonly data: Readonly<Record<string, DataArray>>;
  /** Length of a position; parameters take as many coordinates as they have elements. */
  readonly dimension: number;
  /** Declared parameters in text order; offsets hold for positions and for constrained values alike. */
  readonly parameters: readonly ParameterLayout[];
  /** Derived quantities in text order. */
  readonly deterministics: readonly DeterministicLayout[];
  /** Knobs in the order of the knob array. */
  readonly knobs: readonly string[];
  /** Starts an instance of its own, with its own working arrays and knobs; calls `new Function`. */
  readonly instantiate: () => Instance;
}

export interface Instance {
  /** Log density at an unconstrained position; writes the gradient. -Infinity where it is not a number. Allocates nothing. */
  readonly logDensity: (position: Float64Array, gradient: Float64Array) => number;
  /** Parameters in text order on their own scale. */
  readonly constrain: (position: Float64Array, values: Float64Array) => void;
  readonly unconstrain: (values: Float64Array, position: Float64Array) => void;
  /** Derived quantities in text order, from a position. */
  readonly deterministics: (position: Float64Array, out: Float64Array) => void;
  /** Current values of the knobs; write to move them. */
  readonly knobs: Float64Array;
}

/** What the generated module returns. */
type Generated = Pick<Instance, 'logDensity' | 'constrain' | 'unconstrain'> & {
  readonly deterministics: (values: Float64Array, out: Float64Array) => void;
};

type Factory<T> = (
  math: typeof densityFunctions,
  data: Readonly<Record<string, DataArray>>,
  draws: Readonly<Record<string, unknown>>,
  knobs: Float64Array,
) => T;

export interface CompileOptions {
  /** Optimizations to apply; all of them unless a test or the benchmark leaves some out. */
  readonly passes?: readonly Pass[];
}

export function compile(bound: BoundModel, { passes = allPasses }: CompileOptions = {}): CompiledModel {
  const parameters = layoutParameters(bound);
  const dimension = parameters.reduce((total, { size }) => total + size, 0);
  const deterministics = layoutDeterministics(bound);
  const module = new ModuleBuilder();
  const surroundings = surround(bound, module);
  writeLogDensity(surroundings, parameters, module, new Set(passes));
  writeTransforms(surroundings, parameters, module);
  writeDeterministics(surroundings, parameters, deterministics, module);
  const body = module.text(['logDensity', 'constrain', 'unconstrain', 'deterministics'], Object.keys(densityFunctions));
  const source = `${header(parameters)}\n${body}`;
  const data = Object.fromEntries(module.data);
  const parts = { bound, source, data, dimension };
  return { ...parts, parameters, deterministics, knobs: knobNames(bound), instantiate: () => instantiate(parts) };
}

/** Runs the source of a compiled model against its data. */
export function instantiate({
  bound,
  source,
  data,
  dimension,
}: Pick<CompiledModel, 'bound' | 'source' | 'data' | 'dimension'>): Instance {
  const knobs = knobDefaults(bound);
  const generated = start<Generated>(source)(densityFunctions, data, {}, knobs);
  const constrained = new Float64Array(dimension);
  return {
    ...generated,
    deterministics: (position, out) => {
      generated.constrain(position, constrained);
      generated.deterministics(constrained, out);
    },
    knobs,
  };
}

/** The only place where text becomes code. */
export function start<T>(source: string): Factory<T> {
  // The generated text is a function body with these four parameters, and returns what its writer exported.
  return new Function('math', 'data', 'draws', 'knobs', `'use strict';\n${source}`) as Factory<T>;
}

export function knobNames(bound: BoundModel): string[] {
  return [...bound.model.symbols.values()].filter((symbol) => symbol.role === 'knob').map((symbol) => symbol.name);
}

/** Knobs are read from their array, whole columns from the data. */
export function surround(bound: BoundModel, module: ModuleBuilder): Surroundings {
  const knobs = knobNames(bound);
  const values = (name: string): Float64Array => bound.columns.get(name)?.values ?? new Float64Array(0);
  return {
    bound,
    knob: (name) => `knobs[${knobs.indexOf(name)}]`,
    column: (name) => module.dataArray(`whole ${name}`, name, () => values(name)),
  };
}

export function knobDefaults(bound: BoundModel): Float64Array {
  const values = [...bound.model.symbols.values()].flatMap((symbol) =>
    symbol.role === 'knob' ? symbol.knob.value : [],
  );
  return Float64Array.from(values);
}

export function layoutDeterministics(bound: BoundModel): DeterministicLayout[] {
  let offset = 0;
  return bound.model.statements.flatMap((statement): DeterministicLayout[] => {
    if (statement.kind !== 'define') return [];
    const { name } = statement;
    const shape = shapeOf(name, bound);
    const size = sizeOf(shape);
    const layout = { name, elements: elementNames(name, shape), offset, size, shape };
    offset += size;
    return [layout];
  });
}

function header(parameters: readonly ParameterLayout[]): string {
  return parameters
    .map(({ name, offset, size, shape, constraint }) => {
      const where = shape.length === 0 ? `q[${offset}]` : `q[${offset}..${offset + size - 1}]`;
      return `// ${where}: ${name}${onScale[constraint.kind]}`;
    })
    .join('\n');
}

const onScale = {
  real: '',
  positive: ', as its logarithm',
  unit: ', as its log-odds',
  interval: ', as the log-odds of its share of the interval',
  ordered: ', the first and the logarithms of the steps',
} as const;
