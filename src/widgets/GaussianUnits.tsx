// "Variation must be Gaussian": four populations, one Gaussian prior.
import type { ReactNode } from 'react';
import { gaussianUnits } from '../store/beliefs';
import { KindsFigure } from './KindsFigure';

const kinds = ['normal', 'bimodal', 'skewed', 'heavy-tailed'];

export function GaussianUnits(): ReactNode {
  return (
    <KindsFigure
      experiment={gaussianUnits}
      kinds={kinds}
      legend="Population"
      first={1}
      name="units by population"
      to={20}
      title={({ wins }) =>
        wins === kinds.length
          ? 'A Gaussian prior recovers members of populations that are nothing of the kind'
          : `A Gaussian prior beats no pooling in ${wins} of ${kinds.length} populations`
      }
      note={null}
      caption={
        <>
          Twenty-four units with five observations each, from populations of four shapes with the same mean and standard
          deviation in log-odds. Above: one trial; the shape of the population shows in how the dashed truths rise.
          Below: average errors over all trials, with two Monte Carlo errors to either side.
        </>
      }
    />
  );
}
