// The lab's worker as the page opens it.
import { benchOf } from './bench-client';
import type { FromBench, LabBench, ToBench } from './bench-client';
import type { BenchAnswer } from './bench';

interface Waiting {
  readonly resolve: (answer: BenchAnswer) => void;
  readonly reject: (error: Error) => void;
}

export function createBrowserBench(): LabBench {
  const worker = new Worker(new URL('./lab.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let next = 1;
  worker.onmessage = ({ data }: MessageEvent<FromBench>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ('answer' in data) one?.resolve(data.answer);
    else one?.reject(new Error(data.fault));
  };
  worker.onerror = (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message || 'the worker could not be loaded'));
    waiting.clear();
  };
  return benchOf(
    (question) =>
      new Promise((resolve, reject) => {
        const message: ToBench = { id: next, question };
        waiting.set(next, { resolve, reject });
        next++;
        worker.postMessage(message);
      }),
  );
}
