// Bernoulli(p).
import type { DensityCode, DensityContext, Distribution } from '../distribution';
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

/** Where log(1 + exp(t)) is t to the last bit. */
const STEEP = 40;
/** More than 1 + exp(40). */
const LARGEST = 1e18;

/** In the log-odds: -log(1 + exp(t)) with t = -eta for a success, eta for a failure. */
function emitLogit(context: DensityContext): DensityCode {
  const writer = new DensityWriter(context);
  const { x } = context;
  const eta = writer.argument('p');
  const t = writer.let('t', `${x} === 0 ? ${eta} : -${eta}`);
  const e = context.local('e');
  if (context.product(`1 + ${e}`, null, LARGEST)) {
    writer.add(`const ${e} = exp(Math.min(${t}, ${STEEP}));`);
    writer.partial('p', () => {
      const miss = writer.let('miss', `${e} / (1 + ${e})`);
      return `(${x} === 0 ? -${miss} : ${miss})`;
    });
    return writer.done(`-Math.max(${t} - ${STEEP}, 0)`);
  }
  writer.add(`const ${e} = exp(-Math.abs(${t}));`);
  writer.partial('p', () => {
    const miss = writer.let('miss', `(${t} > 0 ? 1 : ${e}) / (1 + ${e})`);
    return `(${x} === 0 ? -${miss} : ${miss})`;
  });
  return writer.done(`-Math.max(${t}, 0) - log1p(${e})`);
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
      density: { kind: 'code', emit: emitLogit },
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
