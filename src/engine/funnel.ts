// Centred against non-centred, in a worker: tanks with few or many observations, fitted in either form by the same seed.
import { invLogit } from '../math/logistic';
import { log } from '../math/log';
import { randomStream } from '../math/random';
import { indexColumn } from '../lang/data';
import { lectureModels } from '../models';
import { startChain } from '../sampler/chain';
import type { Chain } from '../sampler/chain';
import { defaultSettings } from '../sampler/settings';
import type { SamplerSettings } from '../sampler/settings';
import { essBulk } from '../stats/ess';
import { rhat } from '../stats/rhat';
import type { Form, FunnelDesign, FunnelFit, Place } from './funnel-design';
import { tanks } from './funnel-design';
import type { ModelSource } from './key';
import { prepareModel } from './prepare';
import type { PreparedModel } from './prepare';

/** Of the tanks' log-odds. */
const middle = 1;
const spread = 0.7;
const mostObservations = 100;
const model = 'frogs-multilevel';

/** First words of paths in the random streams. */
const tankStream = 16;
const chainStream = 17;

const chains = 4;
/** The sampler's own defaults but for a shorter warm-up, since a smaller step would hide what is to be seen. */
const settings: SamplerSettings = { ...defaultSettings, warmup: 400, draws: 500 };
const placesKept = 400;
const brokeKept = 150;

/** Survivors of each tank. The first observations of a tank are the same however many follow. */
export function survivors({ observations, seed }: FunnelDesign): number[] {
  return Array.from({ length: tanks }, (_, tank) => {
    const random = randomStream(seed, tankStream, tank);
    const p = invLogit(middle + spread * random.normal());
    let survived = 0;
    for (let k = 0; k < Math.min(observations, mostObservations); k++) if (random.uniform() < p) survived++;
    return survived;
  });
}

export function funnelSource(design: FunnelDesign, form: Form): ModelSource {
  const lecture = lectureModels.get(model);
  if (lecture === undefined) throw new Error(`there is no model ${model}`);
  const S = survivors(design);
  const T = indexColumn(
    S.map((_, tank) => tank + 1),
    tanks,
  );
  const data = { S, D: S.map(() => design.observations), T };
  return { text: lecture.text, roles: lecture.roles, data, noncentered: form === 'centred' ? [] : ['alpha'] };
}

/** `goOn` lets messages in, and says whether to go on; null when it said no. */
export async function fitFunnel(
  design: FunnelDesign,
  form: Form,
  goOn: () => Promise<boolean>,
): Promise<FunnelFit | null> {
  const prepared = prepareModel(funnelSource(design, form));
  if (!prepared.ok) throw new Error(prepared.errors.map(({ message }) => message).join(' '));
  const reader = readerOf(prepared.value, form);
  const started: Chain[] = [];
  for (let chain = 0; chain < chains; chain++) {
    const one = startChain(prepared.value.target, settings, randomStream(design.seed, chainStream, chain));
    if (!one.ok) throw new Error(one.error.message);
    started.push(one.value);
  }
  const columns = Array.from({ length: tanks + 2 }, () => started.map(() => new Float64Array(settings.draws)));
  const places: Place[] = [];
  const broke: Place[] = [];
  const every = (chains * settings.draws) / placesKept;
  for (const [c, chain] of started.entries()) {
    while (chain.phase.kind === 'warmup') chain.advance(settings.warmup);
    const { batch } = chain.advance(settings.draws);
    for (let draw = 0; draw < batch.count; draw++) {
      const { dimension } = prepared.value.target;
      const state = reader(batch.positions.subarray(draw * dimension, (draw + 1) * dimension));
      [state.middle, state.sigma, ...state.alpha].forEach((value, k) => (columns[k][c][draw] = value));
      if (draw % every === 0) places.push(placeOf(state));
      if (batch.diverging[draw] === 1) broke.push(placeOf(state));
    }
    if (!(await goOn())) return null;
  }
  return {
    form,
    ...design,
    places,
    broke: broke.slice(0, brokeKept),
    divergences: broke.length,
    draws: chains * settings.draws,
    ess: Math.min(...columns.map((column) => essBulk(column) ?? 0)),
    rhat: Math.max(...columns.map((column) => rhat(column) ?? Infinity)),
    gradients: started.reduce((sum, { gradientEvaluations: { warmup, sampling } }) => sum + warmup + sampling, 0),
  };
}

interface State {
  readonly middle: number;
  readonly sigma: number;
  readonly alpha: readonly number[];
}

/** Reads a position of either form. */
function readerOf({ instance, layout }: PreparedModel, form: Form): (position: Float64Array) => State {
  const values = new Float64Array(layout.parameterElements.length);
  const at = (name: string): number => {
    const variable = layout.parameters.find((one) => one.name === name);
    if (variable === undefined) throw new Error(`the model has no ${name}`);
    return variable.offset;
  };
  const [middleAt, sigmaAt, vectorAt] = [at('alpha_bar'), at('sigma'), at(form === 'centred' ? 'alpha' : 'alpha_z')];
  return (position) => {
    instance.constrain(position, values);
    const [m, s] = [values[middleAt], values[sigmaAt]];
    const vector = Array.from(values.subarray(vectorAt, vectorAt + tanks));
    return { middle: m, sigma: s, alpha: form === 'centred' ? vector : vector.map((z) => m + z * s) };
  };
}

function placeOf({ middle: m, sigma, alpha }: State): Place {
  const short = (value: number): number => Number(value.toFixed(3));
  const distance = alpha[0] - m;
  return { alpha: short(distance), z: short(distance / sigma), logSigma: short(log(sigma)) };
}
