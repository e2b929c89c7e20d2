// What is said of a run's draws: estimates, diagnostics and the fingerprint. Computed in a worker, away from the page.
import { mean, variance } from '../math/arrays';
import { pool } from '../stats/chains';
import { ebfmi } from '../stats/energy';
import { sortedHdi } from '../stats/hdi';
import { summarize } from '../stats/summary';
import type { Summary } from '../stats/summary';
import { detailOf } from './detail';
import type { RunDetail } from './detail';
import { column, drawCount, statisticColumn } from './draws';
import type { Block } from './draws';
import { drawsSha256 } from './hash';
import type { SummarizeWork } from './protocol';

/** What a preview needs; null where the draws are not finite. */
export type Estimate = Pick<Summary, 'mean' | 'sd' | 'hdi_lower' | 'hdi_upper'>;

export interface Diagnostics {
  /** Over all chains. */
  readonly divergences: number;
  readonly max_treedepth_hits: number;
  /** One a chain; null where the energies do not vary. */
  readonly e_bfmi: readonly (number | null)[];
  readonly step_size: readonly number[];
  readonly acceptance_rate: readonly number[];
}

/** One entry an element of the block, in its order; none of quantities that the run was not asked for. */
export type RunSummary =
  | {
      readonly depth: 'estimates';
      readonly probability: number;
      readonly parameters: readonly Estimate[];
      readonly deterministics: readonly Estimate[];
    }
  | {
      readonly depth: 'full';
      readonly probability: number;
      /** Over all chains. */
      readonly draws: number;
      readonly parameters: readonly Summary[];
      readonly deterministics: readonly Summary[];
      readonly diagnostics: Diagnostics;
      readonly detail: RunDetail;
      readonly draws_sha256: string;
    };

export type FullSummary = Extract<RunSummary, { depth: 'full' }>;

export function summarizeDraws(work: SummarizeWork): RunSummary {
  const { parameters, deterministics, probability } = work;
  switch (work.depth) {
    case 'estimates':
      return {
        depth: 'estimates',
        probability,
        parameters: estimateBlock(parameters, probability),
        deterministics: estimateBlock(deterministics, probability),
      };
    case 'full':
      return summarizeFully(work);
  }
}

function summarizeFully(work: SummarizeWork): FullSummary {
  const { parameters, deterministics, statistics, probability } = work;
  const rows = {
    parameters: summarizeBlock(parameters, probability),
    deterministics: summarizeBlock(deterministics, probability),
  };
  return {
    depth: 'full',
    probability,
    draws: parameters.chains.reduce((total, _, chain) => total + drawCount(parameters, chain), 0),
    ...rows,
    diagnostics: diagnose(statistics, work.maxTreeDepth),
    detail: detailOf(parameters, deterministics, rows, statistics),
    draws_sha256: drawsSha256(parameters.chains),
  };
}

function elementsOf({ elements, chains }: Block): readonly string[] {
  return chains.every((chain) => chain.length === 0) ? [] : elements;
}

function estimateBlock(block: Block, probability: number): Estimate[] {
  return elementsOf(block).map((_, element) => {
    const sorted = pool(column(block, element)).sort();
    const interval = sortedHdi(sorted, probability);
    if (interval === null) return { mean: null, sd: null, hdi_lower: null, hdi_upper: null };
    return {
      mean: mean(sorted),
      sd: Math.sqrt(variance(sorted)),
      hdi_lower: interval.lower,
      hdi_upper: interval.upper,
    };
  });
}

function summarizeBlock(block: Block, probability: number): Summary[] {
  return elementsOf(block).map((_, element) => summarize(column(block, element), { probability }));
}

function diagnose(statistics: readonly Float64Array[], maxTreeDepth: number | null): Diagnostics {
  const perChain = (name: Parameters<typeof statisticColumn>[1]): Float64Array[] => statisticColumn(statistics, name);
  const count = (columns: readonly Float64Array[], hit: (value: number) => boolean): number =>
    columns.reduce((total, values) => total + values.filter(hit).length, 0);
  return {
    divergences: count(perChain('diverging'), (value) => value === 1),
    max_treedepth_hits: maxTreeDepth === null ? 0 : count(perChain('tree_depth'), (depth) => depth >= maxTreeDepth),
    e_bfmi: perChain('energy').map(ebfmi),
    step_size: perChain('step_size').map((values) => values[values.length - 1]),
    acceptance_rate: perChain('acceptance_rate').map(mean),
  };
}
