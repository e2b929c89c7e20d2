// The warm-up of one chain, transition by transition: its phases, its step size, and how wide it takes some coordinates to be.
import type { Random } from '../../math/random';
import { startChain } from '../../sampler/chain';
import type { InverseMass } from '../../sampler/metric';
import type { WarmupPhase } from '../../sampler/schedule';
import type { SamplerSettings } from '../../sampler/settings';
import type { Target } from '../../sampler/target';

export interface Warmup {
  readonly phases: readonly WarmupPhase[];
  /** The step size that each transition was made with. */
  readonly stepSizes: ArrayLike<number>;
  readonly acceptanceRates: ArrayLike<number>;
  /** `scales[k][t]`: the metric's standard deviation of the k-th coordinate asked for, in transition t. */
  readonly scales: readonly ArrayLike<number>[];
  /** What the chain keeps for its draws. */
  readonly stepSize: number;
  readonly gradients: number;
}

/** Only for a diagonal metric. */
export function watchWarmup(
  target: Target,
  settings: SamplerSettings,
  random: Random,
  coordinates: readonly number[],
): Warmup {
  const started = startChain(target, settings, random);
  if (!started.ok) throw new Error(started.error.message);
  const chain = started.value;
  const stepSizes = new Float64Array(settings.warmup);
  const acceptanceRates = new Float64Array(settings.warmup);
  const scales = coordinates.map(() => new Float64Array(settings.warmup));
  for (let t = 0; t < settings.warmup; t++) {
    const { inverseMass } = chain.adaptation;
    coordinates.forEach((coordinate, k) => (scales[k][t] = scaleOf(inverseMass, coordinate)));
    const { batch } = chain.advance(1);
    stepSizes[t] = batch.stepSizes[0];
    acceptanceRates[t] = batch.acceptanceRates[0];
  }
  return {
    phases: chain.schedule,
    stepSizes,
    acceptanceRates,
    scales,
    stepSize: chain.adaptation.stepSize,
    gradients: chain.gradientEvaluations.warmup,
  };
}

function scaleOf(inverseMass: InverseMass, coordinate: number): number {
  if (inverseMass.kind !== 'diagonal') throw new Error('a metric that is not diagonal has no scale of a coordinate');
  return Math.sqrt(inverseMass.variances[coordinate]);
}
