// Exact leave-one-out in a worker: the chains run again without a unit's data, which their draws then score.
import { compile } from '../../lang/compile/compile';
import { exp } from '../../math/exp';
import { log } from '../../math/log';
import { mean } from '../../math/arrays';
import { randomStream } from '../../math/random';
import { startChain } from '../../sampler/chain';
import { pool } from '../../stats/chains';
import { relativeEfficiency } from '../../stats/ess';
import { mcseMean } from '../../stats/mcse';
import { psis } from '../../stats/psis';
import { rhat } from '../../stats/rhat';
import { integrateOverRows } from './integrate';
import { leaveOut, rowsOf } from './left-out';
import type { LeftOutRows, LeftOutUnit } from './left-out';
import type { PreparedModel } from '../prepare';
import type { Refit, RefitQuestion } from '../questions';
import type { FromWorker } from '../protocol';

const refitStream = 4;
const batch = 200;

type Outcome =
  | { readonly kind: 'refit'; readonly refit: Refit }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'start'; readonly message: string }
  | { readonly kind: 'cancelled' };

/** `goOn` lets messages in, and says whether to go on. */
export async function refit(
  question: RefitQuestion,
  model: PreparedModel,
  goOn: () => Promise<boolean>,
): Promise<Outcome> {
  const { bound } = model.compiled;
  const rows = rowsOf(question.unit, bound);
  const score = question.integrate === null ? likelihoodOf(rows, model) : integralOf(question, rows, model);
  if (typeof score === 'string') return { kind: 'refused', message: score };
  const reduced = compile(leaveOut(bound, rows));
  const instance = reduced.instantiate();
  instance.knobs.set(model.instance.knobs);
  const target = { dimension: reduced.dimension, logDensity: instance.logDensity };
  const values = new Float64Array(reduced.dimension);
  const chains: Float64Array[] = [];
  let divergences = 0;
  for (const [number, start] of question.starts.entries()) {
    const random = randomStream(question.seed, refitStream, question.number, number);
    const started = startChain(target, question.settings, random, { start });
    if (!started.ok) return { kind: 'start', message: started.error.message };
    const chain = started.value;
    const densities = new Float64Array(question.settings.draws);
    let done = 0;
    while (chain.phase.kind !== 'done') {
      const progress = chain.advance(batch);
      if (progress.stage === 'sampling') {
        const { count, positions } = progress.batch;
        for (let draw = 0; draw < count; draw++) {
          instance.constrain(positions.subarray(draw * target.dimension, (draw + 1) * target.dimension), values);
          densities[done++] = score(values);
        }
      }
      if (!(await goOn())) return { kind: 'cancelled' };
    }
    divergences += chain.divergences.filter(({ stage }) => stage === 'sampling').length;
    chains.push(densities);
  }
  return { kind: 'refit', refit: { ...logMean(question.unit, chains), divergences } };
}

export function refitMessage(task: number, outcome: Outcome): FromWorker {
  switch (outcome.kind) {
    case 'refit':
    case 'refused':
      return { kind: 'answer', task, answer: outcome };
    case 'start':
      return { kind: 'failed', task, failure: outcome };
    case 'cancelled':
      return { kind: 'cancelled', task };
  }
}

type Score = (values: Float64Array) => number;

/** The rows together, at the draw's own value for every parameter. */
function likelihoodOf(rows: LeftOutRows, model: PreparedModel): Score {
  const { compiled, instance } = model.simulator();
  const parts = compiled.pointwise.flatMap(({ name, cells, cellOfRow }) => {
    const lost = rows.get(name);
    if (lost === undefined) return [];
    return [
      {
        likelihood: instance.logLikelihood[name],
        out: new Float64Array(cells),
        lost: [...lost].map((row) => cellOfRow[row]),
      },
    ];
  });
  return (values) => {
    let total = 0;
    for (const { likelihood, out, lost } of parts) {
      likelihood(values, out);
      for (const cell of lost) total += out[cell];
    }
    return total;
  };
}

/** The level's rows, averaged over what the population says of its parameter. */
function integralOf({ unit, integrate }: RefitQuestion, rows: LeftOutRows, model: PreparedModel): Score | string {
  if (unit.kind !== 'level')
    return 'A row is scored at the draws; only a level of an index can be scored against its population.';
  const integral = integrateOverRows(integrate ?? '', model, rows);
  if (integral.kind === 'none') return integral.why;
  const { integrator } = integral;
  if (unit.level > integrator.clusters) return `${integrate} has no element ${unit.level}.`;
  integrator.setKnobs(model.instance.knobs);
  const own = new Float64Array(integrator.model.dimension);
  const out = new Float64Array(integrator.clusters);
  return (values) => {
    integrator.adopt(model.layout.parameters, values, own);
    integrator.logIntegrals(own, out);
    return out[unit.level - 1];
  };
}

/** Log of the mean density; its standard error is the mean's, relative to it. */
function logMean(unit: LeftOutUnit, chains: readonly Float64Array[]): Omit<Refit, 'divergences'> {
  const largest = pool(chains).reduce((top, value) => Math.max(top, value), -Infinity);
  if (!Number.isFinite(largest)) return { unit, elpd: largest, mcse: null, rhat: null, paretoK: null };
  const densities = chains.map((chain) => chain.map((value) => exp(value - largest)));
  const { paretoK } = psis(pool(chains), relativeEfficiency(densities));
  const centre = mean(pool(densities));
  const error = mcseMean(densities);
  return {
    unit,
    elpd: largest + log(centre),
    mcse: error === null ? null : error / centre,
    rhat: rhat(chains),
    paretoK,
  };
}
