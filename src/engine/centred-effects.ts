// The effects of a cluster's members relative to their mean, draw by draw: what can be compared where only priors fix the location they share.
import { sortedHdi } from '../stats/hdi';
import type { Block, Draws } from './draws';
import type { InquiryPlan } from './inquiry';

/** One entry a member. */
export interface CentredEffects {
  readonly mean: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Posterior mean and highest-density interval of each element of `variable` minus the mean of all in the same draw. */
export function centredEffects(block: Block, variable: string, probability: number): CentredEffects {
  const place = block.variables.find(({ name }) => name === variable);
  if (place === undefined) throw new Error(`the draws have no ${variable}`);
  const { offset, size } = place;
  const width = block.elements.length;
  const count = block.chains.reduce((total, chain) => total + chain.length / width, 0);
  const centred = Array.from({ length: size }, () => new Float64Array(count));
  let at = 0;
  for (const chain of block.chains) {
    for (let start = offset; start < chain.length; start += width, at++) {
      let middle = 0;
      for (let j = 0; j < size; j++) middle += chain[start + j];
      middle /= size;
      for (let j = 0; j < size; j++) centred[j][at] = chain[start + j] - middle;
    }
  }
  const effects = { mean: new Float64Array(size), lower: new Float64Array(size), upper: new Float64Array(size) };
  centred.forEach((values, j) => {
    effects.mean[j] = values.reduce((total, value) => total + value, 0) / count;
    const interval = sortedHdi(values.sort(), probability);
    effects.lower[j] = interval?.lower ?? NaN;
    effects.upper[j] = interval?.upper ?? NaN;
  });
  return effects;
}

/** The same by a worker: hundreds of members are too many to sort while a page is in use. */
export function centredEffectsPlan(draws: Draws, variable: string, probability: number): InquiryPlan<CentredEffects> {
  const { parameters } = draws;
  return {
    source: null,
    questions: [() => ({ kind: 'centred effects', parameters, variable, probability })],
    conclude: ([answer]) => {
      if (answer.kind !== 'effects') throw new Error(`an answer of kind ${answer.kind} to a question of effects`);
      return answer.effects;
    },
  };
}
