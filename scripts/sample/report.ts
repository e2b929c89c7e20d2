// What `sample` prints about a run: a table for people, one object for programs.
import { drawCount } from '../../src/engine/draws';
import type { Variable } from '../../src/engine/draws';
import type { RunResult } from '../../src/engine/run';
import type { FullSummary } from '../../src/engine/summary';
import type { Summary } from '../../src/stats/summary';

/** Quantities with one value a row are reported up to this many rows unless --rows is given. */
export const mostRows = 1000;

export interface Report {
  readonly parameters: Readonly<Record<string, Summary>>;
  readonly diagnostics: {
    readonly divergences: number;
    readonly max_treedepth_hits: number;
    readonly e_bfmi: readonly (number | null)[];
    readonly step_size: readonly number[];
    readonly acceptance_rate: readonly number[];
  };
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
  for (const variable of draws.deterministics.variables) {
    if (!rows && variable.size > mostRows) continue;
    for (let k = variable.offset; k < variable.offset + variable.size; k++)
      parameters[draws.deterministics.elements[k]] = summary.deterministics[k];
  }
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

/** The table: one line a quantity, then one line a diagnostic. */
export function tableOf(report: Report, left: readonly Variable[]): string {
  const names = Object.keys(report.parameters);
  const rows = names.map((name) => [
    name,
    ...columns.map(({ read, digits }) => cell(read(report.parameters[name]), digits)),
  ]);
  const header = ['', ...columns.map(({ title }) => title)];
  const widths = header.map((title, k) => Math.max(title.length, ...rows.map((row) => row[k].length)));
  const line = (row: readonly string[]): string =>
    row
      .map((text, k) => (k === 0 ? text.padEnd(widths[k]) : text.padStart(widths[k])))
      .join('  ')
      .trimEnd();
  const { diagnostics, sampling } = report;
  const list = (values: readonly (number | null)[]): string => values.map((value) => cell(value, 3)).join(' ');
  return [
    line(header),
    ...rows.map(line),
    '',
    ...left.map((variable) => `${variable.name}: ${variable.size} values, one a row; --rows reports them.`),
    `divergences ${diagnostics.divergences}, tree depth limit reached ${diagnostics.max_treedepth_hits}`,
    `E-BFMI ${list(diagnostics.e_bfmi)}`,
    `step size ${list(diagnostics.step_size)}, acceptance rate ${list(diagnostics.acceptance_rate)}`,
    `${sampling.gradient_evaluations} gradients (${sampling.warmup_gradient_evaluations} in warmup), ${cell(sampling.seconds, 2)} s`,
    `draws_sha256 ${report.draws_sha256}`,
  ].join('\n');
}

function cell(value: number | null, digits: number): string {
  return value === null ? 'NA' : value.toFixed(digits);
}

/** The draws as CSV: chain and draw (from 1), then parameters and deterministic quantities at full precision. */
export function csvOf(result: RunResult, rows: boolean): string {
  const { parameters, deterministics } = result.draws;
  const kept = deterministics.variables
    .filter((variable) => rows || variable.size <= mostRows)
    .flatMap((variable) => Array.from({ length: variable.size }, (_, k) => variable.offset + k));
  const lines = [
    ['chain', 'draw', ...parameters.elements, ...kept.map((k) => deterministics.elements[k])].map(quoted).join(','),
  ];
  parameters.chains.forEach((chain, c) => {
    const width = parameters.elements.length;
    const extra = deterministics.elements.length;
    const count = drawCount(parameters, c);
    for (let draw = 0; draw < count; draw++) {
      const cells: (number | string)[] = [c + 1, draw + 1];
      for (let k = 0; k < width; k++) cells.push(chain[draw * width + k]);
      for (const k of kept) cells.push(deterministics.chains[c][draw * extra + k]);
      lines.push(cells.join(','));
    }
  });
  return `${lines.join('\n')}\n`;
}

function quoted(name: string): string {
  return name.includes(',') ? `"${name}"` : name;
}
