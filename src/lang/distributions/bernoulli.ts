// Bernoulli(p).
import type { DensityCode, DensityContext, Distribution } from '../distribution';
import { logitTerms } from './binomial';
import { DensityWriter } from './emit';
import { scalarDraw } from './parameters';

/** p of exactly 0 or 1 is finite where the outcome agrees. */
function emit(context: DensityContext): DensityCode {
  const writer = new DensityWriter(context);
  const { x } = context;
  const p = writer.argument('p');
  writer.partial('p', () => `(${x} === 0 ? -1 / (1 - ${p}) : 1 / ${p})`);
  return writer.done(`(${x} === 0 ? log1p(-${p}) : log(${p}))`);
}

/** In the log-odds: -log(1 + exp(t)) with t = -eta for a success, eta for a failure. */
function emitLogit(context: DensityContext): DensityCode {
  const writer = new DensityWriter(context);
  const sign = context.hoist(`${context.x} === 0 ? 1 : -1`, ['x']);
  const t = writer.let('t', `${sign} * ${writer.argument('p')}`);
  const e = writer.let('e', `exp(-Math.abs(${t}))`);
  writer.partial('p', () => `-${sign} * ((${t} > 0 ? 1 : ${e}) / (1 + ${e}))`);
  const normalizer = context.product(`1 + ${e}`, null, 2) ? '' : ` - log1p(${e})`;
  return writer.done(`-(${t} > 0 ? ${t} : 0)${normalizer}`);
}

/** Successes and failures in the log-odds: a binomial without its coefficient. */
function emitPooledLogit(context: DensityContext): DensityCode {
  const writer = new DensityWriter(context);
  const failures = context.hoist(`${context.weight} - ${context.x}`, ['x']);
  const { code, e } = logitTerms(writer, failures);
  const normalizer = context.product(`1 + ${e}`, null, 2) ? '' : ` - ${context.weight} * log1p(${e})`;
  return writer.done(`${code}${normalizer}`);
}

export const bernoulli: Distribution = {
  name: 'Bernoulli',
  arguments: [{ name: 'p', domain: 'unit' }],
  support: { kind: 'binary' },
  density: { kind: 'code', emit },
  linked: [
    {
      argument: 'p',
      link: 'logit',
      density: { kind: 'code', emit: emitLogit, pooled: { data: ['x'], by: 'sum', emit: emitPooledLogit } },
      stan: 'bernoulli_logit',
      pymc: 'logit_p',
    },
  ],
  locationScale: null,
  draw: scalarDraw((random, p) => (random.uniform() < p ? 1 : 0)),
  stan: { name: 'bernoulli', arguments: ([p]) => [p] },
  pymc: { name: 'Bernoulli', keywords: ([p]) => [['p', p]] },
  latex: '\\operatorname{Bernoulli}',
  signature: 'Bernoulli(p)',
};
