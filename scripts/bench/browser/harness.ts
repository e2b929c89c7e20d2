// Loaded into a page of the site that has no policy: the naive gradient and exact scores, by the browser's own engine.
import { answered } from '../../../src/engine/inquiry';
import type { InquiryPlan } from '../../../src/engine/inquiry';
import type { ModelSource, RunKey } from '../../../src/engine/key';
import { createPool } from '../../../src/engine/pool';
import type { Pool } from '../../../src/engine/pool';
import { prepareModel } from '../../../src/engine/prepare';
import type { FromWorker } from '../../../src/engine/protocol';
import { finishRun } from '../../../src/engine/run';
import { exactLooPlan, quadraturePlan } from '../../../src/engine/scores/exact-loo';
import type { Result } from '../../../src/lang/result';
import type { LogDensity } from '../../../src/sampler/target';
import { naiveGradient } from '../naive';

export interface Harness {
  /** Runs each function long enough to be timed, in turn, between marks of the names `naive` and `compiled`. Returns calls a stretch. */
  readonly timeGradients: (
    id: string,
    source: ModelSource,
    positions: readonly (readonly number[])[],
    rounds: number,
  ) => number;
  /** Milliseconds for the exact leave-one-out scores of every level of `index`. */
  readonly exactLoo: (worker: string, key: RunKey, index: string, parameter: string) => Promise<ExactTimes>;
}

export interface ExactTimes {
  readonly quadrature: number;
  readonly refits: number;
}

function timeGradients(
  id: string,
  source: ModelSource,
  positions: readonly (readonly number[])[],
  rounds: number,
): number {
  const prepared = prepareModel(source);
  if (!prepared.ok) throw new Error(prepared.errors.map(({ message }) => message).join(' '));
  const { compiled, target } = prepared.value;
  const naive = naiveGradient(id, compiled.bound);
  if (naive === null) throw new Error(`no naive gradient is written for ${id}`);
  const places = positions.map((position) => Float64Array.from(position));
  const gradient = new Float64Array(target.dimension);
  const call = (logDensity: LogDensity, count: number): void => {
    for (let k = 0; k < count; k++) logDensity(places[k % places.length], gradient);
  };
  let count = 1000;
  const stretch = (logDensity: LogDensity): number => {
    const began = performance.now();
    call(logDensity, count);
    return performance.now() - began;
  };
  // Doubling also warms both up.
  while (Math.min(stretch(naive), stretch(target.logDensity)) < 20) count *= 2;
  for (let round = 0; round < rounds; round++)
    for (const [name, logDensity] of [
      ['naive', naive],
      ['compiled', target.logDensity],
    ] as const) {
      performance.mark(name);
      call(logDensity, count);
      performance.mark(name);
    }
  return count;
}

async function exactLoo(worker: string, key: RunKey, index: string, parameter: string): Promise<ExactTimes> {
  const pool = createPool(() => open(worker), Math.max(1, navigator.hardwareConcurrency));
  const run = await finishRun(pool, key, { deterministics: false, probability: 0.89 });
  if (run.kind !== 'done') throw new Error(`the run ended as ${run.kind}`);
  const { warmup, draws } = key.settings;
  const units = { kind: 'levels', index } as const;
  const request = { units, integrate: parameter, warmup: Math.min(200, warmup), draws };
  const quadrature = await timed(pool, valueOf(quadraturePlan(key, index, parameter)));
  const refits = await timed(pool, valueOf(exactLooPlan(key, run.result.ends, request)));
  pool.close();
  return { quadrature, refits };
}

async function timed(pool: Pool, plan: InquiryPlan<unknown>): Promise<number> {
  const began = performance.now();
  const ended = await answered(pool, plan);
  if (ended.kind !== 'done') throw new Error(`the scores ended as ${ended.kind}`);
  return performance.now() - began;
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.errors.map(({ message }) => message).join(' '));
  return result.value;
}

function open(address: string): ReturnType<Parameters<typeof createPool>[0]> {
  const worker = new Worker(address, { type: 'module' });
  return {
    post: (message, transfer) => worker.postMessage(message, [...transfer]),
    listen: (onMessage, onCrash) => {
      worker.addEventListener('message', (event: MessageEvent<FromWorker>) => onMessage(event.data));
      worker.addEventListener('error', (event) => onCrash(event.message));
    },
    close: () => worker.terminate(),
  };
}

const harness: Harness = { timeGradients, exactLoo };
Object.assign(window, { tadpoleHarness: harness });
