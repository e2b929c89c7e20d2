// Gamma(shape, rate).
import { exp } from '../../math/exp';
import { log, log1p } from '../../math/log';
import type { Random } from '../../math/random';
import type { DensityCode, DensityContext, Distribution } from '../distribution';
import { DensityWriter } from './emit';
import { scalarDraw } from './parameters';

/** A shape of exactly 1 leaves x = 0 a finite density, where 0 times log 0 would not. */
function emit(context: DensityContext): DensityCode {
  const writer = new DensityWriter(context);
  const { x } = context;
  const shape = writer.argument('shape');
  const rate = writer.argument('rate');
  const logX = context.hoist(`log(${x})`, ['x']);
  const logRate = context.hoist(`log(${rate})`, ['rate']);
  const constant = context.hoist(`lgamma(${shape})`, ['shape']);
  writer.partial('x', () => `(${shape} === 1 ? 0 : (${shape} - 1) / ${x}) - ${rate}`);
  writer.partial('shape', () => `${logRate} - ${context.hoist(`digamma(${shape})`, ['shape'])} + ${logX}`);
  writer.partial('rate', () => `${shape} / ${rate} - ${x}`);
  return writer.done(
    `${shape} * ${logRate} - ${constant} + (${shape} === 1 ? 0 : (${shape} - 1) * ${logX}) - ${rate} * ${x}`,
  );
}

/**
 * log of a Gamma(shape, 1) draw (Marsaglia & Tsang 2000; below shape 1 a draw at shape + 1 times U^(1 / shape)); NaN unless shape is
 * positive and finite. On the log scale, because at a small shape most draws underflow.
 */
export function drawLogGamma(random: Random, shape: number): number {
  if (!(shape > 0 && shape < Infinity)) return NaN;
  if (shape < 1) return drawLogGamma(random, shape + 1) + log(random.uniform()) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = random.normal();
    const root = 1 + c * z;
    if (root <= 0) continue;
    const v = root * root * root;
    const logV = 3 * log1p(c * z);
    if (log(random.uniform()) < 0.5 * z * z + d * (1 - v + logV)) return log(d) + logV;
  }
}

/** A Gamma(shape, 1) draw. */
export function drawGamma(random: Random, shape: number): number {
  return exp(drawLogGamma(random, shape));
}

export const gamma: Distribution = {
  name: 'Gamma',
  arguments: [
    { name: 'shape', domain: 'positive' },
    { name: 'rate', domain: 'positive' },
  ],
  support: { kind: 'positive' },
  density: { kind: 'code', emit },
  linked: [],
  locationScale: null,
  draw: scalarDraw((random, shape, rate) => drawGamma(random, shape) / rate),
  stan: { name: 'gamma', arguments: ([shape, rate]) => [shape, rate] },
  pymc: {
    name: 'Gamma',
    keywords: ([shape, rate]) => [
      ['alpha', shape],
      ['beta', rate],
    ],
  },
  latex: '\\operatorname{Gamma}',
  signature: 'Gamma(shape, rate)',
};
