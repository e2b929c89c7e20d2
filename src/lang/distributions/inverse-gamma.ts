// InverseGamma(shape, scale): the reciprocal of a Gamma(shape, rate = scale).
import type { Distribution } from '../distribution';
import { drawGamma } from './gamma';
import { scalarDraw } from './parameters';

export const inverseGamma: Distribution = {
  name: 'InverseGamma',
  arguments: [
    { name: 'shape', domain: 'positive' },
    { name: 'scale', domain: 'positive' },
  ],
  support: { kind: 'positive' },
  density: { kind: 'notation', text: 'shape * log(scale) - lgamma(shape) - (shape + 1) * log(x) - scale / x' },
  linked: [],
  locationScale: null,
  draw: scalarDraw((random, shape, scale) => scale / drawGamma(random, shape)),
  stan: { name: 'inv_gamma', arguments: ([shape, scale]) => [shape, scale] },
  pymc: {
    name: 'InverseGamma',
    keywords: ([shape, scale]) => [
      ['alpha', shape],
      ['beta', scale],
    ],
  },
  latex: '\\operatorname{InverseGamma}',
  signature: 'InverseGamma(shape, scale)',
};
