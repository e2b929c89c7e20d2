// The reed frogs with predators: the fit, the exact scores with and without them, and what the prior of their effect does to both.
import { deriveMultilevel } from '../../src/engine/multilevel';
import { answered } from '../../src/engine/inquiry';
import { lectureKey, lectureSources } from '../../src/engine/lecture-run';
import type { Picture } from '../../src/engine/picture';
import { derivePredators } from '../../src/engine/predators';
import type { Predators } from '../../src/engine/predators';
import { quadraturePlan } from '../../src/engine/scores/exact-loo';
import type { QuadratureLoo } from '../../src/engine/scores/exact-loo';
import { lectureModels } from '../../src/models';
import { compare } from '../../src/stats/compare';
import { meanCount, narrowestRange, newTank } from '../../src/stats/new-tank';
import type { NewTank } from '../../src/stats/new-tank';
import type { Values } from '../prerender';
import { fitMultilevel } from './multilevel';
import { fitLecture } from './workshop';
import type { Story, Workshop } from './workshop';

/** The score of leaving out each tank in turn, by quadrature. */
export interface ExactScore {
  readonly elpd: number;
  readonly se: number;
  /** One a tank. */
  readonly tanks: readonly number[];
}

export interface PredatorStory {
  readonly picture: Picture<Predators>;
  /** Of the picture's population, by its number of tadpoles. */
  readonly newTanks: Readonly<Record<string, NewTank>>;
  readonly scores: {
    readonly without: ExactScore;
    readonly withThem: ExactScore;
    /** Of the model with predators over the other, and its standard error over tanks. */
    readonly gain: number;
    readonly gainSe: number;
    /** The exact score at several sds of beta_P's prior, in order. */
    readonly byPriorSd: readonly { readonly sd: number; readonly elpd: number }[];
  };
}

const lectureSd = 0.5;
const wideSd = 1.5;
/** So placed that a smooth curve through them is nowhere off by 0.2. */
const scoredSds = [0.1, 0.2, 0.3, 0.4, lectureSd, 0.75, wideSd, 3];

export async function predators(workshop: Workshop): Promise<Story<PredatorStory>> {
  const [picture, wide, multilevel, without, ...scored] = await Promise.all([
    fitPredators(workshop, lectureSd),
    fitPredators(workshop, wideSd),
    fitMultilevel(workshop, deriveMultilevel),
    exactScore(workshop, 'frogs-multilevel', {}),
    ...scoredSds.map((sd) => exactScore(workshop, 'frogs-predators', { sd_P: sd })),
  ]);
  const withThem = scored[scoredSds.indexOf(lectureSd)];
  const [, worse] = compare([
    { name: 'without', elpd: without.tanks },
    { name: 'with', elpd: withThem.tanks },
  ]);
  const scores = {
    without,
    withThem,
    gain: -worse.elpd_diff,
    gainSe: worse.dse,
    byPriorSd: scoredSds.map((sd, k) => ({ sd, elpd: scored[k].elpd })),
  };
  return {
    shown: { picture, newTanks: newTanks(picture.derived), scores },
    values: {
      ...fitValues(picture),
      ...seenValues(picture, multilevel),
      ...newTankValues(picture.derived),
      ...rawValues(workshop),
      'predators.elpd': withThem.elpd,
      'predators.elpdWithout': without.elpd,
      'predators.gain': scores.gain,
      'predators.gainSe': scores.gainSe,
      'predators.wide.betaP': estimate(wide, 'beta_P').mean,
      'predators.wide.elpd': scored[scoredSds.indexOf(wideSd)].elpd,
    },
  };
}

function fitPredators(workshop: Workshop, sd: number): Promise<Picture<Predators>> {
  return fitLecture(workshop, { model: 'frogs-predators', knobs: { sd_P: sd }, knob: sd, derive: derivePredators });
}

async function exactScore(
  workshop: Workshop,
  id: string,
  knobs: Readonly<Record<string, number>>,
): Promise<ExactScore> {
  const model = lectureModels.get(id);
  if (model === undefined) throw new Error(`there is no model ${id}`);
  const { source } = lectureKey(lectureSources(model, workshop.frogs), knobs, 1);
  const { elpd_loo, se_elpd_loo, units } = await workshop.keep({ exact: 'alpha', source, knobs }, () =>
    quadrature(workshop, { source, knobs }),
  );
  return { elpd: elpd_loo, se: se_elpd_loo, tanks: units.map(({ elpd }) => Number(elpd.toFixed(4))) };
}

