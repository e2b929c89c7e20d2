// Leave-one-out scores of a model along its knob: exact ones by quadrature, and beside them what PSIS makes of a fit at each knob.
import { inquire } from '../inquiry';
import type { EndedInquiry, InquiryPlan } from '../inquiry';
import type { Draws } from '../draws';
import type { RunKey } from '../key';
import type { Pool, Priority } from '../pool';
import type { Failure } from '../protocol';
import { startRun } from '../run';
import type { RunOptions } from '../run';
import { loo } from '../../stats/loo';
import { paretoKThreshold } from '../../stats/psis';
import { rowScorePlan } from './loo';

/** What is left out at a time: a cluster with its one row, or one trial of that row. */
export type LeftOut = 'cluster' | 'trial';

export type ExactPoint = Readonly<Record<LeftOut, number>>;

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

/** A place on the curve; `exact` and `fit` are null until they are there. */
export interface CurvePoint {
  readonly knob: number;
  readonly exact: ExactPoint | null;
  readonly fit: FitPoint | null;
}

export interface Curve {
  readonly points: readonly CurvePoint[];
  /** Up to where a k may go for PSIS to be relied on. */
  readonly threshold: number;
}

export type CurveState =
  | { readonly kind: 'working'; readonly curve: Curve; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly curve: Curve }
  | { readonly kind: 'failed'; readonly message: string };

/** A model whose rows of `observed` are counts out of trials, one for each level of `index`, with `parameter` of that level alone. */
export interface CurveSubject {
  readonly observed: string;
  readonly index: string;
  readonly parameter: string;
  /** The deterministic quantity that is a row's chance of success. */
  readonly chance: string;
}

const fitOptions: Omit<RunOptions, 'priority'> = {
  depth: 'draws',
  probability: 0.89,
  deterministics: true,
  warmStarts: null,
  batch: 250,
};

/**
 * Computes the curve at the knobs of `keys`, all exact scores before the first fit. The same keys give the same curve to the bit, in
 * whatever order the answers come. `listener` hears each point. Returns the function that stops.
 */
export function scoreCurve(
  pool: Pool,
  keys: readonly { readonly knob: number; readonly key: RunKey }[],
  subject: CurveSubject,
  priority: Priority,
  listener: (state: CurveState) => void,
): () => void {
  const stops: (() => void)[] = [];
  let points: readonly CurvePoint[] = keys.map(({ knob }) => ({ knob, exact: null, fit: null }));
  const counts: (TrialCounts | null)[] = keys.map(() => null);
  const threshold = paretoKThreshold(keys.reduce((_, { key }) => key.chains * key.settings.draws, 0));
  const of = 2 * keys.length;
  let done = 0;
  let over = false;
  const stop = (): void => {
    over = true;
    for (const one of stops) one();
  };
  const fail = (message: string): void => {
    if (over) return;
    stop();
    listener({ kind: 'failed', message });
  };
  const place = (at: number, part: Partial<CurvePoint>): void => {
    if (over) return;
    points = points.map((point, k) => (k === at ? { ...point, ...part } : point));
    done++;
    const curve = { points, threshold };
    listener(done === of ? { kind: 'done', curve } : { kind: 'working', curve, done, of });
  };
  const ask = <A>(plan: InquiryPlan<A>, then: (value: A) => void): void => {
    stops.push(
      inquire(pool, plan, priority, (state) => {
        if (over || state.kind === 'working') return;
        if (state.kind === 'done') then(state.value);
        else if (state.kind !== 'cancelled') fail(reasonOf(state));
      }),
    );
  };
  let next = 0;
  const startNext = (): void => {
    if (over || next >= keys.length) return;
    const at = next++;
    const { key } = keys[at];
    const cancel = startRun(pool, key, { ...fitOptions, priority }, (run) => {
      if (run.kind === 'failed') fail(failureText(run.failure));
      if (run.kind !== 'done') return;
      const { draws } = run.result;
      const trials = counts[at];
      if (trials === null) throw new Error('a fit came before the counts of its data');
      ask(rowScorePlan(key, draws, subject.observed, trials.successes.length), (rows) => {
        const cluster = {
          psis: rows.loo.elpd_loo,
          seen: rows.loo.elpd_loo + rows.loo.p_loo,
          paretoK: Array.from(rows.unitOfRow, (unit) => threeDecimals(rows.loo.units[unit].pareto_k)),
        };
        ask(trialPlan(draws, subject.chance, trials), (trial) => {
          startNext();
          place(at, { fit: { cluster, trial } });
        });
      });
    });
    stops.push(cancel);
  };
  let asked = keys.length;
  keys.forEach(({ key }, at) => {
    ask(exactPlan(key, subject), ({ point, trials }) => {
      counts[at] = trials;
      place(at, { exact: point });
      asked--;
      // As many fits at once as keep every worker busy.
      if (asked === 0) for (let k = 0; k < Math.ceil(pool.size / key.chains) + 1; k++) startNext();
    });
  });
  return stop;
}

