// Prediction of what? Seen tanks are estimated alike with and without predators; unseen tanks are not.
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import { identityRows } from '../charts/identity-rows';
import scoresChart from '../charts/identity-scores?vega';
import survivalChart from '../charts/identity-survival?vega';
import { estimatesOf } from '../store/estimates';
import { formatFixed, formatPercent } from '../store/format';
import { settledDraws } from '../store/fit-status';
import { useLectureFit } from '../store/lecture-fit';
import { multilevelFit } from '../store/multilevel-fit';
import { tanks } from '../store/predator-tanks';
import { predatorsFit, scores } from '../store/predators-fit';
import { drawsOf } from '../store/shown-draws';
import { useKnobFit } from '../store/use-knob-fit';
import { FitLine } from './FitLine';
import { TakeAway } from './TakeAway';
import './figure-controls.css';
import './seen-and-unseen.css';

const { without, withThem, gain, gainSe } = scores;
const unseen = { tanks: identityRows(tanks.predators, without.tanks, withThem.tanks) };
const draws = drawsOf(predatorsFit);
const withoutPredators = () => [settledDraws(multilevelFit)];

export function SeenAndUnseen(): ReactNode {
  const [highlight, setHighlight] = useState(0);
  const signals = useMemo(() => ({ highlight }), [highlight]);
  const point = (tank: number | string | null): void => setHighlight(typeof tank === 'number' ? tank : 0);
  const multilevel = useKnobFit(multilevelFit, (state) => state.picture);
  const predators = useKnobFit(predatorsFit, (state) => state.picture);
  useLectureFit(multilevelFit);
  useLectureFit(predatorsFit);
  const before = useMemo(() => estimatesOf(multilevel, 'p').mean, [multilevel]);
  const after = useMemo(() => estimatesOf(predators, 'p').mean, [predators]);
  const seen = useMemo(() => ({ tanks: identityRows(tanks.predators, before, after) }), [before, after]);
  const moves = after.map((value, tank) => 100 * Math.abs(value - before[tank]));
  const higher = withThem.tanks.filter((score, tank) => score > without.tanks[tank]).length;
  const table = {
    caption: `${moves.length} tanks: estimates in percent, exact scores (elpd)`,
    columns: ['tank', 'predators', 'estimate without', 'estimate with', 'score without', 'score with'],
    rows: () =>
      moves.map((_, tank) => [
        String(tank + 1),
        tanks.predators[tank] ? 'yes' : 'no',
        ...[before, after].map((all) => formatFixed(100 * all[tank], 0)),
        ...[without, withThem].map((all) => formatFixed(all.tanks[tank], 2)),
      ]),
  };
  return (
    <Figure
      width="wide"
      title="Knowing of predators hardly moves the tanks you have seen, and tells a great deal about those you have not"
      status={
        <>
          <FitLine fit={predatorsFit} beside={withoutPredators} />
          <p>The scores are exact: computed by quadrature when this page was built.</p>
        </>
      }
      caption="One mark a tank: a circle without predators, a triangle with them. On the line the two models say the same. In the first picture the tank’s data are in the fit. In the second the tank is left out and then scored by what the other 47 say of it; above the line, knowing of predators helped."
      table={table}
      menu={
        <TakeAway
          name={`reed frogs seen and unseen seed ${predators.seed}`}
          model="frogs-predators"
          table={table}
          draws={draws}
        />
      }
    >
      <div className="seen-and-unseen">
        <div>
          <p className="seen-and-unseen-title">Tanks already seen</p>
          <Chart
            chart={survivalChart}
            data={seen}
            signals={signals}
            description={`Estimated survival of each seen tank in both models. They differ by ${formatFixed(mean(moves), 0)} points on average, ${formatFixed(Math.max(...moves), 0)} at most.`}
            symbols={{ estimates: 'p alpha' }}
            pointField="tank"
            onPoint={point}
          />
        </div>
        <div>
          <p className="seen-and-unseen-title">A tank never seen</p>
          <Chart
            chart={scoresChart}
            data={unseen}
            signals={signals}
            description={`Exact score of each tank left out. ${higher} of ${moves.length} tanks score higher when the model knows of predators; the totals are ${formatFixed(without.elpd, 1)} without and ${formatFixed(withThem.elpd, 1)} with them, a difference of ${formatFixed(gain, 1)} with standard error ${formatFixed(gainSe, 1)}.`}
            pointField="tank"
            onPoint={point}
          />
        </div>
      </div>
      <p className="figure-readout" aria-hidden="true">
        {highlight === 0
          ? 'Point at a tank to find it in both pictures.'
          : `Tank ${highlight}, ${tanks.predators[highlight - 1] ? 'with' : 'without'} predators: estimate ${formatPercent(before[highlight - 1], 0)} without P, ` +
            `${formatPercent(after[highlight - 1], 0)} with P; score ${formatFixed(without.tanks[highlight - 1], 1)} and ${formatFixed(withThem.tanks[highlight - 1], 1)}.`}
      </p>
      <ScoreTable />
    </Figure>
  );
}

/** The totals as numbers in the open: they are the finding. */
function ScoreTable(): ReactNode {
  const rows = [
    { name: 'with predators', score: withThem, difference: null },
    { name: 'without', score: without, difference: { value: -gain, se: gainSe } },
  ];
  return (
    <table className="score-table">
      <caption>A tank left out, all 48 in turn, exactly</caption>
      <thead>
        <tr>
          <th scope="col">model</th>
          <th scope="col">elpd</th>
          <th scope="col">se</th>
          <th scope="col">difference</th>
          <th scope="col">its se</th>
          <th scope="col">deviance</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, score, difference }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{formatFixed(score.elpd, 1)}</td>
            <td>{formatFixed(score.se, 1)}</td>
            <td>{difference === null ? '' : formatFixed(difference.value, 1)}</td>
            <td>{difference === null ? '' : formatFixed(difference.se, 1)}</td>
            <td>{formatFixed(-2 * score.elpd, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
