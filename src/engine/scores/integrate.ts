// The likelihood of each cluster with its own parameter integrated out: how the population, not the cluster's estimate, scores its data.
import { compile } from '../../lang/compile/compile';
import type { CompiledModel } from '../../lang/compile/compile';
import type { ParameterLayout } from '../../lang/compile/quantities';
import { exp } from '../../math/exp';
import { log } from '../../math/log';
import { keepOnly } from './left-out';
import type { LeftOutRows } from './left-out';
import { createLikelihoodTable } from './likelihood-table';
import type { LikelihoodTable } from './likelihood-table';
import type { PreparedModel, PreparedSimulator } from '../prepare';
import { compileSource, prepareSimulator } from '../prepare';
import type { Variable } from '../draws';
import { rawModel, reachesRowsAlone } from './raw-model';

/** A sentence where the model has no such integral. */
export type Integral =
  { readonly kind: 'integral'; readonly integrator: Integrator } | { readonly kind: 'none'; readonly why: string };

export interface Integrator {
  /** The model with the parameter as a raw vector of standard normals. */
  readonly model: CompiledModel;
  readonly raw: ParameterLayout;
  /** The name that the parameter has in the model as it is sampled. */
  readonly parameter: string;
  readonly clusters: number;
  readonly setKnobs: (values: Float64Array) => void;
  /** Copies what both models have in common from values of the sampled model, in text order on their own scale. */
  readonly adopt: (sampled: readonly Variable[], from: Float64Array, values: Float64Array) => void;
  /**
   * Logarithm of the integral of each cluster's likelihood over its parameter, given the others in `values` (whose raw vector is
   * overwritten); 0 for a cluster without rows. Allocates nothing.
   */
  readonly logIntegrals: (values: Float64Array, out: Float64Array) => void;
  /** The same under a prior that is at hand, from a table; null where the population moves more than the clusters' parameters. */
  readonly table: LikelihoodTable | null;
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
  const table = reachesRowsAlone(parameter, raw) ? tableOf(parameter, prepared, only) : null;
  return { kind: 'integral', integrator: createIntegrator(parameter, compiled, layout, simulator, shares, table) };
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

/** Adds the log likelihood of each cluster's rows. */
function addLikelihoods(shares: readonly Share[], values: Float64Array, into: Float64Array): void {
  for (const { likelihood, out, cells, clusters, counts } of shares) {
    likelihood(values, out);
    for (let k = 0; k < cells.length; k++) into[clusters[k]] += counts[k] * out[cells[k]];
  }
}

function clustersWithRows(shares: readonly Share[]): Int32Array {
  return Int32Array.from(new Set(shares.flatMap((share) => [...share.clusters]))).sort();
}

/** The likelihoods are those of the model in which the parameter is itself, not made of a raw vector. */
function tableOf(parameter: string, { source }: PreparedModel, only?: LeftOutRows): LikelihoodTable | null {
  const plain = compileSource({ ...source, noncentered: source.noncentered.filter((name) => name !== parameter) });
  if (!plain.ok) throw new Error(`the plain form of ${parameter} does not compile`);
  const bound = only === undefined ? plain.value.bound : keepOnly(plain.value.bound, only);
  const layout = plain.value.parameters.find(({ name }) => name === parameter);
  if (layout === undefined) return null;
  const shares = sharesOf(plain.value, layout, prepareSimulator(bound));
  if (typeof shares === 'string') return null;
  // The population is anything: no row reads it.
  const values = new Float64Array(plain.value.dimension).fill(0.5);
  return createLikelihoodTable(layout.size, clustersWithRows(shares), (at, out) => {
    values.fill(at, layout.offset, layout.offset + layout.size);
    out.fill(0);
    addLikelihoods(shares, values, out);
  });
}

function createIntegrator(
  parameter: string,
  model: CompiledModel,
  raw: ParameterLayout,
  simulator: PreparedSimulator,
  shares: readonly Share[],
  table: LikelihoodTable | null,
): Integrator {
  const clusters = raw.size;
  const [heights, largest, sums] = [new Float64Array(clusters), new Float64Array(clusters), new Float64Array(clusters)];
  const firstHeights = new Float64Array(firstNodes * clusters);
  const withRows = clustersWithRows(shares);

  /** Adds one node to the sums of all clusters at once: each cell moves with its own cluster alone. */
  const addNode = (z: number, values: Float64Array): void => {
    values.fill(z, raw.offset, raw.offset + clusters);
    heights.fill(-0.5 * (z * z + log2Pi));
    addLikelihoods(shares, values, heights);
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
    parameter,
    clusters,
    setKnobs: (values) => simulator.instance.knobs.set(values),
    adopt: (sampled, from, values) => {
      for (const { name, offset, size } of model.parameters) {
        const source = sampled.find((variable) => variable.name === name);
        if (source !== undefined) values.set(from.subarray(source.offset, source.offset + size), offset);
      }
    },
    logIntegrals,
    table,
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
