// Laplace(location, scale), the double exponential.
import type { Distribution } from '../distribution';
import { scalarDraw } from './parameters';

export const laplace: Distribution = {
  name: 'Laplace',
  arguments: [
    { name: 'location', domain: 'real' },
    { name: 'scale', domain: 'positive' },
  ],
  support: { kind: 'real' },
  density: { kind: 'notation', text: '-0.6931471805599453 - log(scale) - abs(x - location) / scale' },
  linked: [],
  locationScale: { location: 'location', scale: 'scale' },
  // The difference of two independent exponentials.
  draw: scalarDraw((random, location, scale) => location + scale * (random.exponential() - random.exponential())),
  stan: { name: 'double_exponential', arguments: ([location, scale]) => [location, scale] },
  pymc: {
    name: 'Laplace',
    keywords: ([location, scale]) => [
      ['mu', location],
      ['b', scale],
    ],
  },
  latex: '\\operatorname{Laplace}',
  signature: 'Laplace(location, scale)',
};
