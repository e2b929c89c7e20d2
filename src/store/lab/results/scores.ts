// Leave-one-out scores of the lab's fits, and what they come to side by side.
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { comparisonPlan, scoredFit } from '../../../engine/results/comparison';
import { unitsDiffer } from '../../../engine/results/outcome';
import { rowScorePlan } from '../../../engine/scores/loo';
import type { UnitScores } from '../../../engine/scores/loo';
import { mendPlan, refitEffort, unitsToRefit } from '../../../engine/results/reloo';
import type { MendedScores } from '../../../engine/results/reloo';
import { secondsOf } from '../../../engine/lab/weigh';
import { pagePool } from '../../page-pool';
import type { Compared } from '../../../stats/compare';
import type { LabFit } from '../fits';
import { createAnswers, useAnswer } from './answers';
import type { Inquiry } from './answers';
import { observedOf } from './predictive';
import { drawTotal } from './quantities';

export { doubtfulUnits, unitsToRefit } from '../../../engine/results/reloo';
export type { MendedScores } from '../../../engine/results/reloo';
export type { UnitScores } from '../../../engine/scores/loo';
export type { Compared } from '../../../stats/compare';

const scores = createAnswers<UnitScores>();
/** Of fits whose doubtful rows were left out in earnest. */
const mends = createAnswers<MendedScores>();
const comparisons = createAnswers<readonly Compared[]>();

/** Draws times rows: what is scored unasked, and what is too much for a page. */
const unasked = 20_000_000;
const most = 400_000_000;

export type ScoreEffort = 'light' | 'asked' | 'beyond';

export function scoreEffort(fit: LabFit, name: string): ScoreEffort {
  const values = drawTotal(fit) * (observedOf(fit, name)?.values.length ?? 0);
  if (values > most) return 'beyond';
  return values > unasked ? 'asked' : 'light';
}

export function askScores(fit: LabFit, name: string): void {
  scores.ask(fit, name, () => scorePlan(fit, name));
}

function scorePlan(fit: LabFit, name: string) {
  return rowScorePlan(fit.runKey, fit.result.draws, name, observedOf(fit, name)?.values.length ?? 0);
}

/** Begins by itself where it is light; null until it was asked for. The mended ones, once there are such. */
export function useScores(fit: LabFit, name: string): Inquiry<UnitScores> | null {
  const plan = useCallback(() => scorePlan(fit, name), [fit, name]);
  const raw = useAnswer(scores, fit, name, scoreEffort(fit, name) === 'light' ? plan : null);
  const mend = useMend(fit, name);
  return mend?.kind === 'done' ? mend : raw;
}

/** The scores as they are known by now. */
function scoresNow(fit: LabFit, name: string): Inquiry<UnitScores> | null {
  const mend = mends.read(fit, name);
  return mend?.kind === 'done' ? mend : scores.read(fit, name);
}

/** Null where nobody has asked for the doubtful rows to be left out in earnest. */
export function useMend(fit: LabFit, name: string): Inquiry<MendedScores> | null {
  const read = useCallback(() => mends.read(fit, name), [fit, name]);
  return useSyncExternalStore(mends.subscribe, read, read);
}

export function mendScores(fit: LabFit, name: string): void {
  const raw = scores.read(fit, name);
  if (raw?.kind === 'done') mends.ask(fit, name, () => mendPlan(fit.runKey, fit.result.ends, name, raw.value));
}

export function stopMending(fit: LabFit, name: string): void {
  mends.stop(fit, name);
}

/** Seconds that sampling again without each doubtful row takes, roughly; null where the machine was not measured. */
export function mendSeconds({ weight, runKey }: LabFit, unitScores: UnitScores): number | null {
  if (weight === null) return null;
  const units = unitsToRefit(unitScores).length;
  return secondsOf(weight, { chains: runKey.chains, ...refitEffort(runKey, units) }, pagePool().size);
}

/** Why a fit cannot be compared with the one that is shown by its scores of `name`: a sentence about it; null where it can. */
export function cannotCompare(shown: LabFit, other: LabFit, name: string): string | null {
  const [ours, its] = [observedOf(shown, name), observedOf(other, name)];
  return ours === null || its === null ? `it has no observed ${name}` : unitsDiffer(ours, its);
}

/** Once all are scored; null before. `names`: the fits' own, told apart. */
export function useComparison(
  fits: readonly LabFit[],
  names: readonly string[],
  observed: string,
): Inquiry<readonly Compared[]> | null {
  const found = useScored(fits, observed);
  const plan = useMemo(() => {
    if (found === null || found.length < 2) return null;
    return () => comparisonPlan(found.map((unitScores, k) => scoredFit(names[k], unitScores)));
  }, [found, names]);
  const mended = fits.map((fit) => mends.read(fit, observed)?.kind === 'done');
  const about = [observed, ...fits.map(({ id }, k) => `${id} ${mended[k]}`), ...names].join('\n');
  return useAnswer(comparisons, fits[0] ?? noFit, about, plan);
}

const noFit = {};

/** The scores of all, or null while one is missing. */
function useScored(fits: readonly LabFit[], observed: string): readonly UnitScores[] | null {
  const states = useScoreStates(fits, observed);
  return useMemo(() => {
    const done = states.flatMap((state) => (state?.kind === 'done' ? [state.value] : []));
    return done.length < states.length ? null : done;
  }, [states]);
}

/** How the scoring of each stands. */
export function useScoreStates(fits: readonly LabFit[], observed: string): ScoreStates {
  const read = useMemo(() => statesReader(fits, observed), [fits, observed]);
  return useSyncExternalStore(subscribeToBoth, read, read);
}

function subscribeToBoth(changed: () => void): () => void {
  const [one, other] = [scores.subscribe(changed), mends.subscribe(changed)];
  return () => {
    one();
    other();
  };
}

type ScoreStates = readonly (Inquiry<UnitScores> | null)[];

/** Reads the same array as long as no state has changed. */
function statesReader(fits: readonly LabFit[], observed: string): () => ScoreStates {
  let last: ScoreStates = fits.map(() => null);
  return () => {
    const now = fits.map((fit) => scoresNow(fit, observed));
    if (now.some((one, k) => one !== last[k])) last = now;
    return last;
  };
}
