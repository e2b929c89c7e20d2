// Normal(mean, sd).
import type { DensityCode, DensityContext, Distribution } from '../distribution';
import { DensityWriter, HALF_LOG_TWO_PI } from './emit';
import { scalarDraw } from './parameters';

function emit(context: DensityContext): DensityCode {
  const writer = new DensityWriter(context);
  const sd = writer.argument('sd');
  const inverse = context.hoist(`1 / ${sd}`, ['sd']);
  const constant = context.hoist(`log(${sd}) + ${HALF_LOG_TWO_PI}`, ['sd']);
  const z = writer.let('z', `(${context.x} - ${writer.argument('mean')}) * ${inverse}`);
  writer.partial('x', () => `-${z} * ${inverse}`);
  writer.partial('mean', () => `${z} * ${inverse}`);
  const squares = context.total('squares', `${z} * ${z}`, ['sd']);
  if (squares !== null) {
    const { name, rows } = squares;
    const partials: Record<string, string> = context.needs('sd') ? { sd: `(${name} - ${rows}) * ${inverse}` } : {};
    return { ...writer.done(''), after: { value: `-0.5 * ${name} - ${rows} * ${constant}`, partials } };
  }
  writer.partial('sd', () => `(${z} * ${z} - 1) * ${inverse}`);
  return writer.done(`-0.5 * ${z} * ${z} - ${constant}`);
}

/** The squares of n rows about the mean are n (mean of x - mean)^2 and their spread about their own. */
function emitPooled(context: DensityContext): DensityCode {
  const writer = new DensityWriter(context);
  const { weight } = context;
  const sd = writer.argument('sd');
  const inverse = context.hoist(`1 / ${sd}`, ['sd']);
  const constant = context.hoist(`log(${sd}) + ${HALF_LOG_TWO_PI}`, ['sd']);
  const z = writer.let('z', `(${context.x} - ${writer.argument('mean')}) * ${inverse}`);
  const sum = writer.let(`sum_z`, `${weight} * ${z}`);
  const square = `${sum} * ${z} + ${context.spread()} * ${inverse} * ${inverse}`;
  writer.partial('mean', () => `${sum} * ${inverse}`);
  const squares = context.total('squares', square, ['sd']);
  if (squares !== null) {
    const { name, rows } = squares;
    const partials: Record<string, string> = context.needs('sd') ? { sd: `(${name} - ${rows}) * ${inverse}` } : {};
    return { ...writer.done(''), after: { value: `-0.5 * ${name} - ${rows} * ${constant}`, partials } };
  }
  const own = writer.let('squares', square);
  writer.partial('sd', () => `(${own} - ${weight}) * ${inverse}`);
  return writer.done(`-0.5 * ${own} - ${weight} * ${constant}`);
}

export const normal: Distribution = {
  name: 'Normal',
  arguments: [
    { name: 'mean', domain: 'real' },
    { name: 'sd', domain: 'positive' },
  ],
  support: { kind: 'real' },
  density: { kind: 'code', emit, pooled: { data: ['x'], by: 'mean', emit: emitPooled } },
  linked: [],
  locationScale: { location: 'mean', scale: 'sd' },
  draw: scalarDraw((random, mean, sd) => mean + sd * random.normal()),
  stan: { name: 'normal', arguments: ([mean, sd]) => [mean, sd] },
  pymc: {
    name: 'Normal',
    keywords: ([mean, sd]) => [
      ['mu', mean],
      ['sigma', sd],
    ],
  },
  latex: '\\operatorname{Normal}',
  signature: 'Normal(mean, sd)',
};
