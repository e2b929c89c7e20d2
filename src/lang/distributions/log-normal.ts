// LogNormal(mean, sd): the logarithm is normal with this mean and sd.
import { exp } from '../../math/exp';
import type { Distribution } from '../distribution';
import { scalarDraw } from './parameters';

export const logNormal: Distribution = {
  name: 'LogNormal',
  arguments: [
    { name: 'mean', domain: 'real' },
    { name: 'sd', domain: 'positive' },
  ],
  support: { kind: 'positive' },
  density: {
    kind: 'notation',
    text: '-0.9189385332046728 - log(sd) - log(x) - 0.5 * square((log(x) - mean) / sd)',
  },
  linked: [],
  locationScale: null,
  draw: scalarDraw((random, mean, sd) => exp(mean + sd * random.normal())),
  stan: { name: 'lognormal', arguments: ([mean, sd]) => [mean, sd] },
  pymc: {
    name: 'LogNormal',
    keywords: ([mean, sd]) => [
      ['mu', mean],
      ['sigma', sd],
    ],
  },
  latex: '\\operatorname{LogNormal}',
  signature: 'LogNormal(mean, sd)',
};
