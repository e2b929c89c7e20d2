// "Units must be sampled at random": choose which enter, and see how far each pooling is off.
import type { ReactNode } from 'react';
import { randomUnits, typicalTruth } from '../store/beliefs';
import { formatPercent } from '../store/format';
import { KindsFigure } from './KindsFigure';

const kinds = ['at random', 'the first ones', 'only high ones', 'only extremes'];

export function RandomUnits(): ReactNode {
  return (
    <KindsFigure
      experiment={randomUnits}
      kinds={kinds}
      legend="Who enters"
      first={0}
      name="units by chance"
      to={34}
      title={({ wins, losses }) =>
        wins === kinds.length
          ? 'However units are chosen, partial pooling estimates them better than no pooling'
          : losses === 0
            ? `In ${wins} of ${kinds.length} ways to choose units, partial pooling beats no pooling; the rest is a draw`
            : `In ${wins} of ${kinds.length} ways to choose units, partial pooling beats no pooling; in ${losses} it loses`
      }
      note={({ typical }) =>
        `Learned as the survival of a typical unit: ${formatPercent(typical.value, 0)}. In the whole population it is ${formatPercent(typicalTruth, 0)}.`
      }
      caption={
        <>
          In each trial 12 of 48 units enter a study, by one of four rules, with five observations each. Above: one
          trial. Below: the average distance of the three poolings’ estimates from the truth, over all trials; bars
          reach two Monte Carlo errors to either side. “First ones” come from the low end of the population, because the
          units were numbered in a hurry.
        </>
      }
    />
  );
}
