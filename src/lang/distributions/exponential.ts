// Exponential(rate).
import type { Distribution } from '../distribution';
import { scalarDraw } from './parameters';

export const exponential: Distribution = {
  name: 'Exponential',
  arguments: [{ name: 'rate', domain: 'positive' }],
  support: { kind: 'positive' },
  density: { kind: 'notation', text: 'log(rate) - rate * x' },
  linked: [],
  locationScale: null,
  draw: scalarDraw((random, rate) => random.exponential() / rate),
  stan: { name: 'exponential', arguments: ([rate]) => [rate] },
  pymc: { name: 'Exponential', keywords: ([rate]) => [['lam', rate]] },
  latex: '\\operatorname{Exponential}',
  signature: 'Exponential(rate)',
};
