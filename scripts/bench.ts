// The benchmark: each model measured in a thread of its own, so that none runs on code compiled for another.
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { measureCase } from './bench/measure';
import type { Measurement, Request } from './bench/measure';
import { help, readOptions } from './bench/options';
import type { BenchOptions } from './bench/options';
import { jsonOf, tablesOf } from './bench/report';

async function main(words: readonly string[]): Promise<void> {
  const read = readOptions(words);
  switch (read.kind) {
    case 'help':
      process.stdout.write(help);
      return;
    case 'wrong':
      process.stderr.write(`${read.message} Try --help.\n`);
      process.exitCode = 2;
      return;
    case 'run':
      return bench(read.options);
  }
}

async function bench(options: BenchOptions): Promise<void> {
  const found: Measurement[] = [];
  for (const id of options.models) {
    process.stderr.write(`${id} …\n`);
    found.push(await measureInThread({ id, effort: options.effort }));
  }
  const text = options.json ? JSON.stringify(jsonOf(found, options.effort)) : tablesOf(found, options.effort);
  process.stdout.write(`${text}\n`);
}

function measureInThread(request: Request): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: request });
    worker.once('message', (measurement: Measurement) => resolve(measurement));
    worker.once('error', reject);
  });
}

function answer(request: Request): void {
  parentPort?.postMessage(measureCase(request));
}

if (isMainThread) await main(process.argv.slice(2));
else answer(workerData);
