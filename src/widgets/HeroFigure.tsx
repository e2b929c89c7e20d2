// The lecture in one figure: the slider and its tanks; on a phone six of them, and their population.
import type { ReactNode } from 'react';
import hero from '../charts/hero?vega';
import { SigmaFigure } from './SigmaFigure';
import './hero-figure.css';

export function HeroFigure(): ReactNode {
  return (
    <SigmaFigure
      chart={hero}
      phoneIntervals
      note={
        <span className="hero-note">
          {' '}
          A narrow screen has room for six tanks, two of each size; the curve at their right is the population they come
          from.
        </span>
      }
    />
  );
}