/** A curve to its end. */
export function wholeCurve(
  pool: Pool,
  keys: readonly { readonly knob: number; readonly key: RunKey }[],
  subject: CurveSubject,
): Promise<Curve> {
  return new Promise((resolve, reject) => {
    scoreCurve(pool, keys, subject, 'figure', (state) => {
      if (state.kind === 'done') resolve(state.curve);
      if (state.kind === 'failed') reject(new Error(state.message));
    });
  });
}

/** One entry a level. */
interface TrialCounts {
  readonly successes: Float64Array;
  readonly failures: Float64Array;
}

function exactPlan(
  { source, knobs }: RunKey,
  { observed, index, parameter }: CurveSubject,
): InquiryPlan<{ readonly point: ExactPoint; readonly trials: TrialCounts }> {
  return {
    source,
    questions: [
      (model) => ({ kind: 'quadrature', model, knobs, parameter }),
      (model) => ({ kind: 'left-out trials', model, knobs, observed, index, parameter }),
    ],
    conclude: ([clusters, trials]) => {
      if (clusters.kind !== 'quadrature' || trials.kind !== 'left-out trials')
        throw new Error(`answers of kind ${clusters.kind} and ${trials.kind} to questions of exact scores`);
      const { success, failure, successes, failures } = trials;
      const trial = success.reduce((sum, one, k) => sum + successes[k] * one + failures[k] * failure[k], 0);
      return {
        point: { cluster: clusters.elpd.reduce((sum, one) => sum + one, 0), trial },
        trials: { successes, failures },
      };
    },
  };
}

/** PSIS of single trials: those of a row that ended alike are one unit, counted as often as there are. */
function trialPlan(draws: Draws, chance: string, { successes, failures }: TrialCounts): InquiryPlan<FitScore> {
  const variable = draws.deterministics.variables.find(({ name }) => name === chance);
  if (variable === undefined) throw new Error(`the draws have no ${chance}`);
  const units = Array.from({ length: successes.length }, (_, row) => [
    { row, success: true, count: successes[row] },
    { row, success: false, count: failures[row] },
  ])
    .flat()
    .filter(({ count }) => count > 0);
  const { chains, elements } = draws.deterministics;
  return {
    source: null,
    questions: [
      () => ({
        kind: 'score trials',
        chains,
        width: elements.length,
        trials: units.map(({ row, success }) => ({ element: variable.offset + row, success })),
      }),
    ],
    conclude: ([answer]) => {
      if (answer.kind !== 'scores') throw new Error(`an answer of kind ${answer.kind} to a question of scores`);
      const scores = answer.scores.loo.units;
      const all = loo(
        scores,
        units.map(({ count }) => count),
      );
      const paretoK = Array.from({ length: successes.length }, (_, row) =>
        largest(scores.filter((__, k) => units[k].row === row).map((score) => score.pareto_k)),
      );
      return { psis: all.elpd_loo, seen: all.elpd_loo + all.p_loo, paretoK };
    },
  };
}

function largest(values: readonly (number | null)[]): number | null {
  const known = values.flatMap((value) => value ?? []);
  return known.length === values.length ? threeDecimals(Math.max(...known)) : null;
}

function threeDecimals(k: number | null): number | null {
  return k === null || !Number.isFinite(k) ? null : Math.floor(1000 * k + 0.5) / 1000;
}

function reasonOf(state: Extract<EndedInquiry<unknown>, { kind: 'refused' | 'failed' }>): string {
  return state.kind === 'refused' ? state.message : failureText(state.failure);
}

function failureText(failure: Failure): string {
  switch (failure.kind) {
    case 'model':
      return failure.errors[0].message;
    case 'start':
    case 'bug':
      return failure.message;
  }
}
