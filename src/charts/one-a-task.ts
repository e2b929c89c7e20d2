// A queue that runs one piece of work a task, so that several charts never construct their views in one go.

let last: Promise<void> = Promise.resolve();

/** Runs `work` in an idle task of its own, after all work queued before it. */
export function oneATask(work: () => void): void {
  last = last.then(idle).then(work);
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no requestIdleCallback.
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 300 });
    else setTimeout(resolve, 0);
  });
}
