// The likelihood of each cluster with its own parameter integrated out: how the population, not the cluster's estimate, scores its data.
import { bind } from '../../lang/bind';
import type { BoundModel } from '../../lang/bind';
import { compile } from '../../lang/compile/compile';
import type { CompiledModel } from '../../lang/compile/compile';
import type { ParameterLayout } from '../../lang/compile/quantities';
import type { ModelStatement } from '../../lang/model';
import { noncentered, rawName } from '../../lang/rewrite';
import { namesIn, rightSide } from '../../lang/walk';
import { exp } from '../../math/exp';
import { log } from '../../math/log';
import type { ModelSource } from '../key';
import { keepOnly } from './left-out';
import type { LeftOutRows } from './left-out';
import type { PreparedModel, PreparedSimulator } from '../prepare';
import { prepareSimulator } from '../prepare';
import type { Variable } from '../draws';

/** A sentence where the model has no such integral. */
export type Integral =
  { readonly kind: 'integral'; readonly integrator: Integrator } | { readonly kind: 'none'; readonly why: string };

export interface Integrator {
  /** The model with the parameter as a raw vector of standard normals. */
  readonly model: CompiledModel;
  readonly raw: ParameterLayout;
  readonly clusters: number;
  readonly setKnobs: (values: Float64Array) => void;
  /** Copies what both models have in common from values of the sampled model, in text order on their own scale. */
  readonly adopt: (sampled: readonly Variable[], from: Float64Array, values: Float64Array) => void;
  /**
   * Logarithm of the integral of each cluster's likelihood over its parameter, given the others in `values` (whose raw vector is
   * overwritten); 0 for a cluster without rows. Allocates nothing.
   */
  readonly logIntegrals: (values: Float64Array, out: Float64Array) => void;
  /** Log likelihood of all rows given `values`, the raw vector's among them. */
  readonly logLikelihood: (values: Float64Array) => number;
}

/** Rows of one observed variable in one cluster: cells with how many of its rows each stands for. */
interface Share {
  readonly likelihood: (values: Float64Array, out: Float64Array) => void;
  readonly out: Float64Array;
  readonly cells: Int32Array;
  readonly clusters: Int32Array;
  readonly counts: Float64Array;
  /** Rows of each cell. */
  readonly totals: Float64Array;
}

const log2Pi = 1.8378770664093453;
/** Standard normals beyond this do not count, unless a likelihood were to outweigh 1e-22. */
const reach = 10;
const firstStep = 0.5;
const firstNodes = 2 * (reach / firstStep) + 1;
/** A node whose height is exp(-this) of the largest is nothing. */
const depth = 36;
const mostHalvings = 9;
/** Halving the step squares the error at least, the integrand being smooth and dead at both ends: a change this small leaves 1e-12. */
const tolerance = 1e-6;

/** Of whole models, by parameter: compiling one costs more than using it. */
const known = new WeakMap<PreparedModel, Map<string, Integral>>();

/**
 * The integral over `parameter`, a vector with one element a cluster and a normal prior. `prepared` is the model as it is sampled. The
 * same integrator is given to all who ask, so that its knobs must be set before each use.
 */
export function integrateOver(parameter: string, prepared: PreparedModel): Integral {
  const own = known.get(prepared) ?? new Map<string, Integral>();
  known.set(prepared, own);
  const integral = own.get(parameter) ?? makeIntegral(parameter, prepared);
  own.set(parameter, integral);
  return integral;
}

/** One whose likelihood is that of `only` these rows. */
export function integrateOverRows(parameter: string, prepared: PreparedModel, only: LeftOutRows): Integral {
  return makeIntegral(parameter, prepared, only);
}

function makeIntegral(parameter: string, prepared: PreparedModel, only?: LeftOutRows): Integral {
  const whole = rawModel(parameter, prepared.compiled.bound, prepared.source);
  if (typeof whole === 'string') return { kind: 'none', why: whole };
  const raw = only === undefined ? whole : { ...whole, bound: keepOnly(whole.bound, only) };
  const compiled = compile(raw.bound);
  const layout = compiled.parameters.find(({ name }) => name === raw.name);
  if (layout === undefined) throw new Error(`${raw.name} is no parameter`);
  const simulator = prepareSimulator(raw.bound);
  const shares = sharesOf(compiled, layout, simulator);
  if (typeof shares === 'string') return { kind: 'none', why: shares };
  return { kind: 'integral', integrator: createIntegrator(compiled, layout, simulator, shares) };
}

