// The appendix: the ground under the particle, the first flick, a wandering in the funnel, and two warm-ups.
import type { Draws } from '../../src/engine/draws';
import { answered } from '../../src/engine/inquiry';
import type { QuestionFor } from '../../src/engine/inquiry';
import { lectureSettings } from '../../src/engine/lecture-run';
import { firstFlick, firstStep, flickAlgorithm, wanderings } from '../../src/engine/trajectories/asked';
import { funnelPlane, groundSource, grounds } from '../../src/engine/trajectories/grounds';
import type { GroundName } from '../../src/engine/trajectories/grounds';
import type { Plane } from '../../src/engine/trajectories/plane';
import type { Grid } from '../../src/engine/trajectories/terrain';
import type { Trajectory } from '../../src/engine/trajectories/trajectory';
import type { Wandering } from '../../src/engine/trajectories/wander';
import type { Warmup } from '../../src/engine/trajectories/warmup';
import type { Answer } from '../../src/engine/questions';
import { log } from '../../src/math/log';
import type { ScheduleKind } from '../../src/sampler/settings';
import { contourLines, enclosingLevels } from '../../src/stats/contours';
import type { HeightGrid, Line } from '../../src/stats/contours';
import { fitMultilevel } from './multilevel';
import type { Story, Workshop } from './workshop';

export interface Contour {
  /** How much of the density lies within. */
  readonly share: number;
  readonly lines: readonly Line[];
}

export interface SamplerStory {
  readonly plane: Plane;
  readonly contours: Readonly<Record<GroundName, readonly Contour[]>>;
  /** The least potential energy on each ground: minus its highest log density. */
  readonly bottoms: Readonly<Record<GroundName, number>>;
  readonly flick: Trajectory;
  readonly wandering: Wandering;
  readonly warmups: Readonly<Record<ScheduleKind, Warmup>>;
}

const shares = [0.1, 0.3, 0.5, 0.7, 0.9, 0.99];

/** In the funnel far wider than the figure, so that shares are of the whole, and finest in the neck. */
const grids: Readonly<Record<GroundName, Grid>> = {
  frogs: { x: evenly(-2, 12, 141), y: evenly(0, 3, 121) },
  funnel: { x: evenly(-12, 12, 601).map((u) => 1e-3 * Math.sinh(u)), y: evenly(-6, 6, 121) },
};

/**
 * Values: `sampler.narrow` and `sampler.long`, the standard deviations of the slice along alpha_bar and along the tank; `sampler.limit`, twice
 * the narrow one; `sampler.funnel.divergences` in `sampler.funnel.draws`, `sampler.funnel.below`, those of them with v below -1;
 * `sampler.fast.stepSize`, `.gradients`, and the same of `sampler.stan`.
 */
export async function sampler(workshop: Workshop): Promise<Story<SamplerStory>> {
  const { derived: held } = await fitMultilevel(workshop, meansOf);
  const plane: Plane = { held, axes: [1, 48] };
  const planes = { frogs: plane, funnel: funnelPlane };
  const ask = async (ground: GroundName, question: QuestionFor): Promise<Answer> => {
    const source = groundSource(ground, workshop.frogs);
    const plan = { source, questions: [question], conclude: ([answer]: readonly Answer[]) => answer };
    const state = await answered(workshop.pool, plan);
    if (state.kind !== 'done') throw new Error(`a question of the appendix ended as ${state.kind}`);
    return state.value;
  };
  const heights = async (ground: GroundName): Promise<HeightGrid> => {
    const grid = grids[ground];
    const answer = await ask(ground, (model) => ({ kind: 'terrain', model, knobs: {}, plane: planes[ground], grid }));
    return { ...grid, values: taken(answer, 'terrain').values };
  };
  const warmup = async (schedule: ScheduleKind): Promise<Warmup> => {
    const settings = { ...lectureSettings, schedule };
    const coordinates = [...plane.axes, 49];
    const answer = await ask('frogs', (model) => ({
      kind: 'warm-up',
      model,
      knobs: {},
      settings,
      seed: 1,
      chain: 0,
      coordinates,
    }));
    return shortWarmup(taken(answer, 'warm-up').warmup);
  };
  const [frogs, funnel, fast, stan, flicked, wandered] = await Promise.all([
    heights('frogs'),
    heights('funnel'),
    warmup('fast'),
    warmup('stan'),
    ask('frogs', (model) => firstFlick(model, plane)),
    ask('funnel', (model) => wanderings(model, firstStep, 1)),
  ]);
  const wandering = taken(wandered, 'wandering').wandering;
  const broke = Array.from(wandering.broke).filter((_, k) => k % 2 === 1);
  const [long, narrow] = spreads(frogs);
  return {
    shown: {
      plane,
      contours: { frogs: contoursOf('frogs', frogs), funnel: contoursOf('funnel', funnel) },
      bottoms: { frogs: round(-highest(frogs)), funnel: round(-highest(funnel)) },
      flick: shortTrajectory(taken(flicked, 'trajectories').trajectories[0]),
      wandering: { draws: rounded(wandering.draws), broke: rounded(wandering.broke) },
      warmups: { fast, stan },
    },
    values: {
      'sampler.narrow': narrow,
      'sampler.long': long,
      'sampler.limit': 2 * narrow,
      'sampler.step': flickAlgorithm.stepSize,
      'sampler.funnel.divergences': broke.length,
      'sampler.funnel.draws': wandering.draws.length / 2,
      'sampler.funnel.below': broke.filter((v) => v < -1).length,
      'sampler.fast.stepSize': fast.stepSize,
      'sampler.fast.gradients': fast.gradients,
      'sampler.stan.stepSize': stan.stepSize,
      'sampler.stan.gradients': stan.gradients,
    },
  };
}

