// What PSIS makes of a fit, worked out in the worker that draws it: chains come and go there, and only scores are sent.
import { exp } from '../../math/exp';
import { log } from '../../math/log';
import { randomStream } from '../../math/random';
import type { SamplerSettings } from '../../sampler/settings';
import { likelihoodFacts, loo, looUnit, looUnitOfLikelihoods } from '../../stats/loo';
import type { LooUnit } from '../../stats/loo';
import { chainStream } from '../chain-stream';
import { drawChain } from '../draw-chain';
import type { DrawnChain } from '../draw-chain';
import type { PreparedModel } from '../prepare';
import type { Answer } from '../questions';
import { rowsByLevel } from './trials';
import type { CountedRow } from './trials';

/** What is left out at a time: a cluster with its one row, or one trial of that row. */
export type LeftOut = 'cluster' | 'trial';

/** A model whose rows of `observed` are counts out of trials, one for each level of `index`, with `parameter` of that level alone. */
export interface CurveSubject {
  readonly observed: string;
  readonly index: string;
  readonly parameter: string;
  /** The deterministic quantity that is a row's chance of success. */
  readonly chance: string;
}

/** The fit of a run key and its scores. */
export interface FitScoreQuestion {
  readonly kind: 'fit score';
  readonly model: number;
  readonly knobs: Readonly<Record<string, number>>;
  readonly seed: number;
  readonly chains: number;
  readonly settings: SamplerSettings;
  readonly subject: CurveSubject;
}

/** From the draws of one fit, in units of log predictive density. */
export interface FitScore {
  /** PSIS's estimate of the left-out score. */
  readonly psis: number;
  /** The score of the same data with nothing left out. */
  readonly seen: number;
  /** Pareto k to three decimals, one a cluster, the larger of its trials'; null where there is no telling. */
  readonly paretoK: readonly (number | null)[];
}

export type FitPoint = Readonly<Record<LeftOut, FitScore>>;

/** Between two chains `goOn` lets messages in, and says whether to go on. Null where it is not to. */
export async function scoreFit(
  question: FitScoreQuestion,
  model: PreparedModel,
  goOn: () => Promise<boolean>,
): Promise<Answer | null> {
  const { seed, settings, subject } = question;
  const found = rowsByLevel(subject, model);
  if (typeof found === 'string') return { kind: 'refused', message: found };
  const chains: DrawnChain[] = [];
  for (let chain = 0; chain < question.chains; chain++) {
    if (chain > 0 && !(await goOn())) return null;
    model.setKnobs(question.knobs);
    const plan = { settings, warmStart: null, deterministics: true };
    const drawn = drawChain(model, plan, randomStream(seed, chainStream, chain));
    if (drawn === null) return { kind: 'refused', message: 'A chain found no point to start from.' };
    chains.push(drawn);
  }
  const cluster = scoreClusters(found.rows, chains, subject, model);
  const trial = scoreRowTrials(found.rows, chains, subject, model);
  return { kind: 'fit score', point: { cluster, trial } };
}

/** The score of a unit, and how many observations it stands for. */
interface Unit {
  readonly score: LooUnit;
  readonly count: number;
}

function scoreClusters(
  rows: readonly CountedRow[],
  chains: readonly DrawnChain[],
  { observed }: CurveSubject,
  model: PreparedModel,
): FitScore {
  const { compiled, instance } = model.simulator();
  const layout = compiled.pointwise.find(({ name }) => name === observed);
  if (layout === undefined) throw new Error(`${observed} has no likelihood`);
  const width = model.layout.parameterElements.length;
  const draws = chains[0].parameters.length / width;
  const likelihood = instance.logLikelihood[observed];
  const out = new Float64Array(layout.cells);
  const columns = rows.map(() => new Float64Array(chains.length * draws));
  const cells = rows.map(({ row }) => layout.cellOfRow[row]);
  chains.forEach(({ parameters }, chain) => {
    for (let draw = 0; draw < draws; draw++) {
      likelihood(parameters.subarray(draw * width, (draw + 1) * width), out);
      for (let k = 0; k < cells.length; k++) columns[k][chain * draws + draw] = exp(out[cells[k]]);
    }
  });
  return scoreOf(columns.map((column) => [{ score: scoreColumn(column, draws), count: 1 }]));
}

/** Trials of a row that ended alike are one unit, counted as often as there are. */
function scoreRowTrials(
  rows: readonly CountedRow[],
  chains: readonly DrawnChain[],
  { chance }: CurveSubject,
  { layout }: PreparedModel,
): FitScore {
  const variable = layout.deterministics.find(({ name }) => name === chance);
  if (variable === undefined) throw new Error(`the model has no ${chance}`);
  const width = layout.deterministicElements.length;
  const draws = chains[0].deterministics.length / width;
  const column = new Float64Array(chains.length * draws);
  const unit = (row: number, count: number, likelihood: (p: number) => number): Unit[] => {
    if (count === 0) return [];
    let at = 0;
    for (const { deterministics } of chains)
      for (let place = variable.offset + row; place < deterministics.length; place += width)
        column[at++] = likelihood(deterministics[place]);
    return [{ score: scoreColumn(column, draws), count }];
  };
  return scoreOf(
    rows.map(({ row, successes, trials }) => [
      ...unit(row, successes, (p) => p),
      ...unit(row, trials - successes, (p) => 1 - p),
    ]),
  );
}

/** `column`: a unit's likelihood at every draw, chain after chain. */
function scoreColumn(column: Float64Array, draws: number): LooUnit {
  const quick = looUnitOfLikelihoods(column, draws);
  if (quick !== null) return quick;
  const logs = column.map(log);
  const chains = Array.from({ length: column.length / draws }, (_, k) => logs.subarray(k * draws, (k + 1) * draws));
  return looUnit(logs, likelihoodFacts(chains));
}

/** `units`: of each row. */
function scoreOf(units: readonly (readonly Unit[])[]): FitScore {
  const all = units.flat();
  const { elpd_loo: psis, p_loo: strain } = loo(
    all.map(({ score }) => score),
    all.map(({ count }) => count),
  );
  return { psis, seen: psis + strain, paretoK: units.map((row) => largest(row.map(({ score }) => score.pareto_k))) };
}

function largest(values: readonly (number | null)[]): number | null {
  const known = values.flatMap((value) => value ?? []);
  return known.length === values.length ? threeDecimals(Math.max(...known)) : null;
}

function threeDecimals(k: number): number | null {
  return Number.isFinite(k) ? Math.floor(1000 * k + 0.5) / 1000 : null;
}
