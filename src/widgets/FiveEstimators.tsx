// All five estimators on the same world.
import type { ReactNode } from 'react';
import chart from '../charts/interval-rows-5?vega';
import { EffectsFigure } from './EffectsFigure';
import { fiveEstimators } from './five-estimators';

const fits = fiveEstimators.map(({ fit }) => fit);

export function FiveEstimators(): ReactNode {
  return (
    <EffectsFigure
      title="The latent machine and Mundlak’s nearly agree in this world"
      chart={chart}
      estimators={fiveEstimators}
      fits={fits}
    />
  );
}
