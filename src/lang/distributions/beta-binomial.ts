// BetaBinomial(trials, alpha, beta): a Binomial whose p is a Beta(alpha, beta) of its own.
import type { DensityCode, DensityContext, Distribution } from '../distribution';
import { drawBeta } from './beta';
import { drawBinomial } from './binomial';
import { DensityWriter } from './emit';
import { scalarDraw } from './parameters';

/** By rising factorials: where alpha and beta are large the beta functions would cancel. */
function emit(context: DensityContext): DensityCode {
  const writer = new DensityWriter(context);
  const { x } = context;
  const n = writer.argument('trials');
  const alpha = writer.argument('alpha');
  const beta = writer.argument('beta');
  const constant = context.hoist(`lchoose(${n}, ${x})`, ['trials', 'x']);
  const sum = context.hoist(`logRising(${alpha} + ${beta}, ${n})`, ['alpha', 'beta', 'trials']);
  const slope = (): string => context.hoist(`digammaRise(${alpha} + ${beta}, ${n})`, ['alpha', 'beta', 'trials']);
  writer.partial('alpha', () => `digammaRise(${alpha}, ${x}) - ${slope()}`);
  writer.partial('beta', () => `digammaRise(${beta}, ${n} - ${x}) - ${slope()}`);
  return writer.done(`${constant} + logRising(${alpha}, ${x}) + logRising(${beta}, ${n} - ${x}) - ${sum}`);
}

export const betaBinomial: Distribution = {
  name: 'BetaBinomial',
  arguments: [
    { name: 'trials', domain: 'trials' },
    { name: 'alpha', domain: 'positive' },
    { name: 'beta', domain: 'positive' },
  ],
  support: { kind: 'upTo', trials: 'trials' },
  density: { kind: 'code', emit },
  linked: [],
  locationScale: null,
  draw: scalarDraw((random, trials, alpha, beta) => drawBinomial(random, trials, drawBeta(random, alpha, beta))),
  stan: { name: 'beta_binomial', arguments: ([trials, alpha, beta]) => [trials, alpha, beta] },
  pymc: {
    name: 'BetaBinomial',
    keywords: ([trials, alpha, beta]) => [
      ['n', trials],
      ['alpha', alpha],
      ['beta', beta],
    ],
  },
  latex: '\\operatorname{BetaBinomial}',
  signature: 'BetaBinomial(trials, alpha, beta)',
};
