// A world whose truth is known: 48 tanks simulated from the model, then estimated with partial and with no pooling.
import { mean } from '../math/arrays';
import { invLogit } from '../math/logistic';
import { lectureModels } from '../models';
import type { LectureModel } from '../models';
import { pool as pooled } from '../stats/chains';
import type { Table } from './dataset';
import { column } from './draws';
import type { Draws } from './draws';
import { inquire } from './inquiry';
import type { RunKey } from './key';
import { lectureKey, lectureSettings, lectureSources } from './lecture-run';
import type { LectureSources } from './lecture-run';
import type { Pool, Priority } from './pool';
import { startRun } from './run';
import type { Run } from './run';
import { priorPlan } from './simulations';

/** One entry a tank; proportions but for `survived`. */
export interface HiddenWorld {
  readonly seed: number;
  readonly survived: readonly number[];
  readonly truth: readonly number[];
  /** Posterior means of survival. */
  readonly partial: readonly number[];
  readonly none: readonly number[];
}

/** How much the tanks of these worlds differ, in log-odds: about as much as the frogs'. Their middle is drawn from its prior. */
export const worldSigma = 1.6;

/** A posterior mean needs no more. */
const settings = { ...lectureSettings, warmup: 300, draws: 250 };

function sourcesOf(id: string, table: Table): LectureSources {
  const model: LectureModel | undefined = lectureModels.get(id);
  if (model === undefined) throw new Error(`there is no model ${id}`);
  return lectureSources(model, table);
}

/** Simulates the world of `seed` with the tanks of `frogs`, and fits it. `done` hears it, or null when it failed or was stopped. Returns the function that stops it. */
export function startHiddenWorld(
  pool: Pool,
  frogs: Table,
  seed: number,
  priority: Priority,
  done: (world: HiddenWorld | null) => void,
): () => void {
  const { centered: source } = sourcesOf('frogs-fixed-sigma', frogs);
  const stops: (() => void)[] = [];
  let over = false;
  const finish = (world: HiddenWorld | null): void => {
    if (over) return;
    over = true;
    for (const stop of stops) stop();
    done(world);
  };
  const fit = (survived: readonly number[], truth: readonly number[]): void => {
    const estimates: (readonly number[] | null)[] = [null, null];
    ['frogs-multilevel', 'frogs-no-pooling'].forEach((id, which) => {
      const key: RunKey = { ...lectureKey(sourcesOf(id, { ...frogs, survived }), {}, seed), settings };
      const hear = (run: Run): void => {
        if (run.kind === 'failed' || run.kind === 'cancelled') return finish(null);
        if (run.kind !== 'done') return;
        estimates[which] = survivalMeans(run.result.draws);
        const [partial, none] = estimates;
        if (partial !== null && none !== null) finish({ seed, survived, truth, partial, none });
      };
      stops.push(startRun(pool, key, { ...runOptions, priority }, hear));
    });
  };
  const plan = priorPlan({ source, knobs: { sigma: worldSigma }, seed, chains: 1, draws: 1 });
  stops.push(
    inquire(pool, plan, priority, (state) => {
      if (state.kind === 'working') return;
      if (state.kind !== 'done') return finish(null);
      const { parameters, outcomes } = state.value;
      const truth = parameters.elements.flatMap((name, k) =>
        name.startsWith('alpha[') ? [invLogit(parameters.chains[0][k])] : [],
      );
      fit(Array.from(outcomes.chains[0]), truth);
    }),
  );
  return () => finish(null);
}

const runOptions = {
  depth: 'draws',
  probability: 0.89,
  deterministics: true,
  warmStarts: null,
  batch: 550,
} as const;

function survivalMeans({ deterministics }: Draws): readonly number[] {
  const variable = deterministics.variables.find(({ name }) => name === 'p');
  if (variable === undefined) throw new Error('the model has no p');
  return Array.from({ length: variable.size }, (_, k) => mean(pooled(column(deterministics, variable.offset + k))));
}

export interface WorldErrors {
  /** Root mean square distance of the estimates from the truth, as proportions: what a posterior mean is made to keep small. */
  readonly partial: number;
  readonly none: number;
  /** Tanks in which no pooling came closer. */
  readonly lost: number;
}

export function errorsOf({ truth, partial, none }: HiddenWorld): WorldErrors {
  const off = (estimates: readonly number[]): number[] => estimates.map((value, tank) => Math.abs(value - truth[tank]));
  const [ours, theirs] = [off(partial), off(none)];
  const size = (errors: readonly number[]): number => Math.sqrt(mean(errors.map((error) => error * error)));
  return { partial: size(ours), none: size(theirs), lost: ours.filter((error, tank) => error > theirs[tank]).length };
}
