// The lecture in one figure: the slider and its tanks; on a phone six of them, and their population.
import type { ReactNode } from 'react';
import hero from '../charts/hero?vega';
import { SigmaFigure } from './SigmaFigure';

export function HeroFigure(): ReactNode {
  return <SigmaFigure chart={hero} />;
}
