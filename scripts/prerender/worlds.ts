// The lecture's world with its random confound: the fits that pages 7 and 8 first show, and a hundred worlds of its kind.
import { readFileSync } from 'node:fs';
import { readWorld } from '../../src/engine/dataset';
import type { Table } from '../../src/engine/dataset';
import type { Picture } from '../../src/engine/picture';
import { pictureOf } from '../../src/engine/picture';
import { finishRun } from '../../src/engine/run';
import { worldLines } from '../../src/engine/world-lines';
import type { WorldLines } from '../../src/engine/world-lines';
import { worldKeys } from '../../src/engine/world-run';
import { estimands, estimators, groupMeansOfX } from '../../src/engine/worlds/estimators';
import type { Estimator } from '../../src/engine/worlds/estimators';
import type { StudyDesign, WorldFits } from '../../src/engine/worlds/fit-world';
import { lectureEffects, lectureSize, lectureWorld } from '../../src/engine/worlds/lecture-world';
import { runStudy } from '../../src/engine/worlds/study';
import { studySummary } from '../../src/engine/worlds/study-summary';
import type { Performance } from '../../src/engine/worlds/study-summary';
import { baselinesOf, groupSizes } from '../../src/engine/worlds/world';
import type { Effects, World } from '../../src/engine/worlds/world';
import { invLogit } from '../../src/math/logistic';
import type { Values } from '../prerender';
import type { Story, Workshop } from './workshop';

export type WorldFitBuilt = Picture<WorldLines, null>;

const probability = 0.89;

function mundlakTable(): Table {
  return readWorld(readFileSync('public/data/mundlak-lecture.json', 'utf8'));
}

const peopleUnder = (effects: Effects): World => lectureWorld(mundlakTable())(effects);

export function mundlakWorld(): Promise<Story<Table>> {
  const world = peopleUnder(lectureEffects);
  const sizes = groupSizes(world);
  const values: Values = {
    'confounds.groups': world.groups,
    'confounds.individuals': world.X.length,
    'confounds.smallest': Math.min(...sizes),
    'confounds.largest': Math.max(...sizes),
    'confounds.constant': constantGroups(world),
    'confounds.constantMembers': membersOfConstant(world),
    'confounds.outcomes': world.Y.reduce((total, y) => total + y, 0),
  };
  return Promise.resolve({ shown: mundlakTable(), values });
}

function isConstant({ group, Y }: World, g: number): boolean {
  return new Set(Y.filter((_, i) => group[i] === g + 1)).size === 1;
}

function constantGroups(world: World): number {
  return world.Z.filter((_, g) => isConstant(world, g)).length;
}

function membersOfConstant(world: World): number {
  return world.group.filter((g) => isConstant(world, g - 1)).length;
}

export type Confounds = Readonly<Record<'naive' | 'fixed' | 'multilevel', WorldFitBuilt>>;

export async function confounds(workshop: Workshop): Promise<Story<Confounds>> {
  const world = peopleUnder(lectureEffects);
  const [naive, fixed, multilevel] = await fitAll(workshop, world, ['naive', 'fixed', 'multilevel']);
  const ends = await Promise.all(
    [0, 2].map(async (toY) => {
      const moved = peopleUnder({ ...lectureEffects, toY });
      const pictures = await fitAll(workshop, moved, ['naive', 'fixed', 'multilevel']);
      return pictures.map((picture, k): [string, number] => [
        `confounds.at${toY}.${estimators[k]}`,
        meanOf(picture, 'bXY'),
      ]);
    }),
  );
  const [tighter] = await fitAll(workshop, world, ['multilevel'], 10);
  const ridge = fixed.derived.ridge;
  if (ridge === null) throw new Error('fixed effects have a ridge');
  return {
    shown: { naive, fixed, multilevel },
    values: {
      ...effectValues({ naive, fixed, multilevel }),
      ...Object.fromEntries(ends.flat()),
      'confounds.correlation': ridge.correlation,
      'confounds.fixed.bZYsd': sdOf(fixed, 'bZY'),
      'confounds.multilevel.tau': meanOf(multilevel, 'tau'),
      'confounds.rate10.tau': meanOf(tighter, 'tau'),
      'confounds.rate10.bXY': meanOf(tighter, 'bXY'),
      'confounds.fixed.distance': distance(world, fixed),
      'confounds.multilevel.distance': distance(world, multilevel),
      'confounds.fixed.logOdds': logOddsError(world, fixed),
      'confounds.multilevel.logOdds': logOddsError(world, multilevel),
    },
  };
}

/** Mean distance of the groups' estimated probabilities from the true ones. */
function distance(world: World, { derived }: WorldFitBuilt): number {
  const truth = baselinesOf(world.effects, world.Z, world.u).map(invLogit);
  return truth.reduce((total, p, g) => total + Math.abs(p - derived.baselines.mean[g]), 0) / truth.length;
}

