// Calibration of a lecture model from the command line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunKey } from '../src/engine/key';
import { lectureKey, lectureSources } from '../src/engine/lecture-run';
import { createNodePool } from '../src/engine/node';
import { formatErrors } from '../src/lang/result';
import { calibrate } from './calibrate/calibration';
import { designOf } from './calibrate/designs';
import type { Design } from './calibrate/designs';
import { namesOf } from './calibrate/form';
import { chains, help, mostParts, readOptions } from './calibrate/options';
import type { CalibrateOptions } from './calibrate/options';
import { tableOf } from './calibrate/report';
import type { Report } from './calibrate/report';
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
  const { model, simulations, falseAlarm } = options;
  const design = designOf(model.dataset, (file) => readFileSync(join('public/data', file), 'utf8'));
  const key = keyOf(options, design);
  const began = performance.now();
  const pool = createNodePool(new URL('./node.worker.mjs', import.meta.url), options.workers ?? undefined);
  const onFit = (done: number): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${simulations}${done === simulations ? '\n' : ''}`);
  };
  const calibration = await calibrate(pool, { key, simulations, falseAlarm }, onFit).finally(pool.close);
  if (!calibration.ok) {
    process.stderr.write(`${formatErrors(model.text, calibration.errors)}\n`);
    return 2;
  }
  const report: Report = {
    model: model.id,
    rows: design.rows,
    noncentered: key.source.noncentered,
    metric: key.settings.metric,
    ...calibration.value,
    seconds: (performance.now() - began) / 1000,
  };
  process.stdout.write(`${options.json ? JSON.stringify(report) : tableOf(report)}\n`);
  return report.uniform ? 0 : 1;
}

/** How each world is fitted. */
function keyOf({ model, knobs, seed, form, metric, warmup, thin }: CalibrateOptions, design: Design): RunKey {
  const { source, settings, ...lecture } = lectureKey(lectureSources(model, design.table), knobs, seed);
  const draws = (keptDraws / chains) * thin;
  return {
    ...lecture,
    source: {
      ...source,
      data: { ...source.data, ...design.levels },
      noncentered: namesOf(form, model, source.noncentered),
    },
    chains,
    settings: { ...settings, warmup, draws, metric: metric ?? settings.metric },
    target: { parameters: [], bulkEss: 2 * keptDraws, rhat: 1.05, cap: mostParts * draws },
  };
}

process.exitCode = await main(process.argv.slice(2));
