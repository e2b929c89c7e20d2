// What `worlds` prints: a line an estimator and parameter, and a sentence on coverage where it has to be right.
import { estimators } from '../../src/engine/worlds/estimators';
import type { WorldFits } from '../../src/engine/worlds/fit-world';
import type { Measured, Performance } from '../../src/engine/worlds/study-summary';
import type { WorldsOptions } from './options';

export function tableOf(
  options: WorldsOptions,
  worlds: readonly WorldFits[],
  rows: readonly Performance[],
  seconds: number,
): string {
  const { size, truth, rateTau, seed } = options.design;
  const header = ['', 'parameter', 'worlds', 'bias', 'error (RMS)', '50 % covers', '89 % covers'];
  const inOrder = estimators.flatMap((estimator) => rows.filter((row) => row.estimator === estimator));
  const cells = inOrder.map((row) => [
    row.estimator,
    row.parameter,
    String(row.worlds),
    withError(row.bias, 3),
    withError(row.rmse, 3),
    withError(percent(row.coverage50), 1),
    withError(percent(row.coverage89), 1),
  ]);
  const widths = header.map((title, k) => Math.max(title.length, ...cells.map((row) => row[k].length)));
  const line = (row: readonly string[]): string =>
    row
      .map((text, k) => (k < 2 ? text.padEnd(widths[k]) : text.padStart(widths[k])))
      .join('  ')
      .trimEnd();
  const effects =
    truth.kind === 'prior'
      ? "every parameter from the latent model's priors"
      : Object.entries(truth.effects)
          .map(([name, value]) => `${name} ${value}`)
          .join(', ');
  const fits = worlds.flatMap((world) => world.fits);
  const slow = fits.filter((fit) => fit.kind === 'fitted' && !(fit.ess >= 200 && fit.rhat < 1.02)).length;
  const failed = fits.filter((fit) => fit.kind === 'failed').length;
  return [
    line(header),
    ...cells.map(line),
    '',
    `${size.groups} groups, ${size.individuals} individuals; ${effects}; tau ~ Exponential(${rateTau}); seed ${seed}`,
    `${seconds.toFixed(0)} s; ${slow} of ${fits.length} fits stopped short of 200 effective draws; ${failed} had no start`,
    ...sentenceOf(coverageVerdict(options, rows)),
  ].join('\n');
}

const percent = ({ value, error }: Measured): Measured => ({
  value: 100 * value,
  error: error === null ? null : 100 * error,
});

function withError({ value, error }: Measured, digits: number): string {
  return error === null ? value.toFixed(digits) : `${value.toFixed(digits)} ± ${error.toFixed(digits)}`;
}

export type CoverageVerdict =
  /** Nothing has to cover. */
  | { readonly kind: 'none' }
  | { readonly kind: 'right'; readonly largest: number }
  | { readonly kind: 'off'; readonly largest: number; readonly parameters: readonly string[] };

/** Coverage of the latent model in worlds of its own priors, in binomial standard errors from nominal. */
export function coverageVerdict({ design }: WorldsOptions, rows: readonly Performance[]): CoverageVerdict {
  const own = rows.filter(({ estimator }) => estimator === 'latent');
  if (design.truth.kind !== 'prior' || own.length === 0) return { kind: 'none' };
  const scores = own.map(({ parameter, worlds, coverage50, coverage89 }) => {
    const z = ({ value }: Measured, mass: number): number =>
      Math.abs(value - mass) / Math.sqrt((mass * (1 - mass)) / worlds);
    return { parameter, z: Math.max(z(coverage50, 0.5), z(coverage89, 0.89)) };
  });
  const largest = Math.max(...scores.map(({ z }) => z));
  const off = scores.filter(({ z }) => z > 4).map(({ parameter }) => parameter);
  return off.length === 0 ? { kind: 'right', largest } : { kind: 'off', largest, parameters: off };
}

function sentenceOf(verdict: CoverageVerdict): string[] {
  switch (verdict.kind) {
    case 'none':
      return [];
    case 'right':
      return [`The latent model covers: no count is more than ${verdict.largest.toFixed(1)} standard errors off.`];
    case 'off':
      return [
        `The latent model does not cover ${verdict.parameters.join(', ')}: ${verdict.largest.toFixed(1)} standard errors off.`,
      ];
  }
}