/** The bound model in which the cluster's parameter has a standard normal prior, and the name it has there. */
function rawModel(
  parameter: string,
  bound: BoundModel,
  source: ModelSource,
): { readonly bound: BoundModel; readonly name: string } | string {
  const { model } = bound;
  const standard = [parameter, rawName(parameter)].find((name) => isStandardNormal(priorOf(name, bound)));
  let raw = { bound, name: standard ?? rawName(parameter) };
  if (standard === undefined) {
    const prior = priorOf(parameter, bound);
    if (prior === undefined) return `${parameter} is not a parameter of this model.`;
    if (prior.distribution.name !== 'Normal')
      return `The prior of ${parameter} is ${prior.distribution.name}; its integral is taken for Normal priors only.`;
    const rewritten = noncentered(model, parameter);
    if (!rewritten.ok) return rewritten.errors[0].message;
    const joined = bind(rewritten.value, source.data);
    if (!joined.ok) throw new Error(`the non-centred form of ${parameter} does not bind`);
    raw = { bound: joined.value, name: rawName(parameter) };
  }
  const own = priorOf(raw.name, raw.bound);
  if (own === undefined || own.plates.length !== 1) return `${parameter} does not have one value for each cluster.`;
  const readers = raw.bound.model.statements.filter(
    (other) => isParameter(other, raw.bound) && reads(other, raw.bound).has(raw.name),
  );
  if (readers.length > 0)
    return `The prior of ${readers[0].name} depends on ${parameter}, so its clusters are not independent.`;
  const other = raw.bound.model.statements.find(
    (candidate) =>
      isParameter(candidate, raw.bound) && candidate.name !== raw.name && candidate.plates.includes(own.plates[0]),
  );
  if (other !== undefined)
    return `Clusters have ${other.name} beside ${parameter}; the integral is over one parameter alone.`;
  return raw;
}

function priorOf(name: string, bound: BoundModel): Extract<ModelStatement, { kind: 'draw' }> | undefined {
  const statement = bound.model.statements.find((candidate) => candidate.name === name);
  return statement?.kind === 'draw' && isParameter(statement, bound) ? statement : undefined;
}

function isParameter({ name }: ModelStatement, bound: BoundModel): boolean {
  return bound.model.symbols.get(name)?.role === 'parameter';
}

function isStandardNormal(prior: Extract<ModelStatement, { kind: 'draw' }> | undefined): boolean {
  if (prior?.distribution.name !== 'Normal') return false;
  const [location, scale] = prior.arguments;
  return location.kind === 'number' && location.value === 0 && scale.kind === 'number' && scale.value === 1;
}

/** Everything that a statement reads, directly or through derived quantities. */
function reads(statement: ModelStatement, bound: BoundModel): Set<string> {
  const found = new Set<string>();
  const add = (from: ModelStatement): void => {
    for (const name of rightSide(from).flatMap((expression) => [...namesIn(expression)])) {
      if (found.has(name) || from.letters.includes(name)) continue;
      found.add(name);
      const source = bound.model.statements.find((candidate) => candidate.name === name);
      if (source?.kind === 'define') add(source);
    }
  };
  add(statement);
  return found;
}

/** Finds out which rows move with which element of the raw vector, by moving one element at a time at a point of no symmetry. */
function sharesOf(
  compiled: CompiledModel,
  raw: ParameterLayout,
  { compiled: layout, instance }: PreparedSimulator,
): readonly Share[] | string {
  const position = Float64Array.from({ length: compiled.dimension }, (_, k) => 0.1 + 0.37 / (k + 1.3));
  const values = new Float64Array(compiled.dimension);
  compiled.instantiate().constrain(position, values);
  const shares: Share[] = [];
  for (const { name, cells, cellOfRow } of layout.pointwise) {
    const likelihood = instance.logLikelihood[name];
    const [before, after] = [new Float64Array(cells), new Float64Array(cells)];
    likelihood(values, before);
    const owner = new Int32Array(cells).fill(-1);
    for (let cluster = 0; cluster < raw.size; cluster++) {
      const kept = values[raw.offset + cluster];
      values[raw.offset + cluster] = kept + 0.7;
      likelihood(values, after);
      values[raw.offset + cluster] = kept;
      for (let cell = 0; cell < cells; cell++) {
        if (after[cell] === before[cell]) continue;
        if (owner[cell] >= 0)
          return `Row ${cellOfRow.indexOf(cell) + 1} of ${name} depends on the parameters of several clusters.`;
        owner[cell] = cluster;
      }
    }
    const totals = new Float64Array(cells);
    for (const cell of cellOfRow) totals[cell]++;
    const owned = Int32Array.from(owner.keys()).filter((cell) => owner[cell] >= 0);
    shares.push({
      likelihood,
      out: before,
      cells: owned,
      clusters: owned.map((cell) => owner[cell]),
      counts: Float64Array.from(owned, (cell) => totals[cell]),
      totals,
    });
  }
  return shares;
}

