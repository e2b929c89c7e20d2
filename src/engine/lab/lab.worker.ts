// The lab's worker in the browser, loaded by URL as the chains' is: it compiles models to weigh them, which the page's policy forbids there.
import { createBench } from './bench';
import type { FromBench, ToBench } from './bench-client';

declare const self: DedicatedWorkerGlobalScope;

const bench = createBench();
self.onmessage = ({ data: { id, question } }: MessageEvent<ToBench>) => {
  let message: FromBench;
  try {
    message = { id, answer: bench(question) };
  } catch (error) {
    message = { id, fault: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(message);
};
