// A fixed number of workers and a queue of tasks; each worker does one task at a time.
import type { ModelSource } from './key';
import type { Port } from './port';
import type { FromWorker, Work } from './protocol';

/** Lower runs first: what the reader's hand waits for, then what the page waits for, then the rest. */
export type Priority = 'preview' | 'figure' | 'background';
const rank: Record<Priority, number> = { preview: 0, figure: 1, background: 2 };

export interface Task {
  readonly work: (model: number) => Work;
  /** The model the worker needs; null when the work needs none. */
  readonly source: ModelSource | null;
  readonly priority: Priority;
  /** Called with each message until the one that ends the task. */
  readonly listener: (message: FromWorker) => void;
}

export interface Pool {
  readonly size: number;
  /** Queues a task; the returned function withdraws it, or asks its worker to stop. */
  readonly submit: (task: Task) => () => void;
  /** Ends all workers; queued and running tasks are told that they were cancelled. */
  readonly close: () => void;
}

interface Seat {
  port: Port;
  current: { id: number; task: Task } | null;
  /** Models this worker has compiled, oldest use first. */
  loaded: number[];
}

interface Queued {
  readonly id: number;
  readonly task: Task;
}

const loadedModels = 12;

export function createPool(openPort: () => Port, size: number): Pool {
  const models = new WeakMap<ModelSource, number>();
  let nextModel = 1;
  let nextTask = 1;
  let closed = false;
  const queue: Queued[] = [];
  const seats: Seat[] = [];

  const modelId = (source: ModelSource): number => {
    const known = models.get(source);
    if (known !== undefined) return known;
    models.set(source, nextModel);
    return nextModel++;
  };

  const open = (seat: Seat): void => {
    seat.port.listen(
      (message) => receive(seat, message),
      (message) => {
        if (closed) return;
        const { current } = seat;
        seat.port.close();
        seat.port = openPort();
        seat.current = null;
        seat.loaded = [];
        open(seat);
        current?.task.listener({ kind: 'failed', task: current.id, failure: { kind: 'bug', message } });
        dispatch();
      },
    );
  };

  const receive = (seat: Seat, message: FromWorker): void => {
    const { current } = seat;
    if (current === null || current.id !== message.task) return;
    if (endsTask(message)) seat.current = null;
    current.task.listener(message);
    if (endsTask(message)) dispatch();
  };

  const load = (seat: Seat, source: ModelSource): number => {
    const model = modelId(source);
    const place = seat.loaded.indexOf(model);
    if (place >= 0) seat.loaded.splice(place, 1);
    else seat.port.post({ kind: 'load', model, source }, []);
    seat.loaded.push(model);
    if (seat.loaded.length > loadedModels) seat.port.post({ kind: 'forget', model: seat.loaded.shift() ?? model }, []);
    return model;
  };

  const dispatch = (): void => {
    while (queue.length > 0 && !closed) {
      let seat = seats.find((candidate) => candidate.current === null);
      if (seat === undefined) {
        if (seats.length >= size) return;
        seat = { port: openPort(), current: null, loaded: [] };
        seats.push(seat);
        open(seat);
      }
      const next = queue.shift();
      if (next === undefined) return;
      seat.current = next;
      const model = next.task.source === null ? 0 : load(seat, next.task.source);
      seat.port.post({ kind: 'start', task: next.id, work: next.task.work(model) }, []);
    }
  };

  const submit = (task: Task): (() => void) => {
    const id = nextTask++;
    const after = queue.findIndex((other) => rank[other.task.priority] > rank[task.priority]);
    queue.splice(after < 0 ? queue.length : after, 0, { id, task });
    dispatch();
    return () => {
      const place = queue.findIndex((other) => other.id === id);
      if (place >= 0) {
        queue.splice(place, 1);
        task.listener({ kind: 'cancelled', task: id });
        return;
      }
      const seat = seats.find((candidate) => candidate.current?.id === id);
      seat?.port.post({ kind: 'cancel', task: id }, []);
    };
  };

  const close = (): void => {
    closed = true;
    const running = seats.flatMap((seat) => (seat.current === null ? [] : [seat.current]));
    for (const seat of seats.splice(0)) seat.port.close();
    for (const { id, task } of [...running, ...queue.splice(0)]) task.listener({ kind: 'cancelled', task: id });
  };

  return { size, submit, close };
}

function endsTask(message: FromWorker): boolean {
  switch (message.kind) {
    case 'layout':
    case 'batch':
      return false;
    case 'ended':
    case 'summary':
    case 'cancelled':
    case 'failed':
      return true;
  }
}
