// All five estimators on the same world.
import type { ReactNode } from 'react';
import chart from '../charts/interval-rows-5?vega';
import { EffectsFigure } from './EffectsFigure';
import { fiveEstimators } from './mundlak-estimators';

const fits = fiveEstimators.map(({ fit }) => fit);

export function FiveEstimators(): ReactNode {
  return (
    <EffectsFigure
      title="The latent machine answers like Mundlak's, and is less sure where groups are small"
      chart={chart}
      estimators={fiveEstimators}
      fits={fits}
    />
  );
}
