// Leave-one-out scores mended: units whose Pareto k is too large are left out in earnest, by sampling again without them.
import { loo } from '../../stats/loo';
import type { InquiryPlan } from '../inquiry';
import type { RunKey } from '../key';
import type { ChainEnd } from '../protocol';
import type { Refit } from '../questions';
import type { UnitScores } from '../scores/loo';

export interface MendedScores extends UnitScores {
  /** Rows whose score comes from a refit. */
  readonly refitted: number;
  /** Monte Carlo standard error that the refits leave in `elpd_loo`; null where one of them has none. */
  readonly mcse: number | null;
}

/** A refit starts where the run ended: so many transitions settle it in the posterior without the unit. */
const mostWarmup = 200;

/** A k that cannot be told counts as too large. */
export function doubtfulUnits({ loo: scores, threshold }: UnitScores): readonly number[] {
  return scores.units.flatMap(({ pareto_k }, unit) => ((pareto_k ?? Infinity) > threshold ? [unit] : []));
}

/** Beyond this share of doubtful units the weights of the others, just below the threshold, are biased too: together by several units of elpd for the frogs. */
const mostDoubtful = 0.25;

/** The units to leave out in earnest: the doubtful ones, or all where many are. */
export function unitsToRefit(scores: UnitScores): readonly number[] {
  const doubtful = doubtfulUnits(scores);
  const { units } = scores.loo;
  return doubtful.length > mostDoubtful * units.length ? units.map((_, unit) => unit) : doubtful;
}

/** Transitions of all refits together, a chain. */
export function refitEffort({ settings }: RunKey, units: number) {
  return { warmup: units * Math.min(mostWarmup, settings.warmup), draws: units * settings.draws };
}

/**
 * One refit for each of `unitsToRefit`, of its first row: identical rows have one score. Its k becomes that of the left-out density, which
 * says whether the refit's own draws carry the mean.
 */
export function mendPlan(
  { source, knobs, seed, settings }: RunKey,
  ends: readonly ChainEnd[],
  observed: string,
  scores: UnitScores,
): InquiryPlan<MendedScores> {
  const units = unitsToRefit(scores);
  const starts = ends.map(({ warmStart }) => warmStart);
  return {
    source,
    questions: units.map((unit) => (model: number) => {
      const row = scores.unitOfRow.indexOf(unit) + 1;
      return {
        kind: 'refit',
        model,
        knobs,
        unit: { kind: 'row', observed, row },
        number: row,
        integrate: null,
        seed,
        settings: { ...settings, warmup: Math.min(mostWarmup, settings.warmup) },
        starts,
      };
    }),
    conclude: (answers) => {
      const refits = answers.map((answer) => {
        if (answer.kind !== 'refit') throw new Error(`an answer of kind ${answer.kind} to a question of refits`);
        return answer.refit;
      });
      return mended(scores, new Map(units.map((unit, k) => [unit, refits[k]])));
    },
  };
}

/** Of the units refitted the score is the refit's; what the unit says with itself in is as before. */
export function mended(scores: UnitScores, refits: ReadonlyMap<number, Refit>): MendedScores {
  const units = scores.loo.units.map((unit, k) => {
    const refit = refits.get(k);
    if (refit === undefined) return unit;
    const lpd = unit.elpd_loo + unit.p_loo;
    return { elpd_loo: refit.elpd, p_loo: lpd - refit.elpd, pareto_k: refit.paretoK };
  });
  let squares: number | null = 0;
  let rows = 0;
  for (const [unit, { mcse }] of refits) {
    const count = scores.counts[unit];
    rows += count;
    squares = squares === null || mcse === null ? null : squares + (count * mcse) ** 2;
  }
  return {
    ...scores,
    loo: loo(units, scores.counts),
    refitted: rows,
    mcse: squares === null ? null : Math.sqrt(squares),
  };
}
