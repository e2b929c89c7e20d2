// The pool: who runs when, and what is heard of tasks that are withdrawn, crash or outlive it.
import { beforeEach, describe, expect, it } from 'vitest';
import type { ModelSource } from '../../src/engine/key';
import { createPool } from '../../src/engine/pool';
import type { Pool, Priority } from '../../src/engine/pool';
import type { FromWorker, Work } from '../../src/engine/protocol';
import { fakeWorkers } from './fake-port';
import type { FakeWorker } from './fake-port';

const nothing = { variables: [], elements: [], chains: [] };
const work: Work = {
  kind: 'summarize',
  parameters: nothing,
  deterministics: nothing,
  statistics: [],
  probability: 0.89,
  depth: 'estimates',
  maxTreeDepth: null,
  lent: false,
};
const ended = (task: number): FromWorker => ({
  kind: 'summary',
  task,
  summary: { depth: 'estimates', probability: 0.89, parameters: [], deterministics: [] },
  draws: { parameters: nothing, deterministics: nothing, statistics: [] },
});
const cancelled = (task: number): FromWorker => ({ kind: 'cancelled', task });
const source = (): ModelSource => ({
  text: '',
  roles: { observed: [], data: [], knobs: [] },
  data: {},
  noncentered: [],
});

let workers: readonly FakeWorker[];
let pool: Pool;
/** What listeners heard, as 'name kind', in order. */
let heard: string[];

function open(size: number): void {
  const fake = fakeWorkers();
  workers = fake.workers;
  pool = createPool(fake.openPort, size);
}

/** Submits a task; the pool numbers tasks from 1 in this order. */
function submit(name: string, priority: Priority = 'figure', model: ModelSource | null = null): () => void {
  return pool.submit({
    source: model,
    priority,
    work: () => work,
    listener: (message) => heard.push(`${name} ${message.kind}`),
  });
}

beforeEach(() => {
  heard = [];
});

describe('the queue', () => {
  beforeEach(() => open(1));

  it('opens no worker before there is work, and no more than its size', () => {
    expect(workers).toHaveLength(0);
    submit('a');
    submit('b');
    expect(workers).toHaveLength(1);
    open(3);
    for (const name of ['a', 'b', 'c', 'd']) submit(name);
    expect(workers.map((worker) => worker.started())).toEqual([[1], [2], [3]]);
  });

  it('gives a worker one task at a time', () => {
    submit('a');
    submit('b');
    expect(workers[0].started()).toEqual([1]);
    workers[0].say(ended(1));
    expect(workers[0].started()).toEqual([1, 2]);
  });

  it('takes previews first, then figures, then the background, each in the order of submission', () => {
    submit('running', 'background');
    submit('background 1', 'background');
    submit('figure 1', 'figure');
    submit('preview 1', 'preview');
    submit('figure 2', 'figure');
    submit('preview 2', 'preview');
    submit('background 2', 'background');
    for (let task = 1; task <= 7; task++) workers[0].say(ended(workers[0].started().at(-1) ?? 0));
    expect(workers[0].started()).toEqual([1, 4, 6, 3, 5, 2, 7]);
    expect(heard.map((line) => line.replace(' summary', ''))).toEqual([
      'running',
      'preview 1',
      'preview 2',
      'figure 1',
      'figure 2',
      'background 1',
      'background 2',
    ]);
  });

  it('starts what a listener submits when its task ends', () => {
    pool.submit({ source: null, priority: 'figure', work: () => work, listener: () => submit('next') });
    workers[0].say(ended(1));
    expect(workers[0].started()).toEqual([1, 2]);
  });
});

describe('withdrawing', () => {
  beforeEach(() => open(1));

  it('drops a queued task, which never reaches a worker', () => {
    submit('a');
    const withdraw = submit('b');
    submit('c');
    withdraw();
    expect(heard).toEqual(['b cancelled']);
    workers[0].say(ended(1));
    expect(workers[0].started()).toEqual([1, 3]);
    withdraw();
    expect(heard).toEqual(['b cancelled', 'a summary']);
  });

  it('asks the worker of a running task to stop, and waits for its word before the next', () => {
    const withdraw = submit('a');
    submit('b');
    withdraw();
    expect(workers[0].received.at(-1)).toEqual({ kind: 'cancel', task: 1 });
    expect(heard).toEqual([]);
    expect(workers[0].started()).toEqual([1]);
    workers[0].say(cancelled(1));
    expect(heard).toEqual(['a cancelled']);
    expect(workers[0].started()).toEqual([1, 2]);
  });

  it('does nothing to a task that is over', () => {
    const withdraw = submit('a');
    workers[0].say(ended(1));
    const before = workers[0].received.length;
    withdraw();
    expect(workers[0].received).toHaveLength(before);
    expect(heard).toEqual(['a summary']);
  });
});

