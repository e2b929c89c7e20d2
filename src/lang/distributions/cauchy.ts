// Cauchy(location, scale).
import type { Distribution } from '../distribution';
import { scalarDraw } from './parameters';

export const cauchy: Distribution = {
  name: 'Cauchy',
  arguments: [
    { name: 'location', domain: 'real' },
    { name: 'scale', domain: 'positive' },
  ],
  support: { kind: 'real' },
  density: {
    kind: 'notation',
    text: '-1.1447298858494002 - log(scale) - log1p(square((x - location) / scale))',
  },
  linked: [],
  locationScale: { location: 'location', scale: 'scale' },
  // The ratio of two independent standard normals.
  draw: scalarDraw((random, location, scale) => location + scale * (random.normal() / random.normal())),
  stan: { name: 'cauchy', arguments: ([location, scale]) => [location, scale] },
  pymc: {
    name: 'Cauchy',
    keywords: ([location, scale]) => [
      ['alpha', location],
      ['beta', scale],
    ],
  },
  latex: '\\operatorname{Cauchy}',
  signature: 'Cauchy(location, scale)',
};
