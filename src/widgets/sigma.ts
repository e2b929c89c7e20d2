// What a sigma means, in a few words, and the sigmas worth a visit.
import { bestSigma } from '../store/best-sigma';

export function poolingWords(sigma: number): string {
  if (sigma < 0.25) return 'tanks almost alike';
  if (sigma < 0.8) return 'strong pooling';
  if (sigma < 2) return 'moderate pooling';
  if (sigma < 4) return 'weak pooling';
  return 'almost no pooling';
}

export const sigmaStops = [
  { value: 0.1, label: '0.1' },
  { value: 1, label: '1' },
  { value: bestSigma, label: 'best' },
  { value: 5, label: '5' },
] as const;
