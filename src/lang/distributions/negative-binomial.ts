// NegativeBinomial(mean, phi): a Poisson whose rate is a gamma of its own; variance mean + mean^2 / phi.
import type { DensityCode, DensityContext, Distribution } from '../distribution';
import { DensityWriter } from './emit';
import { drawGamma } from './gamma';
import { scalarDraw } from './parameters';
import { drawPoisson } from './poisson';

/** x log(mean / (mean + phi)) + phi log(phi / (mean + phi)), each by log1p of the smaller ratio. */
function emit(context: DensityContext): DensityCode {
  const writer = new DensityWriter(context);
  const { x } = context;
  const mean = writer.argument('mean');
  const phi = writer.argument('phi');
  const constant = context.hoist(`lgamma(${x} + 1)`, ['x']);
  const rising = context.hoist(`logRising(${phi}, ${x})`, ['phi', 'x']);
  const total = writer.let('total', `${mean} + ${phi}`);
  const logFar = writer.let('far', `-log1p(${mean} / ${phi})`);
  const logNear = writer.let('near', `${mean} > ${phi} ? -log1p(${phi} / ${mean}) : log(${mean} / ${total})`);
  writer.partial('mean', () => `(${x} === 0 ? 0 : ${x} / ${mean}) - (${x} + ${phi}) / ${total}`);
  writer.partial('phi', () => {
    const rise = context.hoist(`digammaRise(${phi}, ${x})`, ['phi', 'x']);
    return `${rise} + ${logFar} + (${mean} - ${x}) / ${total}`;
  });
  return writer.done(`${rising} - ${constant} + (${x} === 0 ? 0 : ${x} * ${logNear}) + ${phi} * ${logFar}`);
}

/** With t = log mean - log phi: x log inv_logit(t) + phi log inv_logit(-t). */
function emitLog(context: DensityContext): DensityCode {
  const writer = new DensityWriter(context);
  const { x } = context;
  const phi = writer.argument('phi');
  const constant = context.hoist(`lgamma(${x} + 1)`, ['x']);
  const rising = context.hoist(`logRising(${phi}, ${x})`, ['phi', 'x']);
  const t = writer.let('t', `${writer.argument('mean')} - ${context.hoist(`log(${phi})`, ['phi'])}`);
  const e = writer.let('e', `exp(-Math.abs(${t}))`);
  const rest = writer.let('rest', `log1p(${e})`);
  if (context.needs('mean') || context.needs('phi')) {
    const slope = writer.let('slope', `(${t} < 0 ? ${x} - ${phi} * ${e} : ${x} * ${e} - ${phi}) / (1 + ${e})`);
    writer.partial('mean', () => slope);
    writer.partial('phi', () => {
      const rise = context.hoist(`digammaRise(${phi}, ${x})`, ['phi', 'x']);
      return `${rise} - (Math.max(${t}, 0) + ${rest}) - ${slope} / ${phi}`;
    });
  }
  return writer.done(
    `${rising} - ${constant} - (${x} === 0 ? 0 : ${x} * (Math.max(-${t}, 0) + ${rest})) - ${phi} * (Math.max(${t}, 0) + ${rest})`,
  );
}

export const negativeBinomial: Distribution = {
  name: 'NegativeBinomial',
  arguments: [
    { name: 'mean', domain: 'positive' },
    { name: 'phi', domain: 'positive' },
  ],
  support: { kind: 'count' },
  density: { kind: 'code', emit },
  linked: [{ argument: 'mean', link: 'log', density: { kind: 'code', emit: emitLog }, stan: 'neg_binomial_2_log' }],
  locationScale: null,
  draw: scalarDraw((random, mean, phi) => drawPoisson(random, (mean * drawGamma(random, phi)) / phi)),
  stan: { name: 'neg_binomial_2', arguments: ([mean, phi]) => [mean, phi] },
  pymc: {
    name: 'NegativeBinomial',
    keywords: ([mean, phi]) => [
      ['mu', mean],
      ['alpha', phi],
    ],
  },
  latex: '\\operatorname{NegativeBinomial}',
  signature: 'NegativeBinomial(mean, phi)',
};
