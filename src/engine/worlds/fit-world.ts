// One world of the study, in a worker: simulated, fitted by each estimator, and summed up in a few numbers a fit.
import { mean } from '../../math/arrays';
import { randomStream } from '../../math/random';
import { startChain } from '../../sampler/chain';
import type { Chain } from '../../sampler/chain';
import { essBulk } from '../../stats/ess';
import { pool } from '../../stats/chains';
import { sortedQuantile } from '../../stats/quantile';
import { rhat } from '../../stats/rhat';
import { settingsOf } from '../lecture-run';
import { prepareModel } from '../prepare';
import type { PreparedModel } from '../prepare';
import { estimands, estimatorKnobs, estimatorModel, estimators, worldSource } from './estimators';
import type { Estimator } from './estimators';
import { drawLuck, worldOf } from './world';
import type { Effects, Observations, WorldSize } from './world';

/** Where the truth of a study's worlds comes from. */
export type Truth =
  /** The same effects in every world. */
  | { readonly kind: 'fixed'; readonly effects: Effects }
  /** Every parameter drawn from the priors of the latent model, and the world from that model. */
  | { readonly kind: 'prior' };

/** A study but for its number of worlds: which worlds, and who fits them. */
export interface StudyDesign {
  readonly size: WorldSize;
  readonly truth: Truth;
  /** Rate of tau's prior. */
  readonly rateTau: number;
  readonly estimators: readonly Estimator[];
  readonly seed: number;
}

/** What a fit says of one parameter, and what is true. Equal-tailed intervals. */
export interface Estimate {
  readonly name: string;
  readonly truth: number;
  readonly mean: number;
  readonly interval50: readonly [number, number];
  readonly interval89: readonly [number, number];
}

export type WorldFit =
  | {
      readonly kind: 'fitted';
      readonly estimator: Estimator;
      readonly estimates: readonly Estimate[];
      /** Of the estimates: the smallest bulk ESS and the largest R-hat. */
      readonly ess: number;
      readonly rhat: number;
      readonly divergences: number;
      /** A chain. */
      readonly draws: number;
    }
  /** The sampler found no place to start from. */
  | { readonly kind: 'failed'; readonly estimator: Estimator; readonly message: string };

export interface WorldFits {
  /** The world's number in its study, from 0, and its own seed: `drawLuck(size, seed)` is the same luck. */
  readonly world: number;
  readonly seed: number;
  /** Groups without a member. */
  readonly empty: number;
  readonly fits: readonly WorldFit[];
}

/** First words of paths in the random streams. */
const seedStream = 13;
const parameterStream = 14;
const fitStream = 15;

/**
 * Short runs, since a study averages over worlds: Monte Carlo error of 200 effective draws adds 0.5 % to the spread of posterior
 * means over worlds, and takes 0.4 % from the coverage of an 89 % interval. On 12 worlds of the lecture's kind 250 draws of each of two
 * chains have between 150 and 700; an acceptance rate of 0.8 gives the estimands more effective draws a second than 0.9.
 */
const chains = 2;
const warmup = 200;
const targetAccept = 0.8;
/** A fit goes on, so many draws more a chain at a time, until its estimates are good or it has the most. */
const part = 250;
const mostDraws = 5000;
const enough = { ess: 200, rhat: 1.02 };

/** The seed of a study's world. */
export function worldSeed({ seed }: StudyDesign, world: number): number {
  return randomStream(seed, seedStream, world).uint32();
}

/** `goOn` lets messages in, and says whether to go on; null when it said no. */
export async function fitWorld(
  design: StudyDesign,
  world: number,
  goOn: () => Promise<boolean>,
): Promise<WorldFits | null> {
  const seed = worldSeed(design, world);
  const { seen, truths } = createWorld(design, seed);
  const fits: WorldFit[] = [];
  for (const estimator of design.estimators) {
    const fit = await fitEstimator(design, estimator, seen, truths, seed, goOn);
    if (fit === null) return null;
    fits.push(fit);
  }
  const inhabited = new Set(seen.group).size;
  return { world, seed, empty: seen.groups - inhabited, fits };
}

interface Created {
  readonly seen: Observations;
  /** By parameter of the latent model, scalars only. */
  readonly truths: ReadonlyMap<string, number>;
}

function createWorld({ size, truth, rateTau }: StudyDesign, seed: number): Created {
  const luck = drawLuck(size, seed);
  switch (truth.kind) {
    case 'fixed': {
      const seen = worldOf(luck, truth.effects);
      return { seen, truths: new Map(estimands.map((name) => [name, truth.effects[name]])) };
    }
    case 'prior': {
      const blank: Observations = { ...luck, Z: luck.z, X: luck.noise, Y: luck.group.map((_, i) => i % 2) };
      return drawFromPriors(blank, rateTau, seed);
    }
  }
}

