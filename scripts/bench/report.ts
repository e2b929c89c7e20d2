// What the benchmark prints: Markdown tables for people, one object for programs.
import { availableParallelism } from 'node:os';
import { allPasses } from '../../src/lang/compile/passes';
import type { Measurement } from './measure';
import type { Effort } from './options';
import type { RunFigures } from './run-chains';
import { targetGrowth, yardsticks } from './yardsticks';

interface Against {
  readonly id: string;
  readonly leapfrogInNaive: number | null;
  readonly stanLeapfrogInNaive: number;
  readonly targetLeapfrogInNaive: number;
  readonly essPerSecond: number;
  /** Native Stan's, carried to this machine by the naive gradient. */
  readonly stanEssPerSecond: number | null;
  readonly essAgainstStan: number | null;
  readonly targetEssAgainstStan: number;
}

/** Times in ns or s of CPU time; per-chain counts of gradients; ratios as named in `Measurement`. */
export function jsonOf(found: readonly Measurement[], effort: Effort) {
  return {
    node: process.version,
    processors: availableParallelism(),
    effort,
    models: found,
    yardsticks: against(found),
  };
}

export function tablesOf(found: readonly Measurement[], effort: Effort): string {
  const lines =
    found[0] === undefined ? '' : `${found[0].warmup} warm-up transitions and ${found[0].draws} draws a chain`;
  const head = `Node ${process.version}, ${availableParallelism()} processors, CPU time on one thread, ${effort}: ${lines}.`;
  const compared = found.filter(({ runs }) => runs.stan !== null);
  return [
    head,
    costs(found),
    mixing('Mixing', found, (one) => one.runs.fast),
    ...(compared.length === 0 ? [] : [mixing("Mixing under Stan's warm-up", compared, (one) => one.runs.stan)]),
    ...yardstickTables(found),
    passTable(found),
  ].join('\n\n');
}

function costs(found: readonly Measurement[]): string {
  const rows = found.map((one) => {
    const run = one.runs.fast;
    return [
      one.id,
      String(one.dimension),
      String(one.repeats),
      short(one.prepareMs),
      short(one.gradientNs),
      short(one.naiveNs),
      short(one.gradientInNaive),
      short(run && run.leapfrogNs),
      short(one.leapfrogInNaive),
      short(run && 1e9 / run.leapfrogNs),
      run === null ? '' : `${Math.round((100 * one.gradientNs) / run.leapfrogNs)} %`,
    ];
  });
  const columns = ['model', 'parameters', 'repeats', 'compile ms', 'gradient ns', 'naive ns', 'gradient / naive'];
  const more = ['leapfrog ns, all in', 'leapfrog / naive', 'leapfrogs a second', 'share in the gradient'];
  return table('Cost', [...columns, ...more], rows);
}

function mixing(title: string, found: readonly Measurement[], read: (one: Measurement) => RunFigures | null): string {
  const rows = found.flatMap((one) => {
    const run = read(one);
    if (run === null) return [];
    const { seconds, warmupGradients, leapfrogsPerDraw, minBulkEss, essPerSecond, essPerThousandGradients } = run;
    const figures = [seconds, warmupGradients, leapfrogsPerDraw, minBulkEss, essPerSecond, essPerThousandGradients];
    return [[one.id, String(one.chains), ...figures.map(short), String(run.divergences)]];
  });
  const columns = ['model', 'chains', 's', 'gradients to the end of warm-up', 'leapfrogs a draw', 'min bulk ESS'];
  return table(title, [...columns, 'ESS a second', 'ESS per 1,000 gradients', 'divergences'], rows);
}

function yardstickTables(found: readonly Measurement[]): string[] {
  const rows = against(found).map((one) => [
    one.id,
    short(one.leapfrogInNaive),
    `${one.stanLeapfrogInNaive}`,
    `at most ${one.targetLeapfrogInNaive}`,
    short(one.essPerSecond),
    short(one.stanEssPerSecond),
    short(one.essAgainstStan),
    `at least ${one.targetEssAgainstStan}`,
  ]);
  const columns = [
    'model',
    'leapfrog, naive gradients',
    'Stan',
    'target',
    'ESS a second',
    'Stan, carried here',
    'ratio',
  ];
  const growth = found.flatMap(({ id, growth }) =>
    growth === null ? [] : [[id, short(growth), `at most ${targetGrowth[id]}`]],
  );
  return [
    ...(rows.length === 0 ? [] : [table('Against native Stan', [...columns, 'target'], rows)]),
    ...(growth.length === 0 ? [] : [table('Ten times the rows', ['model', 'times the gradient', 'target'], growth)]),
  ];
}

/** A line for each pass. */
function passTable(found: readonly Measurement[]): string {
  const lines = allPasses.map((pass) => [`without ${pass}`, ...found.map(({ passes }) => short(passes.without[pass]))]);
  const none = ['with none', ...found.map(({ passes }) => short(passes.withNone))];
  const title = 'The compiler’s passes: times the gradient with all of them';
  return table(title, ['compiled', ...found.map(({ id }) => id)], [...lines, none]);
}

function against(found: readonly Measurement[]): Against[] {
  return found.flatMap((one) => {
    const yardstick = yardsticks[one.id];
    const run = one.runs.fast;
    if (yardstick === undefined || run === null) return [];
    const stan = one.naiveNs === null ? null : (yardstick.stanEssPerSecond * yardstick.naive) / one.naiveNs;
    return {
      id: one.id,
      leapfrogInNaive: one.leapfrogInNaive,
      stanLeapfrogInNaive: yardstick.stanLeapfrog,
      targetLeapfrogInNaive: yardstick.targetLeapfrog,
      essPerSecond: run.essPerSecond,
      stanEssPerSecond: stan,
      essAgainstStan: stan === null ? null : run.essPerSecond / stan,
      targetEssAgainstStan: yardstick.targetEss,
    };
  });
}

/** Two digits below 10, whole numbers in thousands above 1,000: what a benchmark can tell. */
function short(value: number | null): string {
  if (value === null) return '';
  if (value < 10) return value.toFixed(2);
  if (value < 100) return value.toFixed(1);
  const digits = Number(value.toPrecision(3));
  return String(digits).replace(/\B(?=(\d{3})+$)/g, ',');
}

function table(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, k) => Math.max(column.length, 3, ...rows.map((row) => row[k].length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, k) => (k === 0 ? cell.padEnd(widths[k]) : cell.padStart(widths[k]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, k) => (k === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [`### ${title}`, '', line(columns), rule, ...rows.map(line)].join('\n');
}
