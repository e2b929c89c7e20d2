// Pareto k tank by tank at one sigma of the score curve, on demand.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import paretoChart from '../charts/pareto-k?vega';
import { describeParetoK, paretoKBands, paretoKRows } from '../charts/pareto-k-rows';
import { bandRows, tankRows } from '../charts/tank-rows';
import { formatFixed } from '../store/format';
import { unreliable } from '../store/score-curve';
import type { Curve, LeftOut } from '../store/score-curve';
import { tanks } from './tanks';

const rows = tankRows(tanks);
const bands = paretoKBands(bandRows(rows), rows);

export interface ParetoKProps {
  readonly curve: Curve;
  readonly leftOut: LeftOut;
  /** The number of a sigma on the curve. */
  readonly at: number;
}

export function ParetoK({ curve, leftOut, at }: ParetoKProps): ReactNode {
  const { knob, fit } = curve.points[at];
  const paretoK = fit?.[leftOut].paretoK ?? null;
  const drawn = useMemo(
    () => ({ tanks: paretoK === null ? [] : paretoKRows(rows, paretoK, curve.threshold), bands }),
    [paretoK, curve.threshold],
  );
  const sigma = formatFixed(knob, 2);
  return (
    <details className="curve-pareto">
      <summary>Pareto k, tank by tank</summary>
      <p>
        {paretoK === null
          ? `At σ = ${sigma} there is no fit yet.`
          : `At σ = ${sigma}, k is above 0.7 for ${unreliable(paretoK, curve.threshold)} of ${paretoK.length} tanks${leftOut === 'trial' ? ', each at its worst tadpole' : ''}. Above the line a few draws decide the estimate, and it cannot be relied on.`}
      </p>
      <Chart chart={paretoChart} data={drawn} description={describeParetoK(drawn.tanks, sigma)} />
    </details>
  );
}
