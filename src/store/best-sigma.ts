// The sigma that scores best of the twenty when a tank is left out, for the slider's stops.
import best from 'virtual:prerendered/frogs-best-sigma';

export const bestSigma = best.sigma;
