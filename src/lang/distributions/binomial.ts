// Binomial(trials, p).
import { exp } from '../../math/exp';
import { lgamma } from '../../math/gamma';
import { log, log1p } from '../../math/log';
import type { Random } from '../../math/random';
import type { DensityCode, DensityContext, Distribution } from '../distribution';
import { DensityWriter } from './emit';
import { scalarDraw } from './parameters';

/** p of exactly 0 or 1 is finite where the data allow it: no successes, no failures. */
function emit(context: DensityContext): DensityCode {
  const writer = new DensityWriter(context);
  const { x } = context;
  const n = writer.argument('trials');
  const p = writer.argument('p');
  const constant = context.hoist(`lchoose(${n}, ${x})`, ['trials', 'x']);
  writer.partial('p', () => `(${x} === 0 ? 0 : ${x} / ${p}) - (${x} === ${n} ? 0 : (${n} - ${x}) / (1 - ${p}))`);
  return writer.done(
    `${constant} + (${x} === 0 ? 0 : ${x} * log(${p})) + (${x} === ${n} ? 0 : (${n} - ${x}) * log1p(-${p}))`,
  );
}

/** In the log-odds: x log p + (n - x) log(1 - p) with log p = min(eta, 0) - log1p(exp(-|eta|)). */
function emitLogit(context: DensityContext): DensityCode {
  const writer = new DensityWriter(context);
  const n = writer.argument('trials');
  const constant = context.constant((read) => `lchoose(${read('trials')}, ${read('x')})`, ['trials', 'x']);
  const failures = context.hoist(`${n} - ${context.x}`, ['trials', 'x']);
  const { code, e } = logitTerms(writer, failures);
  const normalizer = context.product(`1 + ${e}`, 'trials', 2) ? '' : ` - ${n} * log1p(${e})`;
  return writer.done(`${constant}${code}${normalizer}`);
}

/** What successes and failures add to the log density, all but the log(1 + e) of each trial, with the derivative. */
export function logitTerms(writer: DensityWriter, failures: string): { code: string; e: string } {
  const { x } = writer.context;
  const eta = writer.argument('p');
  const e = writer.let('e', `exp(-Math.abs(${eta}))`);
  writer.partial('p', () => `(${eta} < 0 ? ${x} - ${failures} * ${e} : ${x} * ${e} - ${failures}) / (1 + ${e})`);
  // Not infinity times nothing, where the data allow it.
  const against = writer.let('against', `${eta} < 0 ? ${x} : -${failures}`);
  return { code: `(${against} === 0 ? 0 : ${against} * ${eta})`, e };
}

/** By sequential search from zero, for a small n p with p <= 1/2 (Kachitvichyanukul & Schmeiser 1988, BINV). */
function drawBySearch(random: Random, n: number, p: number): number {
  const odds = p / (1 - p);
  const first = exp(n * log1p(-p));
  for (;;) {
    let u = random.uniform();
    let mass = first;
    // Beyond 200 a mean below 10 leaves less than any double: what remains of u there is rounding, so draw anew.
    for (let k = 0; k <= Math.min(n, 200); k++) {
      if (u < mass) return k;
      u -= mass;
      mass *= (odds * (n - k)) / (k + 1);
    }
  }
}

/** By transformed rejection, for n p >= 10 with p <= 1/2 (Hörmann 1993, BTRS). */
function drawByRejection(random: Random, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = n * p + 0.5;
  const alpha = (2.83 + 5.1 / b) * spread;
  const vr = 0.92 - 4.2 / b;
  const logOdds = log(p / (1 - p));
  const mode = Math.floor((n + 1) * p);
  const h = lgamma(mode + 1) + lgamma(n - mode + 1);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + c);
    if (k < 0 || k > n) continue;
    if (us >= 0.07 && v <= vr) return k;
    const height = log((v * alpha) / (a / (us * us) + b));
    if (height <= h - lgamma(k + 1) - lgamma(n - k + 1) + (k - mode) * logOdds) return k;
  }
}

/** Successes in n trials; p in [0, 1]. NaN outside. */
export function drawBinomial(random: Random, n: number, p: number): number {
  if (!(p >= 0 && p <= 1) || !(n >= 0)) return NaN;
  if (p > 0.5) return n - drawBinomial(random, n, 1 - p);
  return n * p < 10 ? drawBySearch(random, n, p) : drawByRejection(random, n, p);
}

export const binomial: Distribution = {
  name: 'Binomial',
  arguments: [
    { name: 'trials', domain: 'trials' },
    { name: 'p', domain: 'unit' },
  ],
  support: { kind: 'upTo', trials: 'trials' },
  density: { kind: 'code', emit },
  linked: [
    {
      argument: 'p',
      link: 'logit',
      density: { kind: 'code', emit: emitLogit, pooled: { data: ['x', 'trials'], by: 'sum', emit: emitLogit } },
      stan: 'binomial_logit',
      pymc: 'logit_p',
    },
  ],
  locationScale: null,
  draw: scalarDraw(drawBinomial),
  stan: { name: 'binomial', arguments: ([trials, p]) => [trials, p] },
  pymc: {
    name: 'Binomial',
    keywords: ([trials, p]) => [
      ['n', trials],
      ['p', p],
    ],
  },
  latex: '\\operatorname{Binomial}',
  signature: 'Binomial(trials, p)',
};
