// The constants of the frogs' priors: their sliders, and where the lecture has them, as the model declares.
import type { ReactNode } from 'react';
import type { MixtureConstants } from '../charts/prior-rows';
import { frogsPriors } from '../store/frogs-priors';

interface ConstantOf {
  readonly key: keyof MixtureConstants;
  readonly symbol: ReactNode;
  readonly label: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
}

const words: readonly (Pick<ConstantOf, 'key' | 'symbol' | 'label'> & { readonly knob: string })[] = [
  { key: 'mean', knob: 'mean_bar', symbol: 'm', label: 'mean of the middle' },
  { key: 'sd', knob: 'sd_bar', symbol: 's', label: 'sd of the middle' },
  { key: 'rate', knob: 'rate', symbol: 'λ', label: 'rate of sigma' },
];

const sliders = words.map(({ knob, ...own }): ConstantOf & { readonly value: number } => {
  const { minimum, maximum, value } = frogsPriors(knob);
  return { ...own, minimum, maximum, value, step: 0.1 };
});

const lecture: MixtureConstants = {
  mean: frogsPriors('mean_bar').value,
  sd: frogsPriors('sd_bar').value,
  rate: frogsPriors('rate').value,
};

export const priorConstants = { sliders, lecture };
