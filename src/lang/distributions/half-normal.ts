// HalfNormal(scale): the absolute value of a Normal(0, scale).
import type { Distribution } from '../distribution';
import { scalarDraw } from './parameters';

export const halfNormal: Distribution = {
  name: 'HalfNormal',
  arguments: [{ name: 'scale', domain: 'positive' }],
  support: { kind: 'positive' },
  density: { kind: 'notation', text: '-0.22579135264472744 - log(scale) - 0.5 * square(x / scale)' },
  linked: [],
  locationScale: null,
  draw: scalarDraw((random, scale) => scale * Math.abs(random.normal())),
  stan: { name: 'normal', arguments: ([scale]) => ['0', scale], folded: true },
  pymc: { name: 'HalfNormal', keywords: ([scale]) => [['sigma', scale]] },
  latex: '\\operatorname{HalfNormal}',
  signature: 'HalfNormal(scale)',
};
