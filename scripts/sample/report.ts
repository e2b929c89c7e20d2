// What `sample` says about a run: a table for people, one object for programs.
import type { Variable } from '../../src/engine/draws';
import type { RunResult } from '../../src/engine/run';
import type { Diagnostics, FullSummary } from '../../src/engine/summary';
import type { Summary } from '../../src/stats/summary';
import { csvOf, everyElement } from './csv';
import type { CsvBlock } from './csv';
import { cell, textTable } from './table';

/** Quantities with one value a row are reported up to this many rows unless --rows is given. */
export const mostRows = 1000;

export type Summaries = Readonly<Record<string, Summary>>;

export interface Report {
  readonly parameters: Summaries;
  readonly diagnostics: Diagnostics;
  readonly sampling: {
    readonly gradient_evaluations: number;
    readonly warmup_gradient_evaluations: number;
    readonly seconds: number;
  };
  readonly draws_sha256: string;
}

export function reportOf(result: RunResult, summary: FullSummary, seconds: number, rows: boolean): Report {
  const parameters: Record<string, Summary> = {};
  const { draws } = result;
  draws.parameters.elements.forEach((name, k) => (parameters[name] = summary.parameters[k]));
  for (const k of reportedElements(result, rows))
    parameters[draws.deterministics.elements[k]] = summary.deterministics[k];
  const total = (read: (end: RunResult['ends'][number]) => number): number =>
    result.ends.reduce((sum, end) => sum + read(end), 0);
  const warmup = total((end) => end.gradients.warmup);
  return {
    parameters,
    diagnostics: summary.diagnostics,
    sampling: {
      gradient_evaluations: warmup + total((end) => end.gradients.sampling),
      warmup_gradient_evaluations: warmup,
      seconds,
    },
    draws_sha256: summary.draws_sha256,
  };
}

/** Elements of the deterministic quantities that are reported. */
function reportedElements({ draws }: RunResult, rows: boolean): number[] {
  return draws.deterministics.variables
    .filter((variable) => rows || variable.size <= mostRows)
    .flatMap(({ offset, size }) => Array.from({ length: size }, (_, k) => offset + k));
}

/** Quantities that the report leaves out because they have one value a row of a long table. */
export function unreported({ draws }: RunResult): Variable[] {
  return draws.deterministics.variables.filter((variable) => variable.size > mostRows);
}

const columns: readonly {
  readonly title: string;
  readonly read: (s: Summary) => number | null;
  readonly digits: number;
}[] = [
  { title: 'mean', read: (s) => s.mean, digits: 3 },
  { title: 'sd', read: (s) => s.sd, digits: 3 },
  { title: 'hdi89_low', read: (s) => s.hdi_lower, digits: 3 },
  { title: 'hdi89_high', read: (s) => s.hdi_upper, digits: 3 },
  { title: 'mcse', read: (s) => s.mcse_mean, digits: 4 },
  { title: 'ess_bulk', read: (s) => s.ess_bulk, digits: 0 },
  { title: 'ess_tail', read: (s) => s.ess_tail, digits: 0 },
  { title: 'r_hat', read: (s) => s.r_hat, digits: 3 },
];

/** One line a quantity; `full`: how well its draws know it, besides where it is. */
export function summaryTable(summaries: Summaries, depth: 'full' | 'where'): string[] {
  const shown = depth === 'full' ? columns : columns.slice(0, 4);
  const rows = Object.entries(summaries).map(([name, summary]) => [
    name,
    ...shown.map(({ read, digits }) => cell(read(summary), digits)),
  ]);
  return textTable(['', ...shown.map(({ title }) => title)], rows);
}

/** The table of a run, then one line a diagnostic, and what to make of it. */
export function runLines(report: Report, left: readonly Variable[], verdict: string): string[] {
  const { diagnostics, sampling } = report;
  const list = (values: readonly (number | null)[]): string => values.map((value) => cell(value, 3)).join(' ');
  return [
    ...summaryTable(report.parameters, 'full'),
    '',
    ...left.map((variable) => `${variable.name}: ${variable.size} values, one a row; --rows reports them.`),
    `divergences ${diagnostics.divergences}, tree depth limit reached ${diagnostics.max_treedepth_hits}`,
    `E-BFMI ${list(diagnostics.e_bfmi)}`,
    `step size ${list(diagnostics.step_size)}, acceptance rate ${list(diagnostics.acceptance_rate)}`,
    `${sampling.gradient_evaluations} gradients (${sampling.warmup_gradient_evaluations} in warmup), ${cell(sampling.seconds, 2)} s`,
    `draws_sha256 ${report.draws_sha256}`,
    '',
    verdict,
  ];
}

/** Parameters, deterministic quantities that the report has too, and whatever else was drawn with them. */
export function runCsv(result: RunResult, rows: boolean, more: readonly CsvBlock[]): string {
  const { parameters, deterministics } = result.draws;
  return csvOf([everyElement(parameters), { ...deterministics, kept: reportedElements(result, rows) }, ...more]);
}
