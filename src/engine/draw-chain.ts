// One chain to its end in one go: its draws on their own scale, and where it stood at last.
import type { Random } from '../math/random';
import { startChain } from '../sampler/chain';
import type { Chain, WarmStart } from '../sampler/chain';
import type { SamplerSettings } from '../sampler/settings';
import type { PreparedModel } from './prepare';

export interface DrawnChain {
  /** `parameters[draw * elements + element]`. */
  readonly parameters: Float64Array;
  /** The same of the deterministic quantities; empty where they were not asked for. */
  readonly deterministics: Float64Array;
  readonly end: WarmStart;
}

export interface ChainPlan {
  readonly settings: SamplerSettings;
  /** Null where there is no place to start from. */
  readonly warmStart: WarmStart | null;
  readonly deterministics: boolean;
}

/** At the knobs last set. Null where the chain found no start. */
export function drawChain(
  model: PreparedModel,
  { settings, warmStart, deterministics }: ChainPlan,
  random: Random,
): DrawnChain | null {
  const started = startChain(model.target, settings, random, { start: warmStart ?? undefined });
  return started.ok ? { ...drawAll(started.value, model, deterministics), end: started.value.state } : null;
}

function drawAll(
  chain: Chain,
  { instance, layout, target: { dimension } }: PreparedModel,
  deterministics: boolean,
): Omit<DrawnChain, 'end'> {
  let stage: 'warmup' | 'sampling' = 'warmup';
  let batch = chain.advance(Infinity).batch;
  while (chain.phase.kind !== 'done') ({ stage, batch } = chain.advance(Infinity));
  const count = stage === 'warmup' ? 0 : batch.count;
  const width = layout.parameterElements.length;
  const extra = deterministics ? layout.deterministicElements.length : 0;
  const parameters = new Float64Array(count * width);
  const computed = new Float64Array(count * extra);
  for (let draw = 0; draw < count; draw++) {
    const position = batch.positions.subarray(draw * dimension, (draw + 1) * dimension);
    instance.constrain(position, parameters.subarray(draw * width, (draw + 1) * width));
    if (extra > 0) instance.deterministics(position, computed.subarray(draw * extra, (draw + 1) * extra));
  }
  return { parameters, deterministics: computed };
}
