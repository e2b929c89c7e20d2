// A lab without a page: its worker and the chains' in this very thread.
import { readFileSync } from 'node:fs';
import { createLocalBench } from '../../../src/engine/lab/bench-client';
import type { LabBench } from '../../../src/engine/lab/bench-client';
import { createLocalPool } from '../../../src/engine/local';
import { createLab } from '../../../src/store/lab/lab';
import type { Lab } from '../../../src/store/lab/lab';
import { createRunner } from '../../../src/store/lab/run-lab';
import type { LabRunner } from '../../../src/store/lab/run-lab';
import type { LabState } from '../../../src/store/lab/state';
import type { LabFit } from '../../../src/store/lab/fits';
import { readinessOf } from '../../../src/store/lab/readiness';

/** `onWeigh` hears each time that a model is weighed. */
export function newLab(onWeigh: () => void = () => undefined): Lab {
  const bench = createLocalBench();
  const weighing: LabBench = {
    ...bench,
    weigh: (request) => {
      onWeigh();
      return bench.weigh(request);
    },
  };
  return createLab({
    bench: () => weighing,
    fetchData: (file) =>
      Promise.resolve(readFileSync(new URL(`../../../public/data/${file}`, import.meta.url), 'utf8')),
    workers: () => 2,
    pause: 0,
  });
}

/** Runs what stands in the lab; a lab that is not ready, and a run that fails, are the test's failure. */
export async function runLab(lab: Lab): Promise<LabFit> {
  await lab.settled();
  const readiness = readinessOf(lab.store.getState());
  if (readiness.kind !== 'ready') {
    const { examination, data, weight } = lab.store.getState();
    throw new Error(`${readiness.sentence} ${JSON.stringify([examination.errors, data, weight]).slice(0, 600)}`);
  }
  const runner = newRunner(lab);
  const before = lab.store.getState().fit;
  return new Promise((resolve, reject) => {
    lab.store.subscribe(({ fit, run }) => {
      if (run.kind === 'failed') reject(new Error(JSON.stringify(run.failure)));
      if (fit !== null && fit !== before) resolve(fit);
    });
    runner.run();
  });
}

/** As on a machine with a worker a chain, so that a busy one takes no glimpse for too slow. */
export function newRunner(lab: Lab): LabRunner {
  const pool = createLocalPool(4);
  return createRunner(lab, { pool: () => pool, seed: () => 1, probability: () => 0.89 });
}

/** Waits until `read` finds something. */
export function when<T>(lab: Lab, read: (state: LabState) => T | null): Promise<T> {
  return new Promise((resolve) => {
    const stop = lab.store.subscribe(look);
    function look(): void {
      const found = read(lab.store.getState());
      if (found === null) return;
      stop();
      resolve(found);
    }
    look();
  });
}
