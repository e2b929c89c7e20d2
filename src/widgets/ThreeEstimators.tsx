// Naive, fixed effects and multilevel on the same world.
import type { ReactNode } from 'react';
import chart from '../charts/interval-rows-3?vega';
import { EffectsFigure } from './EffectsFigure';
import { threeEstimators } from './estimators';

const fits = threeEstimators.map(({ fit }) => fit);

export function ThreeEstimators(): ReactNode {
  return (
    <EffectsFigure
      title="Three models of the same data give three answers about X, and one of them says nothing about Z"
      chart={chart}
      estimators={threeEstimators}
      fits={fits}
    />
  );
}
