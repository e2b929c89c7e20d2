// Three beliefs tried by simulation: what page 5 first shows.
import { trialsFingerprint } from '../../src/engine/beliefs/fingerprint';
import { beliefStudy, beliefs as names, beliefSummary, missingTrials, runTrials } from '../../src/engine/beliefs/study';
import type { Belief, CellSummary, SeenUnit, TrialResult } from '../../src/engine/beliefs/study';
import { trials as observationsAUnit, typicalTruth } from '../../src/engine/beliefs/population';
import type { Values } from '../prerender';
import type { Story, Workshop } from './workshop';

export interface BuiltBelief {
  readonly trials: number;
  /** Of all trials, to the bit: what travels to the page is rounded. */
  readonly fingerprint: string;
  /** One a cell. */
  readonly cells: readonly CellSummary[];
  /** The first trial's units, one list a cell. */
  readonly units: readonly (readonly SeenUnit[])[];
}

export type BeliefsStory = Readonly<Record<Belief, BuiltBelief>>;

const trialsOf: Readonly<Record<Belief, number>> = { random: 60, many: 40, gaussian: 40 };

export async function beliefs(workshop: Workshop): Promise<Story<BeliefsStory>> {
  const [random, many, gaussian] = await Promise.all(names.map((belief) => tried(workshop, belief)));
  return {
    shown: { random, many, gaussian },
    values: {
      ...valuesOf('random', random),
      ...valuesOf('many', many),
      ...valuesOf('gaussian', gaussian),
      'beliefs.typical': typicalTruth,
      'beliefs.observations': observationsAUnit,
    },
  };
}

async function tried(workshop: Workshop, belief: Belief): Promise<BuiltBelief> {
  const study = beliefStudy(belief, 1);
  const trials = trialsOf[belief];
  const results = await workshop.keep({ study, trials }, () => allTrials(workshop, belief, trials));
  const first = results.filter(({ trial }) => trial === 0);
  return {
    trials,
    fingerprint: trialsFingerprint(results),
    cells: beliefSummary(study, results).map((cell) => {
      if (cell === null) throw new Error(`a cell of the belief ${belief} has no trial`);
      return cell;
    }),
    units: study.cells.map((_, cell) => (first.find((result) => result.cell === cell)?.units ?? []).map(short)),
  };
}

function short({ truth, raw, partial }: SeenUnit): SeenUnit {
  const round = (value: number): number => Number(value.toFixed(3));
  return { truth: round(truth), raw: round(raw), partial: round(partial) };
}

function allTrials({ pool }: Workshop, belief: Belief, trials: number): Promise<TrialResult[]> {
  const study = beliefStudy(belief, 1);
  const results: TrialResult[] = [];
  return new Promise((resolve, reject) => {
    runTrials(pool, study, missingTrials(study, trials, []), {
      onTrial: (result) => results.push(result),
      onEnd: (end) => (end.kind === 'done' ? resolve(results) : reject(new Error(`the trials ended as ${end.kind}`))),
    });
  });
}

/** `beliefs.random.2.partial`: the average error in the third cell, percentage points; `.typical`: a typical unit's survival as learned there. */
function valuesOf(belief: Belief, { trials, cells }: BuiltBelief): Values {
  const named = cells.flatMap(({ errors, typical }, cell): [string, number][] => [
    [`beliefs.${belief}.${cell}.complete`, 100 * errors.complete.value],
    [`beliefs.${belief}.${cell}.none`, 100 * errors.none.value],
    [`beliefs.${belief}.${cell}.partial`, 100 * errors.partial.value],
    [`beliefs.${belief}.${cell}.share`, errors.partial.value / errors.none.value],
    [`beliefs.${belief}.${cell}.typical`, typical.value],
  ]);
  return { ...Object.fromEntries(named), [`beliefs.${belief}.trials`]: trials };
}
