// The multilevel estimates, tanks with predators in a hue and shape of their own: the model does not know what the eye sees.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { describePredators } from '../charts/predator-rows';
import { multilevelFit } from '../store/multilevel-fit';
import { drawsOf } from '../store/shown-draws';
import { useKnobFit } from '../store/use-knob-fit';
import { useLectureFit } from '../store/lecture-fit';
import { FitLine } from './FitLine';
import { PredatorChart, viewOf, numbersOfTanks } from './PredatorChart';
import { Figure } from '../charts/Figure';
import { TakeAway } from './TakeAway';

const draws = drawsOf(multilevelFit);

export function PredatorTanks(): ReactNode {
  const picture = useKnobFit(multilevelFit, (state) => state.picture);
  useLectureFit(multilevelFit);
  const view = useMemo(
    () => viewOf(picture, { without: picture.derived.typical, withThem: picture.derived.typical }),
    [picture],
  );
  const table = numbersOfTanks(view, 'the multilevel model with predators marked');
  return (
    <Figure
      width="wide"
      title="The model does not know which tanks held predators, and its estimates show it all the same"
      status={<FitLine fit={multilevelFit} />}
      caption="The multilevel model of the page before, with one thing added by the pen and none by the model: triangles are tanks with predators. The one line is the typical tank, and hardly any tank is like it."
      table={table}
      menu={
        <TakeAway
          name={`reed frogs predators marked seed ${picture.seed}`}
          model="frogs-multilevel"
          table={table}
          draws={draws}
        />
      }
    >
      <PredatorChart view={view} split={false} description={describePredators(view, false)} />
    </Figure>
  );
}
