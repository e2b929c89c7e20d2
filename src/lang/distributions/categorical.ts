// Categorical(logits): x from 1 to K by softmax; the last level is the reference, with logit 0.
import { exp } from '../../math/exp';
import type { Random } from '../../math/random';
import type { DensityCode, DensityContext, Distribution } from '../distribution';
import { DensityWriter } from './emit';
import { vectorDraw } from './parameters';

/** Logits relative to the largest, so that the sum of exponentials lies between 1 and K. */
function emit(context: DensityContext): DensityCode {
  const writer = new DensityWriter(context);
  const { x } = context;
  const { values, adjoints, offset, size } = context.vectors['logits'];
  const loop = (k: string): string => `for (let ${k} = 0; ${k} < ${size}; ${k}++)`;
  const k = context.local('k');
  const element = `${values}[${offset} + ${k}]`;
  const largest = writer.variable('largest', '0');
  writer.add(`${loop(k)} if (${element} > ${largest}) ${largest} = ${element};`);
  const total = writer.variable('total', `exp(-${largest})`);
  writer.add(`${loop(k)} ${total} += exp(${element} - ${largest});`);
  if (context.needs('logits')) {
    writer.add(
      `${loop(k)} ${adjoints}[${offset} + ${k}] -= ${context.weight} * (exp(${element} - ${largest}) / ${total});`,
    );
    writer.add(`if (${x} <= ${size}) ${adjoints}[${offset} + ${x} - 1] += ${context.weight};`);
  }
  return writer.done(`(${x} <= ${size} ? ${values}[${offset} + ${x} - 1] : 0) - ${largest} - log(${total})`);
}

function draw(random: Random, logits: Float64Array): number {
  let largest = 0;
  for (const logit of logits) largest = Math.max(largest, logit);
  let total = exp(-largest);
  for (const logit of logits) total += exp(logit - largest);
  let left = random.uniform() * total;
  for (let k = 0; k < logits.length; k++) {
    left -= exp(logits[k] - largest);
    if (left < 0) return k + 1;
  }
  return logits.length + 1;
}

export const categorical: Distribution = {
  name: 'Categorical',
  arguments: [{ name: 'logits', domain: 'logits' }],
  support: { kind: 'category', vector: 'logits' },
  density: { kind: 'code', emit },
  linked: [],
  locationScale: null,
  draw: vectorDraw(draw),
  stan: { name: 'categorical_logit', arguments: ([logits]) => [`append_row(${logits}, 0)`] },
  pymc: {
    name: 'Categorical',
    keywords: ([logits]) => [['logit_p', `pt.concatenate([${logits}, pt.zeros_like(${logits}[..., :1])], axis=-1)`]],
  },
  latex: '\\operatorname{Categorical}',
  signature: 'Categorical(logits)',
};
