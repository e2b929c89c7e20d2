// What predators do in the model: their effect against its prior, and how much tanks still differ once it is known.
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import intervalRows from '../charts/interval-rows-2?vega';
import { describePosteriors, normalPrior, posteriorData, posteriorNumbers } from '../charts/posterior-rows';
import { settledDraws } from '../store/fit-status';
import { useLectureFit } from '../store/lecture-fit';
import { multilevelFit } from '../store/multilevel-fit';
import { lectureSd, predatorsFit } from '../store/predators-fit';
import { useSettings } from '../store/settings';
import { drawsOf } from '../store/shown-draws';
import { useKnobFit } from '../store/use-knob-fit';
import { DensityChoice } from './DensityChoice';
import { FitLine } from './FitLine';
import { IntervalMass } from './IntervalMass';
import { TakeAway } from './TakeAway';
import { posteriorOf } from './posterior';
import './figure-controls.css';

const effectDomain = { from: -4, to: 2 };
const sigmaDomain = { from: 0, to: 2.5 };
const effectSignals = { ...effectDomain, axisTitle: 'effect of predators, log-odds' };
const sigmaSignals = { ...sigmaDomain, axisTitle: 'sigma, how much tanks differ, log-odds' };
const effectSymbols = { estimates: 'beta_P', halves: 'beta_P', intervals: 'beta_P' };
const sigmaSymbols = { estimates: 'sigma', halves: 'sigma', intervals: 'sigma' };
const draws = drawsOf(predatorsFit);
const withoutPredators = () => [settledDraws(multilevelFit)];

export function PredatorEffect(): ReactNode {
  const [densities, setDensities] = useState(false);
  const interval = useSettings((state) => state.interval);
  const multilevel = useKnobFit(multilevelFit, (state) => state.picture);
  const predators = useKnobFit(predatorsFit, (state) => state.picture);
  useLectureFit(multilevelFit);
  useLectureFit(predatorsFit);
  const effect = useMemo(
    () => [
      normalPrior(`prior, Normal(0, ${lectureSd})`, 0, lectureSd, interval / 100),
      posteriorOf(predators, 'beta_P', predators.derived.marginals.beta_P, { label: 'posterior', look: 'predators' }),
    ],
    [predators, interval],
  );
  const sigma = useMemo(() => {
    const { sigmaHalf, sigma: curve } = multilevel.derived;
    const marginal = { inner: sigmaHalf, curve: { x: curve.x, density: curve.y } };
    return [
      posteriorOf(multilevel, 'sigma', marginal, { label: 'without predators', look: 'population' }),
      posteriorOf(predators, 'sigma', predators.derived.marginals.sigma, {
        label: 'with predators',
        look: 'population',
      }),
    ];
  }, [multilevel, predators]);
  const effectData = useMemo(() => posteriorData(effect, effectDomain, { densities }), [effect, densities]);
  const sigmaData = useMemo(() => posteriorData(sigma, sigmaDomain, { densities }), [sigma, densities]);
  const rows = [
    ...effect.map((row) => ({ ...row, label: `effect: ${row.label}` })),
    ...sigma.map((row) => ({ ...row, label: `sigma ${row.label}` })),
  ];
  const table = posteriorNumbers(rows, 'Effect of predators and spread of tanks, log-odds', interval);
  return (
    <Figure
      title="Predators explain much of what made tanks differ"
      controls={
        <div className="figure-options">
          <DensityChoice shown={densities} onShow={setDensities} />
          <IntervalMass />
        </div>
      }
      status={<FitLine fit={predatorsFit} beside={withoutPredators} />}
      caption="A row is a distribution: its mean, the half in the middle (thick), and the interval (thin). Above, the effect of predators before and after the data. Below, sigma in the model that does not know of predators and in the one that does."
      table={table}
      menu={
        <TakeAway
          name={`reed frogs effect of predators seed ${predators.seed}`}
          model="frogs-predators"
          table={table}
          draws={draws}
        />
      }
    >
      <Chart
        chart={intervalRows}
        data={effectData}
        signals={effectSignals}
        symbols={effectSymbols}
        description={describePosteriors(effect, 'Effect of predators in log-odds', interval)}
      />
      <Chart
        chart={intervalRows}
        data={sigmaData}
        signals={sigmaSignals}
        symbols={sigmaSymbols}
        description={describePosteriors(sigma, 'Sigma', interval)}
      />
    </Figure>
  );
}
