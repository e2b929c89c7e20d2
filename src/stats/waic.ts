// The widely applicable information criterion (Watanabe 2010), from the variance of each unit's log likelihood.
import { variance } from '../math/arrays';
import { criterionTotals } from './total';

export interface WaicUnit {
  readonly elpd_waic: number;
  /** Variance of the log likelihood over draws. Above 0.4 the criterion is not to be relied on; use PSIS-LOO. */
  readonly p_waic: number;
}

export interface Waic {
  readonly elpd_waic: number;
  readonly se_elpd_waic: number;
  readonly p_waic: number;
  readonly se_p_waic: number;
  readonly waic: number;
  readonly se_waic: number;
  readonly units: readonly WaicUnit[];
}

/** One unit, whose log likelihood at each draw is `logLik`; `lpd` is the log of the mean likelihood. */
export function waicUnit(logLik: Float64Array, lpd: number): WaicUnit {
  const p = variance(logLik);
  return { elpd_waic: lpd - p, p_waic: p };
}

/** Totals over units; `counts[i]` is how many observations unit i stands for (one each by default). */
export function waic(units: readonly WaicUnit[], counts?: ArrayLike<number>): Waic {
  const { elpd, p, criterion } = criterionTotals(
    units,
    { elpd: (unit) => unit.elpd_waic, p: (unit) => unit.p_waic },
    counts,
  );
  return {
    elpd_waic: elpd.total,
    se_elpd_waic: elpd.se,
    p_waic: p.total,
    se_p_waic: p.se,
    waic: criterion.total,
    se_waic: criterion.se,
    units,
  };
}