/** X and Y of `blank` are replaced by drawn ones. */
function drawFromPriors(blank: Observations, rateTau: number, seed: number): Created {
  const { layout, simulator, setKnobs } = prepared('latent', blank);
  setKnobs(estimatorKnobs('latent', rateTau));
  const { compiled, instance } = simulator();
  const parameters = new Float64Array(layout.parameterElements.length);
  const outcomes = new Float64Array(compiled.outcomes.reduce((total, { size }) => total + size, 0));
  instance.prior(randomStream(seed, parameterStream), parameters, outcomes);
  const outcome = (wanted: string): number[] => {
    const found = compiled.outcomes.find(({ name }) => name === wanted);
    if (found === undefined) throw new Error(`the latent model has no outcome ${wanted}`);
    return [...outcomes.subarray(found.offset, found.offset + found.size)];
  };
  const scalars = layout.parameters.filter(({ size }) => size === 1);
  return {
    seen: { ...blank, X: outcome('X'), Y: outcome('Y') },
    truths: new Map(scalars.map(({ name, offset }) => [name, parameters[offset]])),
  };
}

function prepared(estimator: Estimator, seen: Observations): PreparedModel {
  const model = prepareModel(worldSource(estimator, seen));
  if (!model.ok) throw new Error(`${estimator}: ${model.errors.map(({ message }) => message).join(' ')}`);
  return model.value;
}

async function fitEstimator(
  design: StudyDesign,
  estimator: Estimator,
  seen: Observations,
  truths: ReadonlyMap<string, number>,
  seed: number,
  goOn: () => Promise<boolean>,
): Promise<WorldFit | null> {
  const model = prepared(estimator, seen);
  model.setKnobs(estimatorKnobs(estimator, design.rateTau));
  const wanted = model.layout.parameters.filter(({ name, size }) => size === 1 && truths.has(name));
  const settings = { ...settingsOf(estimatorModel(estimator)), targetAccept, warmup, draws: part };
  const started: Chain[] = [];
  for (let chain = 0; chain < chains; chain++) {
    const random = randomStream(seed, fitStream, estimators.indexOf(estimator), chain);
    const one = startChain(model.target, settings, random);
    if (!one.ok) return { kind: 'failed', estimator, message: one.error.message };
    started.push(one.value);
  }
  const columns = wanted.map(() => started.map(() => new Float64Array(mostDraws)));
  for (let draws = part; ; draws += part) {
    for (const [c, chain] of started.entries()) {
      drawOn(chain, model, draws, (values, draw) =>
        wanted.forEach(({ offset }, k) => (columns[k][c][draw] = values[offset])),
      );
      if (!(await goOn())) return null;
    }
    const drawn = columns.map((column) => column.map((values) => values.subarray(0, draws)));
    const quality = qualityOf(drawn);
    if (draws + part <= mostDraws && !(quality.ess >= enough.ess && quality.rhat < enough.rhat)) continue;
    return {
      kind: 'fitted',
      estimator,
      estimates: wanted.map(({ name }, k) => estimateOf(name, truths.get(name) ?? NaN, drawn[k])),
      ...quality,
      divergences: started.reduce(
        (total, { divergences }) => total + divergences.filter(({ stage }) => stage === 'sampling').length,
        0,
      ),
      draws,
    };
  }
}

/** Advances a chain to `goal` draws; `keep` hears the parameters of each new one. */
function drawOn(
  chain: Chain,
  { instance, target, layout }: PreparedModel,
  goal: number,
  keep: (values: Float64Array, draw: number) => void,
): void {
  const values = new Float64Array(layout.parameterElements.length);
  let done = goal - part;
  while (done < goal) {
    const { stage, batch } = chain.advance(chain.phase.kind === 'warmup' ? warmup : goal - done);
    if (stage === 'warmup') continue;
    for (let k = 0; k < batch.count; k++) {
      instance.constrain(batch.positions.subarray(k * target.dimension, (k + 1) * target.dimension), values);
      keep(values, done++);
    }
  }
}

function qualityOf(drawn: readonly (readonly Float64Array[])[]): { readonly ess: number; readonly rhat: number } {
  return {
    ess: Math.min(...drawn.map((column) => essBulk(column) ?? 0)),
    rhat: Math.max(...drawn.map((column) => rhat(column) ?? Infinity)),
  };
}

function estimateOf(name: string, truth: number, drawn: readonly Float64Array[]): Estimate {
  const sorted = pool(drawn).sort();
  const at = (probability: number): number => sortedQuantile(sorted, probability);
  return {
    name,
    truth,
    mean: mean(sorted),
    interval50: [at(0.25), at(0.75)],
    interval89: [at(0.055), at(0.945)],
  };
}
