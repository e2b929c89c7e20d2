// Learned sigma against sigma fixed at 1, by what each predicts of a tank that it has not seen: exactly, and by importance sampling.
import { answered } from '../../src/engine/inquiry';
import type { InquiryPlan } from '../../src/engine/inquiry';
import type { Draws } from '../../src/engine/draws';
import { lectureKey, lectureSources } from '../../src/engine/lecture-run';
import type { RunKey } from '../../src/engine/key';
import { quadraturePlan } from '../../src/engine/scores/exact-loo';
import { rowScorePlan } from '../../src/engine/scores/loo';
import { lectureModels } from '../../src/models';
import { compare } from '../../src/stats/compare';
import type { Contender } from '../../src/stats/compare';
import type { Values } from '../prerender';
import { fitLecture } from './workshop';
import type { Story, Workshop } from './workshop';

/** A line of a comparison: best first, as ArviZ and loo print it. */
export interface ComparedModel {
  readonly name: string;
  readonly elpd: number;
  readonly se: number;
  readonly p: number;
  readonly elpdDiff: number;
  readonly dse: number;
  /** By stacking. */
  readonly weight: number;
}

/** One tank: its scores under either model, exact and by PSIS, and the Pareto k of the latter. */
export interface ComparedTank {
  readonly exact: readonly [number, number];
  readonly psis: readonly [number, number];
  readonly k: readonly [number, number];
}

export interface Comparison {
  /** Models in the order of the tanks' pairs. */
  readonly names: readonly [string, string];
  readonly exact: readonly ComparedModel[];
  readonly psis: readonly ComparedModel[];
  readonly tanks: readonly ComparedTank[];
  /** Up to where a k may go. */
  readonly threshold: number;
}

interface ScoredModel {
  readonly name: string;
  readonly exact: readonly number[];
  readonly psis: readonly number[];
  /** Log predictive density of each tank with its own data in. */
  readonly lpd: readonly number[];
  readonly k: readonly number[];
  readonly pWaic: number;
  readonly threshold: number;
  readonly parameters: number;
}

/** Values are named `comparison.…`. */
export async function comparison(workshop: Workshop): Promise<Story<Comparison>> {
  const [learned, fixed, best] = await Promise.all([
    scored(workshop, 'learned sigma', 'frogs-multilevel', {}),
    scored(workshop, 'sigma = 1', 'frogs-fixed-sigma', { sigma: 1 }),
    bestFixed(workshop),
  ]);
  const models = [learned, fixed] as const;
  const exact = compared(models, (model) => model.exact);
  const psis = compared(models, (model) => model.psis);
  const row = (name: string): ComparedModel => exact[exact.findIndex((one) => one.name === name)];
  const [learnedExact, fixedExact] = [row(learned.name), row(fixed.name)];
  const values: Values = {
    'comparison.learned.elpd': learnedExact.elpd,
    'comparison.fixed.elpd': fixedExact.elpd,
    'comparison.difference': learnedExact.elpd - fixedExact.elpd,
    'comparison.dse': Math.max(learnedExact.dse, fixedExact.dse),
    'comparison.learned.pLoo': learnedExact.p,
    'comparison.fixed.pLoo': fixedExact.p,
    'comparison.learned.pWaic': learned.pWaic,
    'comparison.fixed.pWaic': fixed.pWaic,
    'comparison.learned.parameters': learned.parameters,
    'comparison.fixed.parameters': fixed.parameters,
    'comparison.best.elpd': best,
    'comparison.best.gain': best - learnedExact.elpd,
    'comparison.learned.aboveK': above(learned),
    'comparison.fixed.aboveK': above(fixed),
  };
  const tanks = learned.exact.map((_, tank): ComparedTank => {
    const pair = (read: (model: ScoredModel) => readonly number[]): [number, number] => [
      short(read(learned)[tank]),
      short(read(fixed)[tank]),
    ];
    return { exact: pair((model) => model.exact), psis: pair((model) => model.psis), k: pair((model) => model.k) };
  });
  return { shown: { names: [learned.name, fixed.name], exact, psis, tanks, threshold: learned.threshold }, values };
}

async function scored(
  workshop: Workshop,
  name: string,
  id: string,
  knobs: Readonly<Record<string, number>>,
): Promise<ScoredModel> {
  const key = keyOf(workshop, id, knobs);
  const { derived: draws, parameters } = await fitLecture(workshop, {
    model: id,
    knobs,
    knob: null,
    derive: (whole): Draws => whole,
  });
  const { exact, loo } = await workshop.keep({ asked: 'exact and PSIS', key }, async () => ({
    exact: await exactScores(workshop, key),
    loo: await answer(workshop, rowScorePlan(key, draws, 'S', workshop.frogs.density.length)),
  }));
  return {
    name,
    exact,
    psis: loo.loo.units.map((unit) => unit.elpd_loo),
    lpd: loo.loo.units.map((unit) => unit.elpd_loo + unit.p_loo),
    k: loo.loo.units.map((unit) => unit.pareto_k ?? 0),
    pWaic: loo.waic.p_waic,
    threshold: loo.threshold,
    parameters: parameters.elements.length,
  };
}

function keyOf(workshop: Workshop, id: string, knobs: Readonly<Record<string, number>>): RunKey {
  const model = lectureModels.get(id);
  if (model === undefined) throw new Error(`there is no model ${id}`);
  return lectureKey(lectureSources(model, workshop.frogs), knobs, 1);
}

async function exactScores(workshop: Workshop, key: RunKey): Promise<readonly number[]> {
  const plan = quadraturePlan(key, 'T', 'alpha');
  if (!plan.ok) throw new Error(plan.errors[0].message);
  return (await answer(workshop, plan.value)).units.map(({ elpd }) => elpd);
}

async function answer<A>({ pool }: Workshop, plan: InquiryPlan<A>): Promise<A> {
  const found = await answered(pool, plan);
  if (found.kind !== 'done') throw new Error(`the build's inquiry ended as ${found.kind}`);
  return found.value;
}

/** The exact score of the best fixed sigma: a score that moves by less than 0.001 between these sigmas is at its best. */
async function bestFixed(workshop: Workshop): Promise<number> {
  const sigmas = [1.55, 1.58, 1.61, 1.64, 1.67];
  const scores = await Promise.all(
    sigmas.map((sigma) => {
      const key = keyOf(workshop, 'frogs-fixed-sigma', { sigma });
      return workshop.keep({ asked: 'exact', key }, () => exactScores(workshop, key));
    }),
  );
  return Math.max(...scores.map(total));
}

function compared(
  models: readonly ScoredModel[],
  read: (model: ScoredModel) => readonly number[],
): readonly ComparedModel[] {
  const contenders = models.map((model): Contender => ({ name: model.name, elpd: read(model) }));
  return compare(contenders).map(({ name, elpd, se, elpd_diff, dse, stacking }) => {
    const model = models[models.findIndex((one) => one.name === name)];
    return { name, elpd, se, p: total(model.lpd) - elpd, elpdDiff: elpd_diff, dse, weight: stacking };
  });
}

function above({ k, threshold }: ScoredModel): number {
  return k.filter((value) => value > threshold).length;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/** What a page shows of a tank's score. */
function short(value: number): number {
  return Number(value.toFixed(4));
}
