// A whole run on this thread, chain after chain: what it cost, and what its draws are worth.
import type { PreparedModel } from '../../src/engine/prepare';
import type { Random } from '../../src/math/random';
import { startChain } from '../../src/sampler/chain';
import type { Chain } from '../../src/sampler/chain';
import type { SamplerSettings } from '../../src/sampler/settings';
import { essBulk } from '../../src/stats/ess';
import { cpuSeconds } from './cpu-time';

export interface RunFigures {
  /** CPU time of all chains, warm-up included; not of what is made of the draws afterwards. */
  readonly seconds: number;
  /** All of that, over the gradients evaluated. */
  readonly leapfrogNs: number;
  /** Means over the chains. */
  readonly warmupGradients: number;
  readonly samplingGradients: number;
  readonly leapfrogsPerDraw: number;
  /** The smallest over the declared parameters' elements. */
  readonly minBulkEss: number;
  /** Over the whole run. */
  readonly essPerSecond: number;
  readonly essPerThousandGradients: number;
  /** After warm-up. */
  readonly divergences: number;
}

/** `positions`: the unconstrained draws of the first chain. */
export function sampleChains(
  model: PreparedModel,
  settings: SamplerSettings,
  chains: number,
  random: (chain: number) => Random,
): { readonly figures: RunFigures; readonly positions: readonly Float64Array[] } {
  const run: Chain[] = [];
  const draws: Float64Array[][] = [];
  let seconds = 0;
  for (let k = 0; k < chains; k++) {
    const kept: Float64Array[] = [];
    seconds += cpuSeconds(() => run.push(runChain(model, settings, random(k), kept)));
    draws.push(kept);
  }
  const warmup = total(run.map((chain) => chain.gradientEvaluations.warmup));
  const sampling = total(run.map((chain) => chain.gradientEvaluations.sampling));
  const minBulkEss = smallestEss(model, draws);
  const figures: RunFigures = {
    seconds,
    leapfrogNs: (1e9 * seconds) / (warmup + sampling),
    warmupGradients: warmup / chains,
    samplingGradients: sampling / chains,
    leapfrogsPerDraw: sampling / (chains * settings.draws),
    minBulkEss,
    essPerSecond: minBulkEss / seconds,
    essPerThousandGradients: (1000 * minBulkEss) / (warmup + sampling),
    divergences: total(run.map((chain) => chain.divergences.filter(({ stage }) => stage === 'sampling').length)),
  };
  return { figures, positions: draws[0] };
}

function runChain({ target }: PreparedModel, settings: SamplerSettings, random: Random, kept: Float64Array[]): Chain {
  const started = startChain(target, settings, random);
  if (!started.ok) throw new Error(started.error.message);
  const chain = started.value;
  while (chain.phase.kind !== 'done') {
    const { stage, batch } = chain.advance(100);
    if (stage === 'warmup') continue;
    const { dimension } = target;
    for (let draw = 0; draw < batch.count; draw++)
      kept.push(batch.positions.slice(draw * dimension, (draw + 1) * dimension));
  }
  return chain;
}

function smallestEss({ instance, target }: PreparedModel, chains: readonly (readonly Float64Array[])[]): number {
  const values = chains.map((draws) =>
    draws.map((position) => {
      const constrained = new Float64Array(target.dimension);
      instance.constrain(position, constrained);
      return constrained;
    }),
  );
  let smallest = Infinity;
  for (let element = 0; element < target.dimension; element++) {
    const ess = essBulk(values.map((draws) => Float64Array.from(draws, (draw) => draw[element])));
    smallest = Math.min(smallest, ess ?? 0);
  }
  return smallest;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
