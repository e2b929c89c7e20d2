// The page's main figure: 48 tanks, one slider, and the posterior that answers it.
import type { ReactNode } from 'react';
import shrinkage from '../charts/shrinkage?vega';
import { SigmaFigure } from './SigmaFigure';

export function ShrinkageFigure(): ReactNode {
  return <SigmaFigure chart={shrinkage} />;
}
