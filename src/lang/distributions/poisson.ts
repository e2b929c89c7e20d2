// Poisson(rate).
import { exp } from '../../math/exp';
import { lgamma } from '../../math/gamma';
import { log } from '../../math/log';
import type { Random } from '../../math/random';
import type { DensityCode, DensityContext, Distribution } from '../distribution';
import { DensityWriter } from './emit';
import { scalarDraw } from './parameters';

/** A rate of exactly 0 is finite where the count is 0. */
function emit(context: DensityContext): DensityCode {
  const writer = new DensityWriter(context);
  const { x } = context;
  const rate = writer.argument('rate');
  const constant = context.hoist(`lgamma(${x} + 1)`, ['x']);
  writer.partial('rate', () => `(${x} === 0 ? 0 : ${x} / ${rate}) - 1`);
  return writer.done(`(${x} === 0 ? 0 : ${x} * log(${rate})) - ${rate} - ${constant}`);
}

function emitLog(context: DensityContext): DensityCode {
  const writer = new DensityWriter(context);
  const { x } = context;
  const eta = writer.argument('rate');
  const constant = context.constant((read) => `-lgamma(${read('x')} + 1)`, ['x']);
  const rate = writer.let('rate', `exp(${eta})`);
  writer.partial('rate', () => `${x} - ${rate}`);
  return writer.done(`${constant}(${x} === 0 ? 0 : ${x} * ${eta}) - ${rate}`);
}

function emitPooledLog(context: DensityContext): DensityCode {
  const writer = new DensityWriter(context);
  const { x } = context;
  const eta = writer.argument('rate');
  const constant = context.constant((read) => `-lgamma(${read('x')} + 1)`, ['x']);
  const rates = writer.let('rates', `${context.weight} * exp(${eta})`);
  writer.partial('rate', () => `${x} - ${rates}`);
  return writer.done(`${constant}(${x} === 0 ? 0 : ${x} * ${eta}) - ${rates}`);
}

/** By sequential search from zero, for a small mean. */
function drawBySearch(random: Random, mean: number): number {
  const first = exp(-mean);
  for (;;) {
    let u = random.uniform();
    let mass = first;
    // Beyond 200 a mean below 10 leaves less than any double: what remains of u there is rounding, so draw anew.
    for (let k = 0; k < 200; k++) {
      if (u < mass) return k;
      u -= mass;
      mass *= mean / (k + 1);
    }
  }
}

/** By transformed rejection, for a mean of 10 or more (Hörmann 1993, PTRS). */
function drawByRejection(random: Random, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const vr = 0.9277 - 3.6224 / (b - 2);
  const logMean = log(mean);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= vr) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (log((v * inverseAlpha) / (a / (us * us) + b)) <= k * logMean - mean - lgamma(k + 1)) return k;
  }
}

/** A count with this mean, which is at least 0; NaN otherwise or if it is infinite. */
export function drawPoisson(random: Random, mean: number): number {
  if (!(mean >= 0 && mean < Infinity)) return NaN;
  return mean < 10 ? drawBySearch(random, mean) : drawByRejection(random, mean);
}

export const poisson: Distribution = {
  name: 'Poisson',
  arguments: [{ name: 'rate', domain: 'positive' }],
  support: { kind: 'count' },
  density: { kind: 'code', emit },
  linked: [
    {
      argument: 'rate',
      link: 'log',
      density: { kind: 'code', emit: emitLog, pooled: { data: ['x'], by: 'sum', emit: emitPooledLog } },
      stan: 'poisson_log',
    },
  ],
  locationScale: null,
  draw: scalarDraw(drawPoisson),
  stan: { name: 'poisson', arguments: ([rate]) => [rate] },
  pymc: { name: 'Poisson', keywords: ([rate]) => [['mu', rate]] },
  latex: '\\operatorname{Poisson}',
  signature: 'Poisson(rate)',
};
