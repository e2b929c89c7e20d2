// What the deeper looks at a run are drawn from, kept small: ranks of its worst quantities, tree depths, energies, where it diverged.
import { mean, variance } from '../math/arrays';
import { pool } from '../stats/chains';
import { rankHistograms } from '../stats/rank';
import type { Summary } from '../stats/summary';
import { column, statisticColumn } from './draws';
import type { Block } from './draws';

export interface RankDetail {
  readonly name: string;
  /** One array a chain: its draws in each of equal ranges of the ranks. */
  readonly counts: readonly (readonly number[])[];
}

/** Counts of draws in equal ranges from `from` to `to`. */
export interface EnergyDetail {
  readonly from: number;
  readonly to: number;
  /** Energies about their mean. */
  readonly energies: readonly number[];
  /** Changes of the energy from one draw to the next. */
  readonly changes: readonly number[];
}

/** Where diverging trajectories ended: a parameter's mean there, and its mean over all draws. */
export interface DivergingPlace {
  readonly name: string;
  readonly there: number;
  readonly everywhere: number;
}

export interface RunDetail {
  /** The largest R-hat first, then the smallest bulk ESS or, where that is the same quantity, the next R-hat. */
  readonly ranks: readonly RankDetail[];
  /** Draws whose trajectory had depth 0, 1, … */
  readonly treeDepths: readonly number[];
  /** Null where the energies do not vary. */
  readonly energy: EnergyDetail | null;
  /** The parameters in which diverging draws lie farthest from the rest, in standard deviations; none without divergences. */
  readonly diverging: readonly DivergingPlace[];
}

const rankBins = 20;
const energyBins = 30;
const placesKept = 3;

interface Rated {
  readonly name: string;
  readonly row: Summary;
  readonly draws: () => readonly Float64Array[];
}

export interface Rows {
  readonly parameters: readonly Summary[];
  readonly deterministics: readonly Summary[];
}

export function detailOf(
  parameters: Block,
  deterministics: Block,
  rows: Rows,
  statistics: readonly Float64Array[],
): RunDetail {
  const rated = [...ratedOf(parameters, rows.parameters), ...ratedOf(deterministics, rows.deterministics)];
  return {
    ranks: worstTwo(rated).map(({ name, draws }) => ({
      name,
      counts: rankHistograms(draws(), rankBins).map((counts) => Array.from(counts)),
    })),
    treeDepths: countsOf(statisticColumn(statistics, 'tree_depth')),
    energy: energyDetail(statisticColumn(statistics, 'energy')),
    diverging: divergingPlaces(parameters, statisticColumn(statistics, 'diverging')),
  };
}

function ratedOf(block: Block, rows: readonly Summary[]): readonly Rated[] {
  return rows.map((row, k) => ({ name: block.elements[k], row, draws: () => column(block, k) }));
}

/** Quantities that do not vary have no ranks to show. */
function worstTwo(rated: readonly Rated[]): readonly Rated[] {
  const varying = rated.filter(({ row }) => row.r_hat !== null && row.ess_bulk !== null);
  const byRhat = [...varying].sort((a, b) => (b.row.r_hat ?? 0) - (a.row.r_hat ?? 0));
  const byEss = [...varying].sort((a, b) => (a.row.ess_bulk ?? 0) - (b.row.ess_bulk ?? 0));
  const [first, next] = byRhat;
  if (first === undefined || next === undefined) return byRhat;
  return [first, byEss[0] === first ? next : byEss[0]];
}

function countsOf(depths: readonly Float64Array[]): number[] {
  const counts: number[] = [];
  for (const chain of depths)
    for (const depth of chain) {
      while (counts.length <= depth) counts.push(0);
      counts[depth]++;
    }
  return counts;
}

function energyDetail(chains: readonly Float64Array[]): EnergyDetail | null {
  const centre = mean(pool(chains));
  const energies = chains.flatMap((chain) => Array.from(chain, (energy) => energy - centre));
  const changes = chains.flatMap((chain) => Array.from(chain.subarray(1), (energy, i) => energy - chain[i]));
  const both = [...energies, ...changes];
  const from = both.reduce((least, value) => Math.min(least, value), Infinity);
  const to = both.reduce((most, value) => Math.max(most, value), -Infinity);
  if (!(to > from) || to - from === Infinity) return null;
  const binned = (values: readonly number[]): number[] => {
    const counts: number[] = Array.from({ length: energyBins }, () => 0);
    for (const value of values)
      counts[Math.min(energyBins - 1, Math.floor(((value - from) / (to - from)) * energyBins))]++;
    return counts;
  };
  return { from, to, energies: binned(energies), changes: binned(changes) };
}

function divergingPlaces(parameters: Block, chains: readonly Float64Array[]): readonly DivergingPlace[] {
  const diverged = pool(chains);
  if (!diverged.includes(1)) return [];
  const places = parameters.elements.map((name, k) => {
    const values = pool(column(parameters, k));
    const there = mean(values.filter((_, i) => diverged[i] === 1));
    const everywhere = mean(values);
    const distance = Math.abs(there - everywhere) / Math.sqrt(variance(values));
    return { place: { name, there, everywhere }, distance };
  });
  return places
    .filter(({ distance }) => Number.isFinite(distance))
    .sort((a, b) => b.distance - a.distance)
    .slice(0, placesKept)
    .map(({ place }) => place);
}
