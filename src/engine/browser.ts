// The pool of the page: module workers, as many as the machine has cores, within reason.
import { createPool } from './pool';
import type { Pool } from './pool';
import type { Port } from './port';
import type { FromWorker } from './protocol';

export function createBrowserPool(): Pool {
  return createPool(openPort, Math.min(8, Math.max(1, navigator.hardwareConcurrency || 2)));
}

function openPort(): Port {
  const worker = new Worker(new URL('./chain.worker.ts', import.meta.url), { type: 'module' });
  return {
    post: (message, transfer) => worker.postMessage(message, [...transfer]),
    listen: (onMessage, onCrash) => {
      worker.onmessage = (event: MessageEvent<FromWorker>) => onMessage(event.data);
      worker.onerror = (event) => onCrash(event.message || 'the worker could not be loaded');
    },
    close: () => worker.terminate(),
  };
}
