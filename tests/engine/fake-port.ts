// Workers that only note what they are sent and say what a test tells them to.
import type { Port } from '../../src/engine/port';
import type { FromWorker, ToWorker } from '../../src/engine/protocol';

export interface FakeWorker {
  readonly received: ToWorker[];
  /** Buffers that were moved to it, in order. */
  readonly moved: ArrayBuffer[];
  closed: boolean;
  /** Tasks it was started with, in order. */
  readonly started: () => number[];
  readonly say: (message: FromWorker) => void;
  readonly crash: (message: string) => void;
}

/** A way to open ports, and the workers behind those that were opened. */
export function fakeWorkers(): { readonly openPort: () => Port; readonly workers: readonly FakeWorker[] } {
  const workers: FakeWorker[] = [];
  const openPort = (): Port => {
    let hear: (message: FromWorker) => void = () => undefined;
    let fall: (message: string) => void = () => undefined;
    const received: ToWorker[] = [];
    const moved: ArrayBuffer[] = [];
    const worker: FakeWorker = {
      received,
      moved,
      closed: false,
      started: () => received.flatMap((message) => (message.kind === 'start' ? [message.task] : [])),
      say: (message) => hear(message),
      crash: (message) => fall(message),
    };
    workers.push(worker);
    return {
      post: (message, transfer) => {
        received.push(message);
        moved.push(...transfer);
      },
      listen: (onMessage, onCrash) => {
        hear = onMessage;
        fall = onCrash;
      },
      close: () => {
        worker.closed = true;
      },
    };
  };
  return { openPort, workers };
}
