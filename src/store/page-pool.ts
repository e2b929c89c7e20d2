// The page's pool of workers: made when the first run needs it, shared by all figures.
import { createBrowserPool } from '../engine/browser';
import type { Pool } from '../engine/pool';
import type { FromWorker } from '../engine/protocol';

let pool: Pool | null = null;
let staying = false;
/** Takes back each task under way. */
const under = new Set<() => void>();

export function pagePool(): Pool {
  pool ??= steered(createBrowserPool());
  return pool;
}

/**
 * With `stay`, what is under way is stopped and nothing starts: every figure keeps what it shows, which is the build's run where the reader
 * made none.
 */
export function stayWithBuild(stay: boolean): void {
  staying = stay;
  if (stay) for (const stop of [...under]) stop();
}

function steered(open: Pool): Pool {
  return {
    ...open,
    submit: (task) => {
      if (staying) {
        queueMicrotask(() => task.listener({ kind: 'cancelled', task: 0 }));
        return () => undefined;
      }
      const stop = open.submit({
        ...task,
        listener: (message) => {
          if (ending.has(message.kind)) under.delete(stop);
          task.listener(message);
        },
      });
      under.add(stop);
      return stop;
    },
  };
}

const ending: ReadonlySet<FromWorker['kind']> = new Set(['ended', 'answer', 'summary', 'cancelled', 'failed']);
