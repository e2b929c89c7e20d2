// What a model expects before it has seen an outcome: worlds drawn from its prior, made small in the worker that draws them.
import { sortedQuantile } from '../../stats/quantile';
import type { InquiryPlan } from '../inquiry';
import type { RunKey } from '../key';
import type { PreparedModel } from '../prepare';
import { simulatePrior } from '../simulate';
import { viewOf } from './predictive-view';
import type { PredictiveView } from './predictive-view';

export interface PriorViewQuestion {
  readonly kind: 'prior view';
  readonly model: number;
  readonly knobs: Readonly<Record<string, number>>;
  readonly seed: number;
  /** Mass of the intervals. */
  readonly probability: number;
}

/** Where the values of a name fall, over worlds and members. */
export interface Spread {
  readonly name: string;
  /** At `priorShares`. */
  readonly quantiles: readonly number[];
}

export interface PriorOutcome {
  readonly name: string;
  readonly simulated: Spread;
  readonly observed: Spread;
  /** The central interval of all simulated values together. */
  readonly lower: number;
  readonly upper: number;
  /** Observed values outside it. */
  readonly outside: number;
  /** Its bins span that interval and the observed values. */
  readonly view: PredictiveView;
}

export interface PriorView {
  readonly worlds: number;
  readonly probability: number;
  readonly outcomes: readonly PriorOutcome[];
  readonly parameters: readonly Spread[];
}

export const priorShares = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

const worldsWithin = { least: 20, most: 1000 } as const;
/** Numbers of all worlds together, about. */
const mostNumbers = 4e6;

export function priorView(question: PriorViewQuestion, model: PreparedModel): PriorView {
  const { probability } = question;
  const { compiled } = model.simulator();
  const width = compiled.outcomes.reduce((sum, { size }) => sum + size, model.compiled.dimension);
  const worlds = Math.min(
    worldsWithin.most,
    Math.max(worldsWithin.least, Math.floor(mostNumbers / Math.max(1, width))),
  );
  const answer = simulatePrior({ ...question, kind: 'prior', chain: 0, draws: worlds }, model);
  if (answer.kind !== 'simulated') throw new Error(`the prior answered with ${answer.kind}`);
  const { parameters, outcomes } = answer;
  return {
    worlds,
    probability,
    outcomes: compiled.outcomes.flatMap(({ name, offset, size }) => {
      const observed = model.compiled.bound.columns.get(name)?.values;
      if (observed === undefined) return [];
      const values = columnsOf(outcomes.values, outcomes.elements.length, offset, size);
      return [outcomeOf(name, observed, values, probability)];
    }),
    parameters: model.layout.parameters.map(({ name, offset, size }) =>
      spreadOf(name, columnsOf(parameters.values, parameters.elements.length, offset, size).sort()),
    ),
  };
}

function outcomeOf(name: string, observed: Float64Array, simulated: Float64Array, probability: number): PriorOutcome {
  const sorted = simulated.slice().sort();
  const lower = sortedQuantile(sorted, (1 - probability) / 2);
  const upper = sortedQuantile(sorted, (1 + probability) / 2);
  return {
    name,
    simulated: spreadOf(name, sorted),
    observed: spreadOf(name, observed.slice().sort()),
    lower,
    upper,
    outside: observed.reduce((count, value) => count + (value < lower || value > upper ? 1 : 0), 0),
    view: viewOf(observed, simulated, probability, [finiteOr(lower, observed), finiteOr(upper, observed)]),
  };
}

/** Where the prior runs off to infinity, the axis stays with the data. */
function finiteOr(end: number, [fallback]: Float64Array): number {
  return Number.isFinite(end) ? end : fallback;
}

function spreadOf(name: string, sorted: Float64Array): Spread {
  return { name, quantiles: priorShares.map((share) => sortedQuantile(sorted, share)) };
}

/** `values[draw * width + element]`: the elements from `offset` on, draw by draw. */
function columnsOf(values: Float64Array, width: number, offset: number, size: number): Float64Array {
  const draws = width === 0 ? 0 : values.length / width;
  const own = new Float64Array(draws * size);
  for (let draw = 0; draw < draws; draw++)
    own.set(values.subarray(draw * width + offset, draw * width + offset + size), draw * size);
  return own;
}

/** Names of the key's own form: a source without rewrites shows those that the text was written in. */
export function priorViewPlan({ source, knobs, seed }: RunKey, probability: number): InquiryPlan<PriorView> {
  return {
    source,
    questions: [(model) => ({ kind: 'prior view', model, knobs, seed, probability })],
    conclude: ([answer]) => {
      if (answer.kind !== 'prior view') throw new Error(`an answer of kind ${answer.kind} to a question of the prior`);
      return answer.view;
    },
  };
}
