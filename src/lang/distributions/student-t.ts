// StudentT(df, location, scale).
import type { DensityCode, DensityContext, Distribution } from '../distribution';
import { DensityWriter } from './emit';
import { drawGamma } from './gamma';
import { scalarDraw } from './parameters';

function emit(context: DensityContext): DensityCode {
  const writer = new DensityWriter(context);
  const df = writer.argument('df');
  const inverse = context.hoist(`1 / ${writer.argument('scale')}`, ['scale']);
  // log of gamma((df + 1) / 2) / (gamma(df / 2) sqrt(pi df)), by the beta function so that a large df cancels nothing.
  const constant = context.hoist(`-lbeta(0.5, 0.5 * ${df}) - 0.5 * log(${df})`, ['df']);
  const logScale = context.hoist(`log(${writer.argument('scale')})`, ['scale']);
  const z = writer.let('z', `(${context.x} - ${writer.argument('location')}) * ${inverse}`);
  const ratio = writer.let('r', `${z} * ${z} / ${df}`);
  const tail = writer.let('tail', `log1p(${ratio})`);
  if (['x', 'location', 'scale'].some((name) => context.needs(name))) {
    const slope = writer.let('slope', `(${df} + 1) * ${z} / (${df} + ${z} * ${z})`);
    writer.partial('x', () => `-${slope} * ${inverse}`);
    writer.partial('location', () => `${slope} * ${inverse}`);
    writer.partial('scale', () => `(${slope} * ${z} - 1) * ${inverse}`);
  }
  writer.partial('df', () => {
    const change = context.hoist(`digamma(0.5 * ${df} + 0.5) - digamma(0.5 * ${df}) - 1 / ${df}`, ['df']);
    return `0.5 * (${change} - ${tail} + (1 + 1 / ${df}) * ${ratio} / (1 + ${ratio}))`;
  });
  return writer.done(`${constant} - ${logScale} - 0.5 * (${df} + 1) * ${tail}`);
}

export const studentT: Distribution = {
  name: 'StudentT',
  arguments: [
    { name: 'df', domain: 'positive' },
    { name: 'location', domain: 'real' },
    { name: 'scale', domain: 'positive' },
  ],
  support: { kind: 'real' },
  density: { kind: 'code', emit },
  linked: [],
  locationScale: { location: 'location', scale: 'scale' },
  // A normal over the root of an independent chi-square on its degrees of freedom.
  draw: scalarDraw(
    (random, df, location, scale) =>
      location + (scale * random.normal()) / Math.sqrt(drawGamma(random, 0.5 * df) / (0.5 * df)),
  ),
  stan: { name: 'student_t', arguments: ([df, location, scale]) => [df, location, scale] },
  pymc: {
    name: 'StudentT',
    keywords: ([df, location, scale]) => [
      ['nu', df],
      ['mu', location],
      ['sigma', scale],
    ],
  },
  latex: '\\operatorname{StudentT}',
  signature: 'StudentT(df, location, scale)',
};
