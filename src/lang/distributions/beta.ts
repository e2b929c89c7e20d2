// Beta(alpha, beta).
import { invLogit } from '../../math/logistic';
import type { Random } from '../../math/random';
import type { DensityCode, DensityContext, Distribution } from '../distribution';
import { DensityWriter } from './emit';
import { drawLogGamma } from './gamma';
import { scalarDraw } from './parameters';

/** An alpha or beta of exactly 1 leaves 0 or 1 a finite density, where 0 times log 0 would not. */
function emit(context: DensityContext): DensityCode {
  const writer = new DensityWriter(context);
  const { x } = context;
  const alpha = writer.argument('alpha');
  const beta = writer.argument('beta');
  const logX = context.hoist(`log(${x})`, ['x']);
  const logRest = context.hoist(`log1p(-${x})`, ['x']);
  const constant = context.hoist(`lbeta(${alpha}, ${beta})`, ['alpha', 'beta']);
  const low = writer.let('low', `(${alpha} === 1 ? 0 : (${alpha} - 1) * ${logX})`);
  const high = writer.let('high', `(${beta} === 1 ? 0 : (${beta} - 1) * ${logRest})`);
  const digammaSum = (): string => context.hoist(`digamma(${alpha} + ${beta})`, ['alpha', 'beta']);
  writer.partial(
    'x',
    () => `(${alpha} === 1 ? 0 : (${alpha} - 1) / ${x}) - (${beta} === 1 ? 0 : (${beta} - 1) / (1 - ${x}))`,
  );
  writer.partial('alpha', () => `${logX} - ${context.hoist(`digamma(${alpha})`, ['alpha'])} + ${digammaSum()}`);
  writer.partial('beta', () => `${logRest} - ${context.hoist(`digamma(${beta})`, ['beta'])} + ${digammaSum()}`);
  return writer.done(`${low} + ${high} - ${constant}`);
}

/** From two gamma draws, on the log scale so that small shapes cannot both underflow. */
export function drawBeta(random: Random, alpha: number, beta: number): number {
  const first = drawLogGamma(random, alpha);
  return invLogit(first - drawLogGamma(random, beta));
}

export const beta: Distribution = {
  name: 'Beta',
  arguments: [
    { name: 'alpha', domain: 'positive' },
    { name: 'beta', domain: 'positive' },
  ],
  support: { kind: 'unit' },
  density: { kind: 'code', emit },
  linked: [],
  locationScale: null,
  draw: scalarDraw(drawBeta),
  stan: { name: 'beta', arguments: ([a, b]) => [a, b] },
  pymc: {
    name: 'Beta',
    keywords: ([a, b]) => [
      ['alpha', a],
      ['beta', b],
    ],
  },
  latex: '\\operatorname{Beta}',
  signature: 'Beta(alpha, beta)',
};