async function quadrature({ pool }: Workshop, about: Parameters<typeof quadraturePlan>[0]): Promise<QuadratureLoo> {
  const plan = quadraturePlan(about, 'T', 'alpha');
  if (!plan.ok) throw new Error(plan.errors[0].message);
  const ended = await answered(pool, plan.value);
  if (ended.kind !== 'done') throw new Error(`the quadrature ended as ${ended.kind}`);
  return ended.value;
}

interface Estimate {
  readonly mean: number;
  readonly sd: number;
  readonly lower: number;
  readonly upper: number;
}

function estimate({ parameters, summary }: Picture<unknown, unknown>, name: string): Estimate {
  const { mean, sd, hdi_lower: lower, hdi_upper: upper } = summary.parameters[parameters.elements.indexOf(name)];
  if (mean === null || sd === null || lower === null || upper === null) throw new Error(`${name} has no estimate`);
  return { mean, sd, lower, upper };
}

function fitValues(picture: Picture<Predators>): Values {
  const [effect, sigma] = [estimate(picture, 'beta_P'), estimate(picture, 'sigma')];
  return {
    'predators.betaP': effect.mean,
    'predators.betaPSd': effect.sd,
    'predators.betaPFrom': effect.lower,
    'predators.betaPTo': effect.upper,
    'predators.priorSds': Math.abs(effect.mean) / lectureSd,
    'predators.sigma': sigma.mean,
    'predators.alphaBar': estimate(picture, 'alpha_bar').mean,
    'predators.typicalWithout': picture.derived.without.typical,
    'predators.typicalWith': picture.derived.withThem.typical,
  };
}

/** How far the seen tanks' estimates move when predators enter: mean and largest, in percentage points. */
function seenValues(picture: Picture<Predators>, multilevel: Picture<unknown, null>): Values {
  const [after, before] = [survival(picture), survival(multilevel)];
  const moves = after.map((value, tank) => 100 * Math.abs(value - before[tank]));
  return {
    'predators.seen.meanMove': moves.reduce((sum, move) => sum + move, 0) / moves.length,
    'predators.seen.largestMove': Math.max(...moves),
    'predators.tank15.before': before[14],
    'predators.tank15.after': after[14],
  };
}

function survival({ deterministics, summary }: Picture<unknown, unknown>): number[] {
  const variable = deterministics.variables.find(({ name }) => name === 'p');
  if (variable === undefined) throw new Error('the fit has no survival probabilities');
  return summary.deterministics
    .slice(variable.offset, variable.offset + variable.size)
    .map(({ mean }) => mean ?? Number.NaN);
}

/** As the figure of a new tank offers them. */
function newTanks({ population }: Predators): Record<string, NewTank> {
  const rounded = (probabilities: readonly number[]): number[] => probabilities.map((one) => Number(one.toFixed(6)));
  return Object.fromEntries(
    [10, 25, 35].map((tadpoles) => {
      const { without, withIt, lost } = newTank(population, tadpoles);
      return [tadpoles, { without: rounded(without), withIt: rounded(withIt), lost: rounded(lost) }];
    }),
  );
}

const newTadpoles = 25;

function newTankValues({ population }: Predators): Values {
  const { without, withIt, lost } = newTank(population, newTadpoles);
  const [from, to] = narrowestRange(lost, 0.89, -newTadpoles);
  return {
    'predators.newTank.tadpoles': newTadpoles,
    'predators.newTank.without': meanCount(without),
    'predators.newTank.with': meanCount(withIt),
    'predators.newTank.lost': meanCount(lost, -newTadpoles),
    'predators.newTank.lostFrom': from,
    'predators.newTank.lostTo': to,
    'predators.newTank.noLoss': lost.slice(0, newTadpoles + 1).reduce((sum, probability) => sum + probability, 0),
  };
}

/** Raw survival in the tanks with predators, by density. */
function rawValues({ frogs }: Workshop): Values {
  const tanks = frogs.density.map((density, tank) => ({
    density: Number(density),
    share: Number(frogs.survived[tank]) / Number(density),
    predators: Number(frogs.predators[tank]) === 1,
  }));
  const values: Record<string, number> = {};
  for (const density of new Set(tanks.map((tank) => tank.density)))
    for (const predated of [false, true]) {
      const shares = tanks.filter((tank) => tank.density === density && tank.predators === predated);
      const mean = shares.reduce((sum, { share }) => sum + share, 0) / shares.length;
      values[`predators.raw.${predated ? 'with' : 'without'}${density}`] = mean;
    }
  return values;
}