function createIntegrator(
  model: CompiledModel,
  raw: ParameterLayout,
  simulator: PreparedSimulator,
  shares: readonly Share[],
): Integrator {
  const clusters = raw.size;
  const [heights, largest, sums] = [new Float64Array(clusters), new Float64Array(clusters), new Float64Array(clusters)];
  const firstHeights = new Float64Array(firstNodes * clusters);
  const withRows = Int32Array.from(new Set(shares.flatMap((share) => [...share.clusters]))).sort();

  /** Adds one node to the sums of all clusters at once: each cell moves with its own cluster alone. */
  const addNode = (z: number, values: Float64Array): void => {
    values.fill(z, raw.offset, raw.offset + clusters);
    heights.fill(-0.5 * (z * z + log2Pi));
    for (const { likelihood, out, cells, clusters: owners, counts } of shares) {
      likelihood(values, out);
      for (let k = 0; k < cells.length; k++) heights[owners[k]] += counts[k] * out[cells[k]];
    }
    for (let k = 0; k < withRows.length; k++) {
      const cluster = withRows[k];
      const height = heights[cluster];
      if (height > largest[cluster]) {
        sums[cluster] = sums[cluster] * exp(largest[cluster] - height) + 1;
        largest[cluster] = height;
      } else if (height > -Infinity) sums[cluster] += exp(height - largest[cluster]);
    }
  };

  /** Whether a node of the first pass carries weight for some cluster. */
  const matters = (node: number): boolean => {
    for (let k = 0; k < withRows.length; k++)
      if (firstHeights[node * clusters + withRows[k]] > largest[withRows[k]] - depth) return true;
    return false;
  };

  const logIntegrals = (values: Float64Array, out: Float64Array): void => {
    largest.fill(-Infinity);
    sums.fill(0);
    out.fill(0);
    for (let node = 0; node < firstNodes; node++) {
      addNode(-reach + node * firstStep, values);
      firstHeights.set(heights, node * clusters);
    }
    let [from, to] = [0, firstNodes - 1];
    while (from < to && !matters(from + 1)) from++;
    while (to > from && !matters(to - 1)) to--;
    const [low, high] = [-reach + from * firstStep, -reach + to * firstStep];
    let step = firstStep;
    for (let halving = 0; halving <= mostHalvings; halving++) {
      let moved = 0;
      for (let k = 0; k < withRows.length; k++) {
        const cluster = withRows[k];
        const value = largest[cluster] + log(sums[cluster]) + log(step);
        // A likelihood of zero everywhere stays -Infinity, and its change is NaN.
        const change = Math.abs(value - out[cluster]);
        if (change > moved) moved = change;
        out[cluster] = value;
      }
      if (halving > 0 && moved <= tolerance) return;
      for (let z = low + step / 2; z < high; z += step) addNode(z, values);
      step /= 2;
    }
  };

  return {
    model,
    raw,
    clusters,
    setKnobs: (values) => simulator.instance.knobs.set(values),
    adopt: (sampled, from, values) => {
      for (const { name, offset, size } of model.parameters) {
        const source = sampled.find((variable) => variable.name === name);
        if (source !== undefined) values.set(from.subarray(source.offset, source.offset + size), offset);
      }
    },
    logIntegrals,
    logLikelihood: (values) => {
      let total = 0;
      for (const { likelihood, out, totals } of shares) {
        likelihood(values, out);
        for (let cell = 0; cell < out.length; cell++) total += totals[cell] * out[cell];
      }
      return total;
    },
  };
}
