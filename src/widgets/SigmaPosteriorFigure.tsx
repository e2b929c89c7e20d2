// What learning found of sigma, over what searching found on page 2, and what that sigma is: a distance across the population.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import type { NumberTableContent } from '../charts/NumberTable';
import sigmaBracket from '../charts/sigma-bracket?vega';
import sigmaPosterior from '../charts/sigma-posterior?vega';
import { bracketRows, sigmaPosteriorRows } from '../charts/sigma-posterior-rows';
import { exactCurve } from '../store/exact-curve';
import { formatEstimate, formatFixed } from '../store/format';
import { useLectureFit } from '../store/lecture-fit';
import { multilevelFit } from '../store/multilevel-fit';
import { useSettings } from '../store/settings';
import { drawsOf } from '../store/shown-draws';
import { summaryRows } from '../store/summary-rows';
import type { Summary } from '../store/summary-rows';
import { useKnobFit } from '../store/use-knob-fit';
import { IntervalMass } from './IntervalMass';
import { MultilevelStatus } from './MultilevelStatus';
import { TakeAway } from './TakeAway';
import './figure-controls.css';

const draws = drawsOf(multilevelFit);
const learnedMarks = { density: 'sigma', interval: 'sigma', mean: 'sigma' };
const bracketMarks = { bracket: 'sigma', ends: 'sigma', middle: 'alpha_bar' };
const table: NumberTableContent = {
  caption: 'Twenty sigmas and their scores',
  columns: ['sigma', 'score (elpd)'],
  rows: () => exactCurve.sigma.map((at, k) => [formatFixed(at, 3), formatFixed(exactCurve.elpd[k], 2)]),
  exact: () => exactCurve.sigma.map((at, k) => [at, exactCurve.elpd[k]].map(String)),
};

export function SigmaPosteriorFigure(): ReactNode {
  const picture = useKnobFit(multilevelFit, (state) => state.picture);
  const interval = useSettings((state) => state.interval);
  useLectureFit(multilevelFit);
  const rows = useMemo(() => summaryRows(picture), [picture]);
  const sigma = rows.find(({ name }) => name === 'sigma');
  const [mean, lower, upper] = [sigma?.mean, sigma?.hdi_lower, sigma?.hdi_upper].map(Number);
  const middle = Number(rows.find(({ name }) => name === 'alpha_bar')?.mean);
  const text = sigma === undefined ? '' : `learned ${digits(sigma)}`;
  const { derived } = picture;
  const learned = useMemo(
    () => sigmaPosteriorRows({ ...exactCurve, density: derived.sigma, mean, lower, upper, text }),
    [derived, mean, lower, upper, text],
  );
  const bracket = useMemo(
    () =>
      bracketRows({ curve: derived.population, middle, sigma: mean, lower, upper, text: `σ ${formatFixed(mean, 2)}` }),
    [derived, middle, mean, lower, upper],
  );
  const best = exactCurve.sigma[exactCurve.elpd.indexOf(Math.max(...exactCurve.elpd))];
  const range = `${formatFixed(lower, 1)} to ${formatFixed(upper, 1)}`;
  return (
    <Figure
      title="Learning found what searching had found"
      controls={
        <div className="figure-options">
          <IntervalMass />
        </div>
      }
      status={<MultilevelStatus />}
      caption={`Above, a hollow mark is one of page 2’s twenty sigmas with its score, and the filled one the best of them; the two smallest sigmas score below the picture. Below, on the same axis, is the posterior of the sigma that was learned, its mean and its ${interval} % interval. Under both stands the population they describe: sigma is the bracket, the distance from the middle at which the curve of a normal turns. It is not an interval of any tank. The broad end of the bracket is how unsure sigma is.`}
      table={table}
      menu={<TakeAway name="reed frogs learned sigma" model="frogs-multilevel" table={table} draws={draws} />}
    >
      <Chart
        chart={sigmaPosterior}
        data={learned}
        symbols={learnedMarks}
        description={`The exact score is best at sigma ${formatFixed(best, 2)}. The posterior of the learned sigma has its mean at ${formatFixed(mean, 2)}, with ${interval} percent of it from ${range}: it lies over the top of the curve.`}
      />
      <Chart
        chart={sigmaBracket}
        data={bracket}
        symbols={bracketMarks}
        description={`The population of tanks in log-odds, its middle at ${formatFixed(middle, 2)}. Sigma is drawn as a bracket from the middle to ${formatFixed(middle + mean, 2)}, a length of ${formatFixed(mean, 2)}.`}
      />
    </Figure>
  );
}

function digits({ mean, mcse_mean }: Summary): string {
  return formatEstimate(mean, mcse_mean, 2);
}
