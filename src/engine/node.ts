// The pool of the command line and of the build: worker threads running the same server.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { createPool } from './pool';
import type { Pool } from './pool';
import type { Port } from './port';
import type { FromWorker } from './protocol';

/** `workerFile`: the bundled node.worker. */
export function createNodePool(workerFile: URL, size: number = availableParallelism()): Pool {
  return createPool(() => openPort(workerFile), size);
}

function openPort(workerFile: URL): Port {
  const worker = new Worker(workerFile);
  return {
    post: (message, transfer) => worker.postMessage(message, [...transfer]),
    listen: (onMessage, onCrash) => {
      worker.on('message', (message: FromWorker) => onMessage(message));
      worker.on('error', (error) => onCrash(error instanceof Error ? error.message : String(error)));
    },
    close: () => void worker.terminate(),
  };
}
