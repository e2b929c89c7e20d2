// Likelihoods of clusters along their own parameter: where nothing else moves them, one table serves every population.
import { exp } from '../../math/exp';
import { log } from '../../math/log';

/** A normal prior that all clusters' parameters share. */
export interface SharedPrior {
  readonly location: number;
  readonly scale: number;
}

export interface LikelihoodTable {
  /**
   * Logarithm of the integral of each cluster's likelihood over its parameter; 0 for a cluster without rows. False where the table cannot
   * tell: then `out` holds nothing.
   */
  readonly logIntegrals: (prior: SharedPrior, out: Float64Array) => boolean;
}

/** Priors beyond so many scales do not count, unless a likelihood were to outweigh 1e-22. */
const reach = 10;
const widestStep = 0.25;
const mostLevels = 16;
/** Halving the step squares the error at least, the integrand being smooth and dead at both ends: a change this small leaves 1e-12. */
const tolerance = 1e-6;
/** A longer walk costs more than it saves. */
const mostNodes = 8192;
/** Sums below this have lost digits to underflow. */
const least = 1e-250;
const halfLog2Pi = 0.9189385332046727;

/**
 * The nodes of a step that are not those of the step twice as wide: the odd multiples, but for the widest step. Row k holds the
 * likelihoods of all clusters at its k-th node from `first`.
 */
interface Level {
  readonly step: number;
  readonly offset: number;
  readonly stride: number;
  first: number;
  last: number;
  rows: Float64Array;
}

/**
 * `logLikelihoods` writes the log likelihood of each cluster with its parameter at a value. `withRows`: the clusters that have any. Rows are
 * worked out when first needed, and are the same whenever that is.
 */
export function createLikelihoodTable(
  clusters: number,
  withRows: Int32Array,
  logLikelihoods: (at: number, out: Float64Array) => void,
): LikelihoodTable {
  const levels = Array.from({ length: mostLevels }, (_, level): Level => {
    const step = widestStep / 2 ** level;
    const [offset, stride] = level === 0 ? [0, step] : [step, 2 * step];
    return { step, offset, stride, first: 0, last: -1, rows: new Float64Array(0) };
  });
  const unit = likelihoodUnits(clusters, logLikelihoods);
  const [before, sums] = [new Float64Array(clusters), new Float64Array(clusters)];

  const grow = (level: Level, first: number, last: number): void => {
    if (level.last >= level.first && level.first <= first && level.last >= last) return;
    const isEmpty = level.last < level.first;
    // With a margin, since the next prior is rarely far away.
    const margin = Math.ceil((last - first) / 4);
    const from = isEmpty ? first - margin : Math.min(level.first, first - margin);
    const to = isEmpty ? last + margin : Math.max(level.last, last + margin);
    const rows = new Float64Array((to - from + 1) * clusters);
    if (!isEmpty) rows.set(level.rows, (level.first - from) * clusters);
    for (let node = from; node <= to; node++) {
      if (!isEmpty && node >= level.first && node <= level.last) continue;
      const row = rows.subarray((node - from) * clusters, (node - from + 1) * clusters);
      logLikelihoods(level.offset + level.stride * node, row);
      for (let k = 0; k < clusters; k++) row[k] = row[k] > -Infinity ? exp(row[k] - unit[k]) : 0;
    }
    level.first = from;
    level.last = to;
    level.rows = rows;
  };

  const addLevel = (level: Level, { location, scale }: SharedPrior): void => {
    const from = Math.ceil((location - reach * scale - level.offset) / level.stride);
    const to = Math.floor((location + reach * scale - level.offset) / level.stride);
    grow(level, from, to);
    const { rows, first, offset, stride } = level;
    for (let node = from; node <= to; node++) {
      const z = (offset + stride * node - location) / scale;
      const weight = exp(-0.5 * z * z);
      const row = (node - first) * clusters;
      for (let k = 0; k < clusters; k++) sums[k] += weight * rows[row + k];
    }
  };

  /** Whether the step before says the same. */
  const agree = (): boolean => {
    for (let k = 0; k < withRows.length; k++) {
      const sum = sums[withRows[k]];
      if (!(Math.abs(2 * before[withRows[k]] - sum) <= tolerance * sum)) return false;
    }
    return true;
  };

  const logIntegrals = (prior: SharedPrior, out: Float64Array): boolean => {
    const { location, scale } = prior;
    if (!(scale > 0 && scale < Infinity && Math.abs(location) < Infinity)) return false;
    sums.fill(0);
    for (let at = 0; at < levels.length; at++) {
      const level = levels[at];
      const { step } = level;
      if (2 * reach * scale > mostNodes * step) return false;
      before.set(sums);
      addLevel(level, prior);
      // The first of them has nothing to be held against, nor has a step that is wide for the prior.
      if (at === 0 || step > scale || !agree()) continue;
      if (withRows.some((cluster) => !(sums[cluster] > least))) return false;
      out.fill(0);
      for (let k = 0; k < withRows.length; k++) {
        const cluster = withRows[k];
        out[cluster] = unit[cluster] + log((sums[cluster] * step) / scale) - halfLog2Pi;
      }
      return true;
    }
    return false;
  };

  return { logIntegrals };
}

/** The largest log likelihood of each cluster at values of all sizes: what exponentials are taken relative to. */
function likelihoodUnits(clusters: number, logLikelihoods: (at: number, out: Float64Array) => void): Float64Array {
  const [largest, row] = [new Float64Array(clusters).fill(-Infinity), new Float64Array(clusters)];
  const look = (at: number): void => {
    logLikelihoods(at, row);
    for (let k = 0; k < clusters; k++) if (row[k] > largest[k]) largest[k] = row[k];
  };
  look(0);
  for (let size = widestStep; size < 1e6; size *= 2) {
    look(size);
    look(-size);
  }
  return largest.map((value) => (value > -Infinity ? value : 0));
}
