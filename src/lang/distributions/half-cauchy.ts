// HalfCauchy(scale): the absolute value of a Cauchy(0, scale).
import type { Distribution } from '../distribution';
import { scalarDraw } from './parameters';

export const halfCauchy: Distribution = {
  name: 'HalfCauchy',
  arguments: [{ name: 'scale', domain: 'positive' }],
  support: { kind: 'positive' },
  density: { kind: 'notation', text: '-0.4515827052894549 - log(scale) - log1p(square(x / scale))' },
  linked: [],
  locationScale: null,
  draw: scalarDraw((random, scale) => scale * Math.abs(random.normal() / random.normal())),
  stan: { name: 'cauchy', arguments: ([scale]) => ['0', scale], folded: true },
  pymc: { name: 'HalfCauchy', keywords: ([scale]) => [['beta', scale]] },
  latex: '\\operatorname{HalfCauchy}',
  signature: 'HalfCauchy(scale)',
};
