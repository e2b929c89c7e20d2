// Uniform(lower, upper).
import type { DensityCode, DensityContext, Distribution } from '../distribution';
import { DensityWriter } from './emit';
import { scalarDraw } from './parameters';

/** A knob may move a bound past the data: the density there is zero. */
function emit(context: DensityContext): DensityCode {
  const writer = new DensityWriter(context);
  const { x } = context;
  const lower = writer.argument('lower');
  const upper = writer.argument('upper');
  const logWidth = context.hoist(`log(${upper} - ${lower})`, ['lower', 'upper']);
  writer.partial('lower', () => `1 / (${upper} - ${lower})`);
  writer.partial('upper', () => `-1 / (${upper} - ${lower})`);
  return writer.done(`(${x} >= ${lower} && ${x} <= ${upper} ? -${logWidth} : -Infinity)`);
}

export const uniform: Distribution = {
  name: 'Uniform',
  arguments: [
    { name: 'lower', domain: 'real' },
    { name: 'upper', domain: 'real' },
  ],
  support: { kind: 'interval', lower: 'lower', upper: 'upper' },
  density: { kind: 'code', emit },
  linked: [],
  locationScale: null,
  draw: scalarDraw((random, lower, upper) => lower + (upper - lower) * random.uniform()),
  stan: { name: 'uniform', arguments: ([lower, upper]) => [lower, upper] },
  pymc: {
    name: 'Uniform',
    keywords: ([lower, upper]) => [
      ['lower', lower],
      ['upper', upper],
    ],
  },
  latex: '\\operatorname{Uniform}',
  signature: 'Uniform(lower, upper)',
};
