// An unseen tank: how many of its tadpoles survive with and without predators, and what predators cost the same tank.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import { countData, countSignals } from '../charts/count-rows';
import type { CountDistribution } from '../charts/count-rows';
import newTankChart from '../charts/new-tank?vega';
import lossChart from '../charts/tank-loss?vega';
import { useAddressed } from '../store/addressed';
import { formatFixed, formatPercent } from '../store/format';
import { useLectureFit } from '../store/lecture-fit';
import { meanCount, narrowestRange, newTankOf, predatorsFit } from '../store/predators-fit';
import { useSettings } from '../store/settings';
import { drawsOf } from '../store/shown-draws';
import { useKnobFit } from '../store/use-knob-fit';
import type { WordSpec } from '../store/query';
import { Announcement } from './Announcement';
import { FitLine } from './FitLine';
import { IntervalMass } from './IntervalMass';
import { TakeAway } from './TakeAway';
import './figure-controls.css';
import './new-tank.css';

const sizes = [10, 25, 35];

const tadpolesSpec: WordSpec<string> = { label: 'a number of tadpoles', choices: sizes.map(String), fallback: '25' };
const draws = drawsOf(predatorsFit);

export function NewTankFigure(): ReactNode {
  const [word, setWord] = useAddressed('tadpoles', tadpolesSpec);
  const tadpoles = Number(word);
  const interval = useSettings((state) => state.interval);
  const picture = useKnobFit(predatorsFit, (state) => state.picture);
  useLectureFit(predatorsFit);
  const { survivors, loss } = useMemo(
    () => distributionsOf(newTankOf(picture, tadpoles), tadpoles),
    [picture, tadpoles],
  );
  const survivorData = useMemo(() => countData(survivors), [survivors]);
  const lossData = useMemo(() => countData([loss]), [loss]);
  const survivorSignals = useMemo(
    () => countSignals(survivors, { from: 0, to: tadpoles, axisTitle: `survivors of ${tadpoles} tadpoles` }),
    [survivors, tadpoles],
  );
  const lossSignals = useMemo(
    () =>
      countSignals([loss], {
        from: -Math.round(0.4 * tadpoles),
        to: tadpoles,
        axisTitle: 'fewer survivors because of predators',
      }),
    [loss, tadpoles],
  );
  const [without, withThem] = survivors;
  const [from, to] = narrowestRange(loss.probabilities, interval / 100, loss.first);
  const never = loss.probabilities.slice(0, tadpoles + 1).reduce((sum, probability) => sum + probability, 0);
  const sentence =
    `Of ${tadpoles} tadpoles ${formatFixed(without.mean, 1)} survive on average without predators and ${formatFixed(withThem.mean, 1)} with them. ` +
    `Predators cost the same tank ${formatFixed(loss.mean, 1)} tadpoles on average, ${interval} percent of the time between ${formatFixed(from, 0)} and ${formatFixed(to, 0)}.`;
  const table = {
    caption: `Probabilities in percent, a tank of ${tadpoles}`,
    columns: ['survivors', 'without predators', 'with predators'],
    rows: () =>
      without.probabilities.map((probability, count) => [
        String(count),
        ...[probability, withThem.probabilities[count]].map((one) => formatFixed(100 * one, 1)),
      ]),
  };
  return (
    <Figure
      title="Predators would cost an unseen tank about a third of its survivors, give or take a great deal"
      controls={
        <div className="figure-options">
          <div role="group" aria-label="Tadpoles in the new tank" className="figure-options new-tank-sizes">
            {sizes.map((size) => (
              <button
                key={size}
                type="button"
                className="pill"
                aria-pressed={size === tadpoles}
                onClick={() => setWord(String(size))}
              >
                {size} tadpoles
              </button>
            ))}
          </div>
          <IntervalMass />
        </div>
      }
      status={<FitLine fit={predatorsFit} />}
      caption="Above, how probable each number of survivors is in a tank that nobody has seen: upwards without predators, downwards with them. Below, the causal contrast: one and the same tank, once without and once with predators, and how many fewer tadpoles it has left. The bars are sums over draws and over the population of tanks, not simulations."
      table={table}
      menu={
        <TakeAway
          name={`reed frogs new tank of ${tadpoles} seed ${picture.seed}`}
          model="frogs-predators"
          table={table}
          draws={draws}
        />
      }
    >
      <Chart
        chart={newTankChart}
        data={survivorData}
        signals={survivorSignals}
        description={`Probabilities of the number of survivors in a new tank of ${tadpoles} tadpoles. ${sentence}`}
      />
      <Chart
        chart={lossChart}
        data={lossData}
        signals={lossSignals}
        description={`Probabilities of how many fewer tadpoles survive in the same tank because of predators: ${formatFixed(loss.mean, 1)} on average; in ${formatPercent(never, 0)} of cases none fewer.`}
      />
      <p className="figure-readout" aria-hidden="true">
        {sentence}
      </p>
      <Announcement text={sentence} />
    </Figure>
  );
}

function distributionsOf(
  { without, withIt, lost }: ReturnType<typeof newTankOf>,
  tadpoles: number,
): { readonly survivors: readonly [CountDistribution, CountDistribution]; readonly loss: CountDistribution } {
  return {
    survivors: [
      { group: 'without', name: 'no predators', probabilities: without, first: 0, mean: meanCount(without) },
      { group: 'with', name: 'predators', probabilities: withIt, first: 0, mean: meanCount(withIt) },
    ],
    loss: {
      group: 'difference',
      name: 'cost',
      probabilities: lost,
      first: -tadpoles,
      mean: meanCount(lost, -tadpoles),
    },
  };
}
