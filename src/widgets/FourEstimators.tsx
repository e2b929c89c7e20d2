// The three estimators and Mundlak's machine on the same world.
import type { ReactNode } from 'react';
import chart from '../charts/interval-rows-4?vega';
import { EffectsFigure } from './EffectsFigure';
import { fourEstimators } from './four-estimators';

const fits = fourEstimators.map(({ fit }) => fit);

export function FourEstimators(): ReactNode {
  return (
    <EffectsFigure
      title="With the group mean beside it, X keeps only the part of its effect that differs within groups"
      chart={chart}
      estimators={fourEstimators}
      fits={fits}
    />
  );
}