describe('the end of a task', () => {
  beforeEach(() => open(2));

  it('is the last that its listener hears', () => {
    submit('a');
    workers[0].say(ended(1));
    workers[0].say(ended(1));
    workers[0].say(cancelled(1));
    expect(heard).toEqual(['a summary']);
  });

  it('comes from its own worker alone', () => {
    submit('a');
    submit('b');
    workers[1].say(ended(1));
    expect(heard).toEqual([]);
  });
});

describe('a crash', () => {
  beforeEach(() => open(1));

  it('fails its task, and a new worker takes the next one', () => {
    const model = source();
    submit('a', 'figure', model);
    submit('b', 'figure', model);
    workers[0].crash('out of memory');
    expect(heard).toEqual(['a failed']);
    expect(workers[0].closed).toBe(true);
    expect(workers).toHaveLength(2);
    expect(workers[1].received.map(({ kind }) => kind)).toEqual(['load', 'start']);
    expect(workers[1].started()).toEqual([2]);
    workers[0].say(ended(2));
    expect(heard).toEqual(['a failed']);
    workers[1].say(ended(2));
    expect(heard).toEqual(['a failed', 'b summary']);
  });

  it('of an idle worker fails nothing', () => {
    submit('a');
    workers[0].say(ended(1));
    workers[0].crash('gone');
    submit('b');
    expect(workers[1].started()).toEqual([2]);
    expect(heard).toEqual(['a summary']);
  });

  it('carries its message', () => {
    const failures: FromWorker[] = [];
    pool.submit({ source: null, priority: 'figure', work: () => work, listener: (message) => failures.push(message) });
    workers[0].crash('out of memory');
    expect(failures).toEqual([{ kind: 'failed', task: 1, failure: { kind: 'bug', message: 'out of memory' } }]);
  });
});

describe('draws', () => {
  const [own, shared] = [new Float64Array(3), new Float64Array(4)];
  const summarize = (lent: boolean): void => {
    open(1);
    const parameters = { variables: [], elements: ['a'], chains: [own, shared] };
    pool.submit({
      source: null,
      priority: 'figure',
      work: () => ({ ...work, parameters, statistics: [shared], lent }),
      listener: () => undefined,
    });
  };

  it('that are lent are moved, each buffer once; others are copied', () => {
    summarize(true);
    expect(workers[0].moved).toEqual([own.buffer, shared.buffer]);
    summarize(false);
    expect(workers[0].moved).toEqual([]);
  });
});

describe('closing', () => {
  it('closes every worker and cancels what runs and what waits', () => {
    open(2);
    for (const name of ['a', 'b', 'c']) submit(name);
    pool.close();
    expect(workers.map((worker) => worker.closed)).toEqual([true, true]);
    expect(heard).toEqual(['a cancelled', 'b cancelled', 'c cancelled']);
  });

  it('is final: late messages and crashes go unheard, and no worker is opened', () => {
    open(1);
    submit('a');
    pool.close();
    workers[0].say(ended(1));
    workers[0].crash('closed');
    expect(heard).toEqual(['a cancelled']);
    expect(workers).toHaveLength(1);
  });
});

describe('models', () => {
  /** Load and forget messages as 'load 1', in order. */
  const traffic = (worker: FakeWorker): string[] =>
    worker.received.flatMap((message) =>
      message.kind === 'load' || message.kind === 'forget' ? [`${message.kind} ${message.model}`] : [],
    );
  const runAll = (sources: readonly ModelSource[]): void => {
    for (const model of sources) {
      submit('task', 'figure', model);
      workers[0].say(ended(workers[0].started().at(-1) ?? 0));
    }
  };

  beforeEach(() => open(1));

  it('are sent to a worker once', () => {
    const [a, b] = [source(), source()];
    runAll([a, b, a, b, b]);
    expect(traffic(workers[0])).toEqual(['load 1', 'load 2']);
  });

  it('are sent to each worker that needs them', () => {
    open(2);
    const model = source();
    submit('a', 'figure', model);
    submit('b', 'figure', model);
    expect(workers.map(traffic)).toEqual([['load 1'], ['load 1']]);
  });

  it('are forgotten when they have gone unused longest, and sent again when wanted', () => {
    const sources = Array.from({ length: 13 }, source);
    const twelve = sources.slice(0, 12);
    runAll(twelve);
    expect(traffic(workers[0])).toHaveLength(12);
    runAll([sources[0], sources[12]]);
    expect(traffic(workers[0]).slice(12)).toEqual(['load 13', 'forget 2']);
    runAll([sources[0], sources[1]]);
    expect(traffic(workers[0]).slice(14)).toEqual(['load 2', 'forget 3']);
  });
});