/** Root mean square of the same in log-odds. */
function logOddsError(world: World, { derived }: WorldFitBuilt): number {
  const errors = baselinesOf(world.effects, world.Z, world.u).map((truth, g) => truth - derived.logOdds[g]);
  return Math.sqrt(errors.reduce((total, error) => total + error ** 2, 0) / errors.length);
}

export async function mundlak(workshop: Workshop): Promise<Story<WorldFitBuilt>> {
  const [machine] = await fitAll(workshop, peopleUnder(lectureEffects), ['mundlak']);
  return {
    shown: machine,
    values: { ...effectValues({ mundlak: machine }), 'mundlak.bXbar': meanOf(machine, 'bXbar') },
  };
}

export async function latent(workshop: Workshop): Promise<Story<WorldFitBuilt>> {
  const world = peopleUnder(lectureEffects);
  const [machine] = await fitAll(workshop, world, ['latent']);
  const largest = groupSizes(world).reduce((best, size, g, all) => (size > all[best] ? g : best), 0);
  const single = groupSizes(world).indexOf(1);
  const means = groupMeansOfX(world);
  const confound = machine.derived.confound;
  if (confound === null) throw new Error('the latent machine has a confound');
  const width = (g: number): number => confound.upper[g] - confound.lower[g];
  return {
    shown: machine,
    values: {
      ...effectValues({ latent: machine }),
      'mundlak.bGX': meanOf(machine, 'bGX'),
      'mundlak.bGY': meanOf(machine, 'bGY'),
      'mundlak.sX': meanOf(machine, 'sX'),
      'mundlak.singleMean': means[single],
      'mundlak.singleWidth': width(single),
      'mundlak.largestWidth': width(largest),
      'mundlak.largestSize': groupSizes(world)[largest],
    },
  };
}

function effectValues(pictures: Readonly<Partial<Record<Estimator, WorldFitBuilt>>>): Values {
  return Object.fromEntries(
    Object.entries(pictures).flatMap(([estimator, picture]) =>
      estimands.map((name): [string, number] => [`confounds.${estimator}.${name}`, meanOf(picture, name)]),
    ),
  );
}

function meanOf({ parameters, summary }: WorldFitBuilt, name: string): number {
  return Number(summary.parameters[parameters.elements.indexOf(name)].mean);
}

function sdOf({ parameters, summary }: WorldFitBuilt, name: string): number {
  return Number(summary.parameters[parameters.elements.indexOf(name)].sd);
}

function fitAll(workshop: Workshop, world: World, wanted: readonly Estimator[], rateTau = 1): Promise<WorldFitBuilt[]> {
  const keys = worldKeys(world);
  return Promise.all(
    wanted.map(async (estimator) => {
      const key = keys.key(estimator, rateTau, 1);
      const options = { deterministics: false, probability };
      const run = await workshop.keep({ key, options }, () => finishRun(workshop.pool, key, options));
      if (run.kind !== 'done') throw new Error(`the run of ${estimator} ended as ${run.kind}`);
      return pictureOf('built', key, null, run.result, worldLines(estimator, world, probability));
    }),
  );
}

export interface BuiltStudy {
  readonly worlds: number;
  readonly rows: readonly Performance[];
}

const studyWorlds = 100;

/** A hundred worlds like the lecture's, before the reader runs any. */
export async function worldStudy(workshop: Workshop): Promise<Story<BuiltStudy>> {
  const design: StudyDesign = {
    size: lectureSize,
    truth: { kind: 'fixed', effects: lectureEffects },
    rateTau: 1,
    estimators,
    seed: 1,
  };
  const fits = await workshop.keep({ design, studyWorlds }, () => fitWorlds(workshop, design));
  const rows = studySummary(fits);
  const values = rows.flatMap(({ estimator, parameter, bias, rmse, coverage89 }): [string, number][] => {
    const name = `worlds.${estimator}.${parameter}`;
    return [
      [`${name}.bias`, bias.value],
      [`${name}.rmse`, rmse.value],
      [`${name}.coverage`, coverage89.value],
    ];
  });
  return {
    shown: { worlds: fits.length, rows },
    values: { ...Object.fromEntries(values), 'worlds.count': fits.length },
  };
}

function fitWorlds({ pool }: Workshop, design: StudyDesign): Promise<readonly WorldFits[]> {
  const fits: WorldFits[] = [];
  const worlds = Array.from({ length: studyWorlds }, (_, world) => world);
  return new Promise((resolve, reject) => {
    runStudy(pool, design, worlds, {
      onWorld: (one) => fits.push(one),
      onEnd: (end) =>
        end.kind === 'done'
          ? resolve(fits.toSorted((a, b) => a.world - b.world))
          : reject(new Error(`the study of the build ended as ${end.kind}`)),
    });
  });
}