function taken<K extends Answer['kind']>(answer: Answer, kind: K): Extract<Answer, { kind: K }> {
  const isOf = (given: Answer): given is Extract<Answer, { kind: K }> => given.kind === kind;
  if (!isOf(answer)) throw new Error(`an answer of kind ${answer.kind} to a question of ${kind}`);
  return answer;
}

/** Posterior means on the unconstrained scale: of sigma, the logarithm of its mean. */
function meansOf({ parameters: { elements, chains } }: Draws): number[] {
  return elements.map((name, k) => {
    const draws = chains.flatMap((chain) => Array.from(chain).filter((_, at) => at % elements.length === k));
    const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
    return round(name === 'sigma' ? log(mean) : mean);
  });
}

function contoursOf(ground: GroundName, grid: HeightGrid): Contour[] {
  const levels = enclosingLevels(grid, shares);
  return shares.map((share, k) => ({
    share,
    lines: contourLines(grid, levels[k]).flatMap((line) => seen(ground, line)),
  }));
}

/** The parts of a line in the figure, without points too close to be told apart. */
function seen(ground: GroundName, line: Line): Line[] {
  const { x, y } = grounds[ground];
  const [width, height] = [x[1] - x[0], y[1] - y[0]];
  const parts: (readonly [number, number])[][] = [[]];
  line.forEach(([a, b], k) => {
    const part = parts[parts.length - 1];
    const inside = a > x[0] - width / 5 && a < x[1] + width / 5 && b > y[0] - height / 5 && b < y[1] + height / 5;
    if (!inside) {
      if (part.length > 0) parts.push([]);
      return;
    }
    const last = part.at(-1);
    const far = last === undefined || Math.hypot((a - last[0]) / width, (b - last[1]) / height) > 0.012;
    if (far || k === line.length - 1) part.push([round(a), round(b)]);
  });
  return parts.filter((part) => part.length > 1);
}

function highest({ values }: Pick<HeightGrid, 'values'>): number {
  return Array.from(values).reduce((most, value) => Math.max(most, value), -Infinity);
}

/** Standard deviations along x and y, by the sum over an even grid. */
function spreads({ x, y, values }: HeightGrid): [number, number] {
  const top = highest({ values });
  const weights = Array.from(values, (value) => Math.exp(value - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sd = (place: (k: number) => number): number => {
    const mean = weights.reduce((sum, weight, k) => sum + weight * place(k), 0) / total;
    return Math.sqrt(weights.reduce((sum, weight, k) => sum + weight * (place(k) - mean) ** 2, 0) / total);
  };
  return [sd((k) => x[k % x.length]), sd((k) => y[Math.floor(k / x.length)])];
}

function shortTrajectory(one: Trajectory): Trajectory {
  const { positions, momenta, energies, times, doublings } = one;
  return {
    ...one,
    positions: rounded(positions, 1e6),
    momenta: rounded(momenta, 1e6),
    energies: rounded(energies, 1e6),
    times: Array.from(times),
    doublings: Array.from(doublings),
  };
}

function shortWarmup(one: Warmup): Warmup {
  const short = (values: ArrayLike<number>): number[] => Array.from(values, (value) => Number(value.toPrecision(3)));
  return {
    ...one,
    stepSizes: short(one.stepSizes),
    acceptanceRates: rounded(one.acceptanceRates, 100),
    scales: one.scales.map(short),
  };
}

function rounded(values: ArrayLike<number>, units = 1000): number[] {
  return Array.from(values, (value) => round(value, units));
}

function round(value: number, units = 1000): number {
  return Math.round(value * units) / units;
}

function evenly(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));
}
