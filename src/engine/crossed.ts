// The crossed trolley model, stories by participants with treatments: its run, and the few of its hundreds of quantities that are shown.
import { mean } from '../math/arrays';
import { pool } from '../stats/chains';
import { sortedHdi } from '../stats/hdi';
import { lectureModels } from '../models';
import type { Judgement } from '../stats/judge';
import { worstCheck } from './check-count';
import type { RunDetail } from './detail';
import { column } from './draws';
import type { Block } from './draws';
import type { Table } from './dataset';
import type { InquiryPlan } from './inquiry';
import { judgeRun, runFacts } from './judgement';
import type { SamplerFacts } from './judgement';
import type { RunKey } from './key';
import { printOf } from './key-print';
import type { KeyPrint } from './key-print';
import type { RunResult } from './run';
import { trolleyKey } from './trolley';

export const crossedNames = ['bA', 'bI', 'bC', 'sigma_S', 'sigma_U'] as const;
export type CrossedName = (typeof crossedNames)[number];

/** Masses of the intervals that a reader can choose: all are computed at once, so that choosing takes no run. */
export const masses = [0.5, 0.8, 0.89, 0.94, 0.95] as const;

/** Posterior mean, and a highest-density interval for each of `masses`. */
export interface Estimated {
  readonly mean: number;
  readonly intervals: readonly (readonly [number, number])[];
}

export interface CrossedEstimates {
  /** The named parameters that the model has. */
  readonly parameters: Readonly<Partial<Record<CrossedName, Estimated>>>;
  /** The stories' effects relative to their mean in the same draw. */
  readonly effects: readonly Estimated[];
}

/** `full`: with the treatments; `clusters`: without. */
export type CrossedModel = 'full' | 'clusters';

/** Draws a chain between two looks at how good they are. */
const step = 50;

/** Until the smallest bulk ESS of all parameters is 400; without treatments, of the two spreads, since little else is shown of it. */
export function crossedKey(which: CrossedModel, table: Table, seed: number): RunKey {
  const model = lectureModels.get(`trolley-${which}`);
  if (model === undefined) throw new Error(`there is no model trolley-${which}`);
  const key = trolleyKey(model, table, null, seed);
  const settings = { ...key.settings, draws: step };
  if (which === 'full' || key.target === null) return { ...key, settings };
  return { ...key, settings, target: { ...key.target, parameters: ['sigma_S', 'sigma_U'] } };
}

export function crossedEstimates(parameters: Block): CrossedEstimates {
  const named = crossedNames.flatMap((name): (readonly [string, Estimated])[] => {
    const place = parameters.elements.indexOf(name);
    return place < 0 ? [] : [[name, estimated(pool(column(parameters, place)))]];
  });
  return { parameters: Object.fromEntries(named), effects: centred(parameters, 'a').map(estimated) };
}

/** Each element of a vector relative to the mean of all in the same draw. */
function centred({ variables, elements, chains }: Block, name: string): Float64Array[] {
  const vector = variables.find((variable) => variable.name === name);
  if (vector === undefined) throw new Error(`the draws have no ${name}`);
  const { offset, size } = vector;
  const width = elements.length;
  const values = Array.from({ length: size }, () => new Float64Array(chains.reduce((n, c) => n + c.length / width, 0)));
  let at = 0;
  for (const chain of chains)
    for (let start = offset; start < chain.length; start += width, at++) {
      const middle = mean(chain.subarray(start, start + size));
      for (let j = 0; j < size; j++) values[j][at] = chain[start + j] - middle;
    }
  return values;
}

function estimated(draws: Float64Array): Estimated {
  const sorted = draws.sort();
  const short = (value: number): number => Number(value.toFixed(4));
  return {
    mean: short(mean(sorted)),
    intervals: masses.map((mass) => {
      const interval = sortedHdi(sorted, mass);
      if (interval === null) throw new Error('draws that are not finite have no interval');
      return [short(interval.lower), short(interval.upper)];
    }),
  };
}

/** The same by a worker: sorting thousands of draws is too much for a page in use. */
export function crossedPlan(parameters: Block): InquiryPlan<CrossedEstimates> {
  return {
    source: null,
    questions: [() => ({ kind: 'crossed', parameters })],
    conclude: ([answer]) => {
      if (answer.kind !== 'crossed') throw new Error(`an answer of kind ${answer.kind} to a question of estimates`);
      return answer.estimates;
    },
  };
}

/** A finished run, as small as a page can hold it. */
export interface CrossedFit {
  readonly estimates: CrossedEstimates;
  readonly judgement: Judgement;
  readonly facts: SamplerFacts;
  readonly detail: RunDetail;
  readonly chains: number;
  /** A chain. */
  readonly draws: number;
  readonly seed: number;
  /** Whether it went on until it was good or had its most draws; else it was ended before. */
  readonly untilGood: boolean;
  readonly hash: string;
  readonly key: KeyPrint;
}

/** `key`: the run's own, as it ended. */
export function crossedFit(key: RunKey, { draws, summary, ends }: RunResult, estimates: CrossedEstimates): CrossedFit {
  if (summary.depth !== 'full') throw new Error('the crossed model wants a full summary');
  const check = worstCheck(ends.map(({ checks }) => checks));
  return {
    estimates,
    judgement: judgeRun(key, summary, draws, check),
    facts: runFacts(key, summary, draws),
    detail: summary.detail,
    chains: key.chains,
    draws: summary.draws / key.chains,
    seed: key.seed,
    untilGood: key.target !== null,
    hash: summary.draws_sha256,
    key: printOf(key),
  };
}
