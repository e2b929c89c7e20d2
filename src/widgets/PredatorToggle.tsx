// Predators in and out of the model: each tank's estimate swings from the one typical tank to its own group's.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Figure } from '../charts/Figure';
import { between, describePredators } from '../charts/predator-rows';
import { useAddressed } from '../store/addressed';
import { formatPercent } from '../store/format';
import { useLectureFit } from '../store/lecture-fit';
import { multilevelFit } from '../store/multilevel-fit';
import { predatorsFit } from '../store/predators-fit';
import { drawsOf } from '../store/shown-draws';
import { useKnobFit } from '../store/use-knob-fit';
import type { WordSpec } from '../store/query';
import { Announcement } from './Announcement';
import { FitLine } from './FitLine';
import { PredatorChart, numbersOfTanks, viewOf } from './PredatorChart';
import { TakeAway } from './TakeAway';
import { useTravel } from './use-travel';

const told: WordSpec<'predators' | 'nothing'> = {
  label: 'a model that is told of',
  choices: ['predators', 'nothing'],
  fallback: 'predators',
};

const draws = { multilevel: drawsOf(multilevelFit), predators: drawsOf(predatorsFit) };

export function PredatorToggle(): ReactNode {
  const [word, setWord] = useAddressed('told', told);
  const knows = word === 'predators';
  const multilevel = useKnobFit(multilevelFit, (state) => state.picture);
  const predators = useKnobFit(predatorsFit, (state) => state.picture);
  useLectureFit(multilevelFit);
  useLectureFit(predatorsFit);
  const share = useTravel(knows ? 1 : 0);
  const ends = useMemo(() => {
    const { typical } = multilevel.derived;
    const { without, withThem } = predators.derived;
    return [
      viewOf(multilevel, { without: typical, withThem: typical }),
      viewOf(predators, { without: without.typical, withThem: withThem.typical }),
    ] as const;
  }, [multilevel, predators]);
  const view = useMemo(
    () => (share === 1 ? ends[1] : share === 0 ? ends[0] : between(ends[0], ends[1], share)),
    [ends, share],
  );
  const settled = ends[knows ? 1 : 0];
  const table = numbersOfTanks(settled, knows ? 'the model with predators' : 'the model without predators');
  const { without, withThem } = predators.derived;
  return (
    <Figure
      width="wide"
      title="Told of predators, the model pulls each tank toward the typical tank of its own kind"
      controls={
        <div className="figure-options" role="group" aria-label="What the model knows">
          <button type="button" className="pill" aria-pressed={!knows} onClick={() => setWord('nothing')}>
            without P
          </button>
          <button type="button" className="pill" aria-pressed={knows} onClick={() => setWord('predators')}>
            with P
          </button>
        </div>
      }
      status={knows ? <FitLine fit={predatorsFit} /> : <FitLine fit={multilevelFit} />}
      caption="Switch P off and on. The lines from raw to estimate turn with the line that pulls them. Look at the small tanks with predators in which nearly all tadpoles lived: under the first model they were ordinary, under the second they are a surprise, and are believed less."
      table={table}
      menu={
        <TakeAway
          name={`reed frogs ${knows ? 'with' : 'without'} predators seed ${predators.seed}`}
          model={knows ? 'frogs-predators' : 'frogs-multilevel'}
          table={table}
          draws={knows ? draws.predators : draws.multilevel}
        />
      }
    >
      <PredatorChart view={view} split={share > 0} description={describePredators(settled, knows)} />
      <Announcement
        text={
          knows
            ? `Predators in the model. Typical tanks: ${formatPercent(without.typical, 0)} without, ${formatPercent(withThem.typical, 0)} with predators.`
            : `Predators out of the model. One typical tank: ${formatPercent(multilevel.derived.typical, 0)}.`
        }
      />
    </Figure>
  );
}
