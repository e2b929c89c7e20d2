// Leave-one-out scores of a model along its knob: exact ones by quadrature, and beside them what PSIS makes of a fit at each knob.
import { inquire } from '../inquiry';
import type { EndedInquiry, InquiryPlan } from '../inquiry';
import type { RunKey } from '../key';
import type { Pool, Priority } from '../pool';
import type { Failure } from '../protocol';
import { paretoKThreshold } from '../../stats/psis';
import type { CurveSubject, FitPoint, LeftOut } from './fit-score';

export type { CurveSubject, FitPoint, FitScore, LeftOut } from './fit-score';

export type ExactPoint = Readonly<Record<LeftOut, number>>;

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
  const fit = (): void =>
    keys.forEach(({ key }, at) => ask(fitPlan(key, subject), (scores) => place(at, { fit: scores })));
  keys.forEach(({ key }, at) =>
    ask(exactPlan(key, subject), (exact) => {
      place(at, { exact });
      if (done === keys.length) fit();
    }),
  );
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

function exactPlan({ source, knobs }: RunKey, { observed, index, parameter }: CurveSubject): InquiryPlan<ExactPoint> {
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
      return { cluster: clusters.elpd.reduce((sum, one) => sum + one, 0), trial };
    },
  };
}

function fitPlan({ source, knobs, seed, chains, settings }: RunKey, subject: CurveSubject): InquiryPlan<FitPoint> {
  return {
    source,
    questions: [(model) => ({ kind: 'fit score', model, knobs, seed, chains, settings, subject })],
    conclude: ([answer]) => {
      if (answer.kind !== 'fit score')
        throw new Error(`an answer of kind ${answer.kind} to a question of a fit's scores`);
      return answer.point;
    },
  };
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
