// A fixed number of workers and a queue of tasks; each worker does one task at a time.
import { buffersOfDraws } from './draws';
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
  /** Lets a task that said `paused` go on to so many draws, on the worker that holds it, once that is free. */
  readonly resume: (task: number, draws: number) => void;
  /** Has a task at work say `paused` after its next message; to one that waits or is over it means nothing. */
  readonly hold: (task: number) => void;
  /** Ends all workers; queued and running tasks are told that they were cancelled. */
  readonly close: () => void;
}

interface Seat {
  port: Port;
  current: Queued | null;
  /** Tasks that this worker holds and that wait to be resumed. */
  paused: Map<number, Queued>;
  /** Models this worker has compiled, oldest use first. */
  loaded: number[];
}

interface Queued {
  readonly id: number;
  readonly task: Task;
  /** For a task to be resumed: by whom, and to how many draws. */
  readonly resumption: { readonly seat: Seat; readonly draws: number } | null;
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
    const { port } = seat;
    // A worker that was closed may have had messages under way.
    const gone = (): boolean => closed || seat.port !== port;
    port.listen(
      (message) => {
        if (!gone()) receive(seat, message);
      },
      (message) => {
        if (gone()) return;
        const lost = [...(seat.current === null ? [] : [seat.current]), ...seat.paused.values()];
        for (const { id } of lost) unqueue(id);
        port.close();
        seat.port = openPort();
        seat.current = null;
        seat.paused.clear();
        seat.loaded = [];
        open(seat);
        for (const { id, task } of lost) task.listener({ kind: 'failed', task: id, failure: { kind: 'bug', message } });
        dispatch();
      },
    );
  };

  const receive = (seat: Seat, message: FromWorker): void => {
    const isCurrent = seat.current?.id === message.task;
    const known = isCurrent ? seat.current : seat.paused.get(message.task);
    if (known === null || known === undefined) return;
    if (message.kind === 'paused') seat.paused.set(known.id, known);
    const leaves = endsTask(message) || message.kind === 'paused';
    if (leaves && isCurrent) seat.current = null;
    if (endsTask(message)) seat.paused.delete(known.id);
    known.task.listener(message);
    if (leaves) dispatch();
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

  /** The worker that can take a task now. */
  const seatFor = ({ resumption }: Queued): Seat | null => {
    if (resumption !== null) return resumption.seat.current === null ? resumption.seat : null;
    const free = seats.find((candidate) => candidate.current === null);
    if (free !== undefined || seats.length >= size) return free ?? null;
    const seat: Seat = { port: openPort(), current: null, paused: new Map(), loaded: [] };
    seats.push(seat);
    open(seat);
    return seat;
  };

  const begin = (seat: Seat, next: Queued): void => {
    const { id, task, resumption } = next;
    seat.current = next;
    if (resumption === null) {
      const model = task.source === null ? 0 : load(seat, task.source);
      const work = task.work(model);
      seat.port.post(
        { kind: 'start', task: id, work },
        work.kind === 'summarize' && work.lent ? buffersOfDraws(work) : [],
      );
    } else {
      seat.paused.delete(id);
      seat.port.post({ kind: 'resume', task: id, draws: resumption.draws }, []);
    }
  };

  const dispatch = (): void => {
    for (let place = 0; place < queue.length && !closed;) {
      const next = queue[place];
      const seat = seatFor(next);
      if (seat === null) place++;
      else {
        queue.splice(place, 1);
        begin(seat, next);
      }
    }
  };

  const enqueue = (entry: Queued): void => {
    const after = queue.findIndex((other) => rank[other.task.priority] > rank[entry.task.priority]);
    queue.splice(after < 0 ? queue.length : after, 0, entry);
    dispatch();
  };

  const unqueue = (id: number): Queued | undefined => {
    const place = queue.findIndex((other) => other.id === id);
    return place < 0 ? undefined : queue.splice(place, 1)[0];
  };

  const submit = (task: Task): (() => void) => {
    const id = nextTask++;
    enqueue({ id, task, resumption: null });
    return () => {
      if (unqueue(id)?.resumption === null) {
        task.listener({ kind: 'cancelled', task: id });
        return;
      }
      const seat = seats.find((candidate) => candidate.current?.id === id || candidate.paused.has(id));
      seat?.port.post({ kind: 'cancel', task: id }, []);
    };
  };

  const resume = (id: number, draws: number): void => {
    const seat = seats.find((candidate) => candidate.paused.has(id));
    const held = seat?.paused.get(id);
    if (seat !== undefined && held !== undefined) enqueue({ id, task: held.task, resumption: { seat, draws } });
  };

  const hold = (id: number): void => {
    seats.find((seat) => seat.current?.id === id)?.port.post({ kind: 'hold', task: id }, []);
  };

  const close = (): void => {
    closed = true;
    const held = seats.flatMap((seat) => [...(seat.current === null ? [] : [seat.current]), ...seat.paused.values()]);
    const waiting = queue.splice(0).filter(({ resumption }) => resumption === null);
    for (const seat of seats.splice(0)) seat.port.close();
    for (const { id, task } of [...held, ...waiting]) task.listener({ kind: 'cancelled', task: id });
  };

  return { size, submit, resume, hold, close };
}

function endsTask(message: FromWorker): boolean {
  switch (message.kind) {
    case 'layout':
    case 'batch':
    case 'paused':
      return false;
    case 'ended':
    case 'summary':
    case 'answer':
    case 'cancelled':
    case 'failed':
      return true;
  }
}
