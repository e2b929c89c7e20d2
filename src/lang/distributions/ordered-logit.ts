// OrderedLogit(predictor, cutpoints): P(x <= k) = inv_logit(cutpoints[k] - predictor), x from 1 to K.
import { invLogit } from '../../math/logistic';
import type { Random } from '../../math/random';
import type { DensityCode, DensityContext, Distribution } from '../distribution';
import { DensityWriter } from './emit';
import { predictorDraw } from './parameters';

/**
 * With a = upper cutpoint - predictor and b = lower cutpoint - predictor, P = inv_logit(a) inv_logit(-b) (1 - exp(b - a)): a product,
 * so that neither far tails nor nearly touching cutpoints cancel. The first level has no b, the last no a.
 */
function emit(context: DensityContext): DensityCode {
  const writer = new DensityWriter(context);
  const predictor = writer.argument('predictor');
  const { values, adjoints, offset, size, steps } = context.vectors['cutpoints'];
  const slopes = context.needs('predictor') || context.needs('cutpoints');
  const k = writer.let('k', context.x);
  const at = writer.let('at', `${offset} + ${k} - 1`);
  const value = writer.variable('value', '0');
  const slope = slopes ? writer.variable('slope', '0') : '';
  const touch = (index: string, code: string): string =>
    context.needs('cutpoints') ? `${adjoints}[${index}] += ${context.weight} * (${code});` : '';
  const touchStep = (array: string, code: string): string =>
    context.needs('cutpoints') ? `${array}[${at}] += ${context.weight} * (${code});` : '';
  const [a, b, e, part, gap] = ['a', 'b', 'e', 'part', 'gap'].map((hint) => context.local(hint));
  writer.add(
    `if (${k} <= ${size}) {`,
    `const ${a} = ${values}[${at}] - ${predictor}, ${e} = exp(-Math.abs(${a}));`,
    `${value} -= Math.max(-${a}, 0) + log1p(${e});`,
    ...(slopes ? [`const ${part} = (${a} < 0 ? 1 : ${e}) / (1 + ${e});`, `${slope} -= ${part};`] : []),
    touch(at, part),
    `}`,
    `if (${k} > 1) {`,
    `const ${b} = ${values}[${at} - 1] - ${predictor}, ${e} = exp(-Math.abs(${b}));`,
    `${value} -= Math.max(${b}, 0) + log1p(${e});`,
    ...(slopes ? [`const ${part} = (${b} < 0 ? ${e} : 1) / (1 + ${e});`, `${slope} += ${part};`] : []),
    touch(`${at} - 1`, `-${part}`),
    `if (${k} <= ${size}) {`,
    `const ${gap} = ${steps === undefined ? `${values}[${at}] - ${values}[${at} - 1]` : `${steps.values}[${at}]`};`,
    `${value} += log1mExp(-${gap});`,
    ...(steps === undefined
      ? [touch(at, `1 / expm1(${gap})`), touch(`${at} - 1`, `-1 / expm1(${gap})`)]
      : [touchStep(steps.adjoints, `1 / expm1(${gap})`)]),
    `}`,
    `}`,
  );
  writer.partial('predictor', () => slope);
  return writer.done(value);
}

function draw(random: Random, predictor: number, cutpoints: Float64Array): number {
  const u = random.uniform();
  let level = 1;
  while (level <= cutpoints.length && u > invLogit(cutpoints[level - 1] - predictor)) level++;
  return level;
}

export const orderedLogit: Distribution = {
  name: 'OrderedLogit',
  arguments: [
    { name: 'predictor', domain: 'real' },
    { name: 'cutpoints', domain: 'cutpoints' },
  ],
  support: { kind: 'category', vector: 'cutpoints' },
  density: { kind: 'code', emit },
  linked: [],
  locationScale: null,
  draw: predictorDraw(draw),
  stan: { name: 'ordered_logistic', arguments: ([predictor, cutpoints]) => [predictor, cutpoints] },
  pymc: {
    name: 'OrderedLogistic',
    keywords: ([predictor, cutpoints]) => [
      ['eta', predictor],
      ['cutpoints', cutpoints],
      // Else the probabilities of all levels would be stored for every draw and row.
      ['compute_p', 'False'],
    ],
  },
  latex: '\\operatorname{OrderedLogit}',
  signature: 'OrderedLogit(predictor, cutpoints)',
};
