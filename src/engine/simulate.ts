// Simulated data in a worker: from the prior, or from the draws of a chain.
import { randomStream } from '../math/random';
import type { PreparedModel } from './prepare';
import type { Answer, PredictQuestion, PriorQuestion } from './questions';

/** First words of the paths in the random streams, after the chains' own. */
const priorStream = 2;
const predictStream = 3;

export function simulatePrior({ seed, chain, draws }: PriorQuestion, model: PreparedModel): Answer {
  const { compiled, instance } = model.simulator();
  const random = randomStream(seed, priorStream, chain);
  const width = model.compiled.dimension;
  const outcomeWidth = compiled.outcomes.reduce((sum, { size }) => sum + size, 0);
  const parameters = new Float64Array(draws * width);
  const outcomes = new Float64Array(draws * outcomeWidth);
  for (let draw = 0; draw < draws; draw++)
    instance.prior(
      random,
      parameters.subarray(draw * width, (draw + 1) * width),
      outcomes.subarray(draw * outcomeWidth, (draw + 1) * outcomeWidth),
    );
  return {
    kind: 'simulated',
    parameters: { elements: model.layout.parameterElements, values: parameters },
    outcomes: { elements: compiled.outcomes.flatMap(({ elements }) => elements), values: outcomes },
  };
}

export function simulatePredictions(question: PredictQuestion, model: PreparedModel): Answer {
  const { compiled, instance } = model.simulator();
  const random = randomStream(question.seed, predictStream, question.chain);
  const simulate = question.joint ? instance.predictJoint : instance.predict;
  const wanted = compiled.outcomes.filter(({ name }) => question.names.includes(name));
  const width = model.compiled.dimension;
  const count = question.parameters.length / width;
  const all = new Float64Array(compiled.outcomes.reduce((sum, { size }) => sum + size, 0));
  const keptWidth = wanted.reduce((sum, { size }) => sum + size, 0);
  const values = new Float64Array(count * keptWidth);
  for (let draw = 0; draw < count; draw++) {
    simulate(random, question.parameters.subarray(draw * width, (draw + 1) * width), all);
    let at = draw * keptWidth;
    for (const { offset, size } of wanted) {
      values.set(all.subarray(offset, offset + size), at);
      at += size;
    }
  }
  return {
    kind: 'simulated',
    parameters: { elements: [], values: new Float64Array(0) },
    outcomes: { elements: wanted.flatMap(({ elements }) => elements), values },
  };
}
