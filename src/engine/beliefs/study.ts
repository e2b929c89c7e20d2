// The three beliefs as studies: which worlds are tried, the trials on all cores, and what they say with their Monte Carlo error.
import { mean, variance } from '../../math/arrays';
import type { Pool } from '../pool';
import { askRepeatedly } from '../repeated';
import type { RepeatedEnd } from '../repeated';
import { selections, shapes } from './population';
import type { Cell } from './population';

export const trialPoolings = ['complete', 'none', 'partial'] as const;
export type TrialPooling = (typeof trialPoolings)[number];

/** What one trial found in one cell. */
export interface TrialResult {
  readonly cell: number;
  readonly trial: number;
  /** Mean absolute distance of the units' estimated probabilities from the true ones. */
  readonly errors: Readonly<Record<TrialPooling, number>>;
  /** Survival of a typical unit, as partial pooling learned it. */
  readonly typical: number;
  readonly units: readonly SeenUnit[];
}

export interface SeenUnit {
  readonly truth: number;
  readonly raw: number;
  /** Posterior mean under partial pooling. */
  readonly partial: number;
}

/** What a trial gives is a function of the study, its cell and its number. */
export interface BeliefStudy {
  readonly cells: readonly Cell[];
  readonly seed: number;
}

export const beliefs = ['random', 'many', 'gaussian'] as const;
export type Belief = (typeof beliefs)[number];

/** Numbers of units that the second belief is tried at. */
export const unitCounts = [2, 3, 5, 10, 20, 50] as const;

const cellsOf: Readonly<Record<Belief, readonly Cell[]>> = {
  random: selections.map((selection) => ({ population: 48, entering: 12, selection, shape: 'normal' })),
  many: unitCounts.map((entering) => ({ population: 50, entering, selection: 'random', shape: 'normal' })),
  gaussian: shapes.map((shape) => ({ population: 24, entering: 24, selection: 'random', shape })),
};

export function beliefStudy(belief: Belief, seed: number): BeliefStudy {
  return { cells: cellsOf[belief], seed };
}

export interface TrialListener {
  readonly onTrial: (result: TrialResult) => void;
  readonly onEnd: (end: RepeatedEnd) => void;
}

/** Returns the function that stops; trials under way are lost. */
export function runTrials(
  pool: Pool,
  study: BeliefStudy,
  missing: readonly { readonly cell: number; readonly trial: number }[],
  { onTrial, onEnd }: TrialListener,
): () => void {
  return askRepeatedly(
    pool,
    missing.map(({ cell, trial }) => ({ kind: 'trial', study, cell, trial })),
    {
      onAnswer: (answer) => {
        if (answer.kind !== 'trial') throw new Error(`an answer of kind ${answer.kind} to a question of a trial`);
        onTrial(answer.result);
      },
      onEnd,
    },
  );
}

/** Every cell of each trial, trial by trial, but for those that are known. */
export function missingTrials(
  { cells }: BeliefStudy,
  wanted: number,
  known: readonly TrialResult[],
): { readonly cell: number; readonly trial: number }[] {
  const done = new Set(known.map(({ cell, trial }) => `${trial} ${cell}`));
  const all = Array.from({ length: wanted }, (_, trial) => cells.map((_cell, cell) => ({ cell, trial }))).flat();
  return all.filter(({ cell, trial }) => !done.has(`${trial} ${cell}`));
}

/** A number and its Monte Carlo standard error; null for fewer than two trials. */
export interface MeasuredError {
  readonly value: number;
  readonly error: number | null;
}

export interface CellSummary {
  readonly trials: number;
  /** Mean over trials of the mean absolute error of a unit's probability. */
  readonly errors: Readonly<Record<TrialPooling, MeasuredError>>;
  /** Partial pooling's error less that of the other pooling in the same trial. */
  readonly against: Readonly<Record<'complete' | 'none', MeasuredError>>;
  /** Survival of a typical unit, as partial pooling learned it. */
  readonly typical: MeasuredError;
}

/** One entry a cell; null where it has no trial yet. The order of the results does not matter to a bit. */
export function beliefSummary({ cells }: BeliefStudy, results: readonly TrialResult[]): (CellSummary | null)[] {
  return cells.map((_, cell) => {
    const own = results.filter((result) => result.cell === cell).sort((a, b) => a.trial - b.trial);
    if (own.length === 0) return null;
    const errors = (pooling: TrialPooling): number[] => own.map((result) => result.errors[pooling]);
    const less = (pooling: TrialPooling): number[] => own.map((r) => r.errors.partial - r.errors[pooling]);
    const [complete, none, partial] = trialPoolings.map((pooling) => measured(errors(pooling)));
    return {
      trials: own.length,
      errors: { complete, none, partial },
      against: { complete: measured(less('complete')), none: measured(less('none')) },
      typical: measured(own.map(({ typical }) => typical)),
    };
  });
}

function measured(values: readonly number[]): MeasuredError {
  return {
    value: mean(values),
    error: values.length < 2 ? null : Math.sqrt(variance(values) / values.length),
  };
}
