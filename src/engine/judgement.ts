// From a summary to what a student is told of it.
import { judge } from '../stats/judge';
import type { Extreme, Judgement, PredictiveCheck, RunFacts } from '../stats/judge';
import type { Summary } from '../stats/summary';
import type { RunKey } from './key';
import type { Names } from './picture';
import type { FullSummary } from './summary';

/** Judges a run by its declared parameters and its deterministic quantities. */
export function judgeRun(
  key: Pick<RunKey, 'chains' | 'settings'>,
  summary: FullSummary,
  names: AllNames,
  predictiveCheck: PredictiveCheck | null,
): Judgement {
  return judge({ ...runFacts(key, summary, names), predictiveCheck });
}

export interface AllNames {
  readonly parameters: Names;
  readonly deterministics: Names;
}

export type SamplerFacts = Omit<RunFacts, 'predictiveCheck'>;

/** What is known of the sampler's work, over declared parameters and deterministic quantities. */
export function runFacts(
  { chains, settings }: Pick<RunKey, 'chains' | 'settings'>,
  summary: FullSummary,
  names: AllNames,
): SamplerFacts {
  const rows: readonly NamedSummary[] = [
    ...summary.parameters.map((row, k) => ({ name: names.parameters.elements[k], row })),
    ...summary.deterministics.map((row, k) => ({ name: names.deterministics.elements[k], row })),
  ];
  const { diagnostics } = summary;
  return {
    chains,
    draws: summary.draws,
    largestRhat: extreme(
      rows,
      (row) => row.r_hat,
      (a, b) => a > b,
    ),
    smallestBulkEss: extreme(
      rows,
      (row) => row.ess_bulk,
      (a, b) => a < b,
    ),
    smallestTailEss: extreme(
      rows,
      (row) => row.ess_tail,
      (a, b) => a < b,
    ),
    divergences: diagnostics.divergences,
    maxTreedepthHits: diagnostics.max_treedepth_hits,
    maxTreedepth: settings.algorithm.kind === 'nuts' ? settings.algorithm.maxTreeDepth : 0,
    ebfmi: diagnostics.e_bfmi,
    pareto: null,
  };
}

interface NamedSummary {
  readonly name: string;
  readonly row: Summary;
}

/** The worst value and whose it is; a value that could not be computed is worse than any. */
function extreme(
  rows: readonly NamedSummary[],
  read: (row: Summary) => number | null,
  worse: (a: number, b: number) => boolean,
): Extreme {
  let worst: Extreme = { name: rows[0]?.name ?? '', value: rows.length === 0 ? null : read(rows[0].row) };
  for (const { name, row } of rows) {
    const value = read(row);
    if (worst.value !== null && (value === null || worse(value, worst.value))) worst = { name, value };
  }
  return worst;
}
