// Why fixed effects cannot see a group trait: its slope's posterior is its prior, and a ridge hides the rest.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import rowsChart from '../charts/interval-rows-2?vega';
import { describePosteriors, posteriorData, posteriorNumbers } from '../charts/posterior-rows';
import type { Posterior } from '../charts/posterior-rows';
import ridgeChart from '../charts/ridge?vega';
import { normalQuantile } from '../math/normal';
import { fixedFit } from '../store/confound-fits';
import { formatFixed } from '../store/format';
import { useSettings } from '../store/settings';
import { useFitStates } from '../store/use-fit-states';
import { normalCurve, useWorldFits } from '../store/world-fit';
import { FitsStatus } from './FitsStatus';
import { estimatorFits } from './estimator-fits';
import { TakeAway } from './TakeAway';
import { shown } from './estimators';
import { posteriorOf } from './posterior';
import './world.css';

const estimators = [shown('fixed', fixedFit)];
const fits = [fixedFit];
const axis = { from: -3.5, to: 3.5 };

function priorOf(interval: number): Posterior {
  const half = (mass: number): number => normalQuantile(0.5 + mass / 2);
  return {
    label: 'prior: Normal(0, 1)',
    look: 'prior',
    mean: 0,
    lower: -half(interval / 100),
    upper: half(interval / 100),
    innerLower: -half(0.5),
    innerUpper: half(0.5),
    curve: normalCurve(0, 1),
  };
}

export function RidgeFigure(): ReactNode {
  useWorldFits(fits);
  const [{ picture }] = useFitStates(fits);
  const interval = useSettings((state) => state.interval);
  const { ridge, marginals } = picture.derived;
  const rows = useMemo(
    () => [posteriorOf(picture, 'bZY', marginals.bZY, { label: 'fixed effects', look: 'none' }), priorOf(interval)],
    [picture, marginals, interval],
  );
  const data = useMemo(() => posteriorData(rows, axis, { densities: true }), [rows]);
  const signals = useMemo(() => ({ ...axis, axisTitle: 'effect of Z on Y, log-odds' }), []);
  const draws = useMemo(() => ({ draws: (ridge?.bZY ?? []).map((x, k) => ({ x, y: ridge?.slope[k] ?? 0 })) }), [ridge]);
  const scatter = useMemo(() => ({ ...axis, ...verticalEnds(ridge?.slope ?? []) }), [ridge]);
  const table = posteriorNumbers(rows, 'bZY', interval);
  const unsettled = picture.kind === 'preview';
  return (
    <Figure
      title="Fixed effects have no opinion about Z: the posterior of its effect is the prior"
      status={<FitsStatus estimators={estimators} fits={fits} />}
      caption="Above, the posterior of Z’s effect under fixed effects, and the prior it began with. Below, why: in each draw, the effect of Z against the slope of the group intercepts on Z. What the one gains the other gives back, and the data see only their sum."
      table={table}
      menu={
        <TakeAway
          name={`world ${picture.knob.seed} ridge`}
          dataset="mundlak"
          table={table}
          fits={estimatorFits(estimators, picture.knob.rateTau)}
        />
      }
    >
      <Chart
        chart={rowsChart}
        data={data}
        signals={signals}
        preview={unsettled}
        description={describePosteriors(rows, 'Effect of Z on Y under fixed effects', interval)}
      />
      <Chart
        chart={ridgeChart}
        data={draws}
        signals={scatter}
        preview={unsettled}
        description={`Draws of bZY against the slope of the intercepts on Z lie along a falling ridge: their correlation is ${formatFixed(ridge?.correlation ?? 0, 2)}.`}
      />
    </Figure>
  );
}

function verticalEnds(values: readonly number[]): { readonly bottom: number; readonly top: number } {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return { bottom: Math.round(middle) - 6, top: Math.round(middle) + 6 };
}
