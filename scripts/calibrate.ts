// Calibration of a lecture model from the command line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv, readWorld } from '../src/engine/dataset';
import type { Table } from '../src/engine/dataset';
import { lectureKey, lectureSources } from '../src/engine/lecture-run';
import { createNodePool } from '../src/engine/node';
import { formatErrors } from '../src/lang/result';
import type { LectureModel } from '../src/models';
import { calibrate } from './calibrate/calibration';
import { chains, help, readOptions } from './calibrate/options';
import type { CalibrateOptions } from './calibrate/options';
import { tableOf } from './calibrate/report';
import { keptDraws } from './calibrate/uniformity';

async function main(words: readonly string[]): Promise<number> {
  const read = readOptions(words);
  switch (read.kind) {
    case 'help':
      process.stdout.write(help);
      return 0;
    case 'wrong':
      process.stderr.write(`${read.message}\n`);
      return 2;
    case 'run':
      return run(read.options);
  }
}

async function run(options: CalibrateOptions): Promise<number> {
  const { model, knobs, seed, simulations, falseAlarm, warmup, thin } = options;
  const base = lectureKey(lectureSources(model, tableFor(model.dataset)), knobs, seed);
  const settings = { ...base.settings, warmup, draws: (keptDraws / chains) * thin };
  const key = {
    ...base,
    source: { ...base.source, noncentered: options.noncentered ?? base.source.noncentered },
    chains,
    settings: options.dense ? { ...settings, metric: 'dense' as const } : settings,
  };
  const began = performance.now();
  const pool = createNodePool(new URL('./node.worker.mjs', import.meta.url));
  const onFit = (done: number): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${simulations}${done === simulations ? '\n' : ''}`);
  };
  const calibration = await calibrate(pool, { key, simulations, falseAlarm }, onFit).finally(pool.close);
  if (!calibration.ok) {
    process.stderr.write(`${formatErrors(model.text, calibration.errors)}\n`);
    return 2;
  }
  const seconds = (performance.now() - began) / 1000;
  const { value } = calibration;
  process.stdout.write(
    `${options.json ? JSON.stringify({ model: model.id, ...value, seconds }) : tableOf(value, seconds)}\n`,
  );
  return value.uniform ? 0 : 1;
}

function tableFor(dataset: LectureModel['dataset']): Table {
  const read = (file: string): string => readFileSync(join('public/data', file), 'utf8');
  switch (dataset) {
    case 'frogs':
    case 'trolley':
      return readCsv(read(`${dataset}.csv`));
    case 'mundlak':
      return readWorld(read('mundlak-lecture.json'));
    case 'cafes':
      return visits;
  }
}

/** The cafes' data are the reader's visits; here each of five cafes is visited four times. The waiting times are drawn. */
const visits: Table = {
  cafe: Array.from({ length: 20 }, (_, visit) => (visit % 5) + 1),
  minutes: new Array<number>(20).fill(0),
};

process.exitCode = await main(process.argv.slice(2));
