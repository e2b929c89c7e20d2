// What `calibrate` prints: one line a quantity, and a sentence that sums them up.
import type { Calibration } from './calibration';
import { keptDraws } from './uniformity';

export interface Report extends Calibration {
  readonly model: string;
  /** What the rows of the data are. */
  readonly rows: string;
  /** Vectors sampled through a raw one. */
  readonly noncentered: readonly string[];
  readonly metric: string;
  readonly seconds: number;
}

export function tableOf(report: Report): string {
  const { quantities, failures, simulations, divergences, slowFits, noncentered, metric, seconds } = report;
  const rows = quantities.map((one) => [
    one.name,
    one.mean.toFixed(3),
    one.spread.toFixed(3),
    one.chiSquare.toFixed(1),
    one.probability.toPrecision(2),
    one.outside === 0 ? 'inside' : `out by ${one.outside.toFixed(3)}`,
    one.uniform ? '' : 'NOT UNIFORM',
  ]);
  const header = ['', 'mean rank', 'spread', 'chi-square', 'p', 'ECDF', ''];
  const widths = header.map((title, k) => Math.max(title.length, ...rows.map((row) => row[k].length)));
  const line = (row: readonly string[]): string =>
    row
      .map((text, k) => (k === 0 ? text.padEnd(widths[k]) : text.padStart(widths[k])))
      .join('  ')
      .trimEnd();
  return [
    line(header),
    ...rows.map(line),
    '',
    `${report.model}; rows: ${report.rows}; metric: ${metric}`,
    ...noncentered.map((name) => `${name} sampled as ${name}_z, in the non-centred form`),
    `${simulations} worlds, ranks among ${keptDraws} draws, chi-square over ${quantities[0]?.bins ?? 0} bins, ${seconds.toFixed(0)} s`,
    `${divergences} divergences; ${slowFits} fits with an R-hat above 1.05 or fewer effective draws than are ranked`,
    ...(failures.count > 0 ? [`${failures.count} worlds could not be fitted; the first: ${failures.first}`] : []),
    verdictOf(report),
  ].join('\n');
}

function verdictOf(report: Report): string {
  const { uniform, quantities, falseAlarm } = report;
  const alarm = `(a faultless model is called wrong with probability ${falseAlarm})`;
  if (uniform) return `Uniform ${alarm}${doubtOf(report)}.`;
  const odd = quantities.filter((one) => !one.uniform).map(({ name }) => name);
  if (odd.length === 0) return 'Not judged: some worlds could not be fitted.';
  return `Not uniform: ${odd.join(', ')} ${alarm}${doubtOf(report)}.`;
}

/** Ranks are those of the draws that were made: of places that no step could enter they say nothing. */
function doubtOf({ divergences, noncentered }: Report): string {
  if (divergences === 0) return '';
  const words = divergences === 1 ? 'a transition diverged' : `${divergences} transitions diverged`;
  const help = noncentered.length === 0 ? '; try it without --centered' : '';
  return `, but ${words}, so parts of the posterior may not have been visited${help}`;
}
