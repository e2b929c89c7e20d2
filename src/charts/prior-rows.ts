// Rows of the priors' chart: what constants say of sigma, of the population's middle, of a tank in log-odds, and of its survival.
import { exp } from '../math/exp';
import { log } from '../math/log';
import { normalDensity, scaleMixture } from '../stats/scale-mixture';
import type { MixtureConstants, ScaleMixture } from '../stats/scale-mixture';
import type { ChartData, Row } from './definition';

export type { MixtureConstants } from '../stats/scale-mixture';

export const sigmaDomain = [0, 6] as const;
export const logOddsDomain = [-8, 8] as const;
/** Of the axis: nearer to 0 and 100 % the density of a wide prior grows without end. */
const survivalDomain = [0.005, 0.995] as const;
const points = 121;
/** The log scale reaches so many powers of ten below the peak. */
const decades = 5;

/** Heights are fractions of each curve's peak, the equal-variance normal's of the tank's own peak; with `logarithmic`, decades below it. */
export function priorRows(constants: MixtureConstants, logarithmic: boolean): ChartData {
  const { mean, sd, rate } = constants;
  const mixture = scaleMixture(constants);
  const tankPeak = mixture.density(mean);
  const height = (ratio: number): number =>
    logarithmic ? Math.max(0, 1 + log(Math.max(ratio, 1e-300)) / (decades * log(10))) : ratio;
  return {
    sigma: along(sigmaDomain, (x) => ({ height: exp(-rate * x) })),
    middle: along(logOddsDomain, (x) => ({ height: normalDensity((x - mean) / sd, sd) / normalDensity(0, sd) })),
    tank: along(logOddsDomain, (x) => ({
      height: height(mixture.density(x) / tankPeak),
      normal: height(normalDensity((x - mean) / mixture.sd, mixture.sd) / tankPeak),
    })),
    survival: survivalRows(mixture),
    decades: logarithmic
      ? Array.from({ length: decades }, (_, k) => ({ height: 1 - k / decades, label: k === 0 ? '' : fraction(k) }))
      : [],
  };
}

function along(
  [from, to]: readonly [number, number],
  row: (x: number) => Readonly<Record<string, number>>,
): readonly Row[] {
  return Array.from({ length: points }, (_, k) => {
    const x = from + ((to - from) * k) / (points - 1);
    return { x, ...row(x) };
  });
}

function survivalRows({ density }: ScaleMixture): readonly Row[] {
  const rows = along(survivalDomain, (p) => ({ height: density(log(p) - log(1 - p)) / (p * (1 - p)) }));
  const inside = rows.filter(({ x }) => Number(x) > 0.03 && Number(x) < 0.97);
  const peak = Math.max(...inside.map((row) => Number(row.height)));
  return rows.map((row) => ({ ...row, height: Math.min(1, Number(row.height) / peak) }));
}

function fraction(k: number): string {
  return `1/${String(10 ** k).replace(/(\d)(000)$/, '$1,$2')}`;
}

export interface PriorFacts {
  /** Below this sigma lie 89 % of its prior. */
  readonly sigma89: number;
  /** Standard deviation of a tank's log-odds. */
  readonly tankSd: number;
  /** Share of tanks in which fewer than 5 % or more than 95 % live. */
  readonly extreme: number;
  /** Share beyond four standard deviations from the middle, and that of the equal-variance normal. */
  readonly far: number;
  readonly farNormal: number;
}

export function priorFacts(constants: MixtureConstants): PriorFacts {
  const { cdf, sd } = scaleMixture(constants);
  const edge = log(0.95) - log(0.05);
  const { mean, rate } = constants;
  return {
    sigma89: -log(0.11) / rate,
    tankSd: sd,
    extreme: cdf(-edge) + 1 - cdf(edge),
    far: 2 * cdf(mean - 4 * sd),
    farNormal: 6.334248366623984e-5,
  };
}
