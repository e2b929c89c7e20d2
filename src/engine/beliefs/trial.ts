// One trial of a belief, in a worker: units whose truth is known, fitted under the three poolings, and how far each is off.
import { mean } from '../../math/arrays';
import { invLogit } from '../../math/logistic';
import { randomStream } from '../../math/random';
import { indexColumn } from '../../lang/data';
import { lectureModels } from '../../models';
import { startChain } from '../../sampler/chain';
import type { Chain } from '../../sampler/chain';
import { defaultSettings } from '../../sampler/settings';
import type { SamplerSettings } from '../../sampler/settings';
import { pool } from '../../stats/chains';
import { essBulk } from '../../stats/ess';
import type { ModelSource } from '../key';
import { prepareModel } from '../prepare';
import type { PreparedModel } from '../prepare';
import { enteringUnits, trials } from './population';
import type { Unit } from './population';
import { trialPoolings } from './study';
import type { BeliefStudy, TrialPooling, TrialResult } from './study';

const models: Readonly<Record<TrialPooling, string>> = {
  complete: 'frogs-complete',
  none: 'frogs-no-pooling',
  partial: 'frogs-multilevel',
};

/** First word of paths in the random streams. */
const fitStream = 21;

/** Short, since a study averages over trials: Monte Carlo error of 100 effective draws adds 0.5 % to the spread of posterior means. */
const chains = 2;
const part = 100;
const mostDraws = 2000;
const enough = 100;
const settings: SamplerSettings = { ...defaultSettings, warmup: 150, draws: part };

/** `goOn` lets messages in, and says whether to go on; null when it said no. */
export async function runTrial(
  { cells, seed }: BeliefStudy,
  cell: number,
  trial: number,
  goOn: () => Promise<boolean>,
): Promise<TrialResult | null> {
  const units = enteringUnits(cells[cell], seed, trial);
  const errors = { complete: 0, none: 0, partial: 0 };
  let partial: Fitted | null = null;
  for (const pooling of trialPoolings) {
    partial = fitUnits(pooling, units, seed, trial);
    errors[pooling] = mean(units.map(({ truth }, j) => Math.abs(partial === null ? NaN : partial.p[j] - truth)));
    if (!(await goOn())) return null;
  }
  const { p, typical } = partial ?? { p: [], typical: NaN };
  return {
    cell,
    trial,
    errors,
    typical,
    units: units.map(({ truth, survived }, j) => ({ truth, raw: survived / trials, partial: p[j] })),
  };
}

interface Fitted {
  /** Posterior mean of each unit's probability. */
  readonly p: readonly number[];
  readonly typical: number;
}

function sourceOf(pooling: TrialPooling, units: readonly Unit[]): ModelSource {
  const model = lectureModels.get(models[pooling]);
  if (model === undefined) throw new Error(`there is no model ${models[pooling]}`);
  const S = units.map(({ survived }) => survived);
  const T = indexColumn(
    units.map((_, j) => j + 1),
    units.length,
  );
  const data = { S, D: S.map(() => trials), ...(pooling === 'complete' ? {} : { T }) };
  // With ten observations a unit, and sometimes two units, the funnel is never far.
  return { text: model.text, roles: model.roles, data, noncentered: pooling === 'partial' ? ['alpha'] : [] };
}

function fitUnits(pooling: TrialPooling, units: readonly Unit[], seed: number, trial: number): Fitted {
  const prepared = prepareModel(sourceOf(pooling, units));
  if (!prepared.ok) throw new Error(prepared.errors.map(({ message }) => message).join(' '));
  const model = prepared.value;
  const started = Array.from({ length: chains }, (_, chain) => {
    const random = randomStream(seed, fitStream, trial, trialPoolings.indexOf(pooling), chain);
    const one = startChain(model.target, settings, random);
    if (!one.ok) throw new Error(one.error.message);
    return one.value;
  });
  const p = model.layout.deterministics.find(({ name }) => name === 'p');
  if (p === undefined) throw new Error(`${models[pooling]} has no p`);
  const columns = units.map(() => started.map(() => new Float64Array(mostDraws)));
  const middles: number[] = [];
  for (let draws = part; ; draws += part) {
    for (const [c, chain] of started.entries())
      middles.push(
        ...drawOn(chain, model, draws, (values, draw) =>
          columns.forEach((column, j) => (column[c][draw] = values[p.offset + j])),
        ),
      );
    const drawn = columns.map((column) => column.map((values) => values.subarray(0, draws)));
    const ess = Math.min(...drawn.map((column) => essBulk(column) ?? 0));
    if (ess < enough && draws + part <= mostDraws) continue;
    return { p: drawn.map((column) => mean(pool(column))), typical: mean(middles) };
  }
}

/** Advances a chain to `goal` draws; `keep` hears of p at each. Returns the draws of a typical unit's probability. */
function drawOn(
  chain: Chain,
  { instance, target, layout }: PreparedModel,
  goal: number,
  keep: (values: Float64Array, draw: number) => void,
): number[] {
  const values = new Float64Array(layout.deterministicElements.length);
  const parameters = new Float64Array(layout.parameterElements.length);
  const middle = layout.parameters.find(({ name }) => name === 'alpha_bar');
  while (chain.phase.kind === 'warmup') chain.advance(settings.warmup);
  const { batch } = chain.advance(part);
  const typical: number[] = [];
  for (let k = 0; k < part; k++) {
    const position = batch.positions.subarray(k * target.dimension, (k + 1) * target.dimension);
    instance.deterministics(position, values);
    keep(values, goal - part + k);
    if (middle === undefined) continue;
    instance.constrain(position, parameters);
    typical.push(invLogit(parameters[middle.offset]));
  }
  return typical;
}
