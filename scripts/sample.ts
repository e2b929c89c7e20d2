// The command line: a model text and a data file in, a posterior out.
import { readFileSync, writeFileSync } from 'node:fs';
import type { ModelSource, RunKey } from '../src/engine/key';
import { createNodePool } from '../src/engine/node';
import type { Failure } from '../src/engine/protocol';
import { finishRun } from '../src/engine/run';
import type { EndedRun } from '../src/engine/run';
import type { DataSet } from '../src/lang/data';
import { parse } from '../src/lang/parser';
import { formatErrors } from '../src/lang/result';
import type { LanguageError } from '../src/lang/result';
import { guessRoles } from '../src/lang/roles';
import { defaultSettings } from '../src/sampler/settings';
import { samplerVersion } from '../src/sampler/version';
import { readData } from './sample/data';
import { help, readOptions } from './sample/options';
import type { SampleOptions } from './sample/options';
import { printSource } from './sample/print';
import { csvOf, reportOf, tableOf, unreported } from './sample/report';

/** Something the user can mend; its message is all there is to say. */
class Refusal extends Error {}

async function main(words: readonly string[]): Promise<void> {
  const read = readOptions(words);
  switch (read.kind) {
    case 'help':
      process.stdout.write(help);
      return;
    case 'wrong':
      throw new Refusal(read.message);
    case 'run':
      return answer(read.options);
  }
}

async function answer(options: SampleOptions): Promise<void> {
  const source = readSourceFiles(options);
  switch (options.action.kind) {
    case 'print': {
      const printed = printSource(source, options.action.form);
      if (!printed.ok) throw languageRefusal(source.text, printed.errors);
      process.stdout.write(`${printed.value.trimEnd()}\n`);
      return;
    }
    case 'prior':
    case 'predict':
    case 'loo':
      throw new Refusal(`--${options.action.kind} is not there yet. Leave it out to draw from the posterior.`);
    case 'sample':
      return sample(options, source);
  }
}

async function sample(options: SampleOptions, source: ModelSource): Promise<void> {
  const { chains, warmup, draws, seed, targetAccept } = options;
  const algorithm = { kind: 'nuts', maxTreeDepth: options.maxTreeDepth } as const;
  const settings = { ...defaultSettings, algorithm, warmup, draws, targetAccept };
  const key: RunKey = { source, knobs: options.knobs, chains, settings, target: null, seed, samplerVersion };
  const began = performance.now();
  const pool = createNodePool(new URL('./node.worker.mjs', import.meta.url));
  const run = await finishRun(pool, key, { deterministics: true, probability: 0.89 }).finally(pool.close);
  const seconds = (performance.now() - began) / 1000;
  report(options, run, seconds);
}

function report(options: SampleOptions, run: EndedRun, seconds: number): void {
  if (run.kind === 'failed') throw failureRefusal(run.key.source.text, run.failure);
  if (run.kind === 'cancelled' || run.result.summary.depth !== 'full')
    throw new Error('the run ended without a summary');
  const { result } = run;
  const found = reportOf(result, run.result.summary, seconds, options.rows);
  if (options.csvFile !== null) writeOut(options.csvFile, csvOf(result, options.rows));
  const left = options.rows ? [] : unreported(result);
  process.stdout.write(`${options.json ? JSON.stringify(found) : tableOf(found, left)}\n`);
}

function readSourceFiles(options: SampleOptions): ModelSource {
  const text = readText(options.modelFile).replace(/^\uFEFF/, '');
  const program = parse(text);
  if (!program.ok) throw languageRefusal(text, program.errors);
  const data = options.dataFile === null ? {} : readDataFile(options.dataFile);
  const roles = guessRoles(program.value, Object.keys(data), options.knobs);
  return { text, roles, data, noncentered: options.noncentered };
}

function readDataFile(file: string): DataSet {
  const read = readData(file, readText(file));
  if (!read.ok) throw new Refusal(read.message);
  return read.data;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Refusal(`${file} cannot be read: ${messageOf(error)}`);
  }
}

function writeOut(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new Refusal(`${file} cannot be written: ${messageOf(error)}`);
  }
}

function languageRefusal(text: string, errors: readonly LanguageError[]): Refusal {
  return new Refusal(formatErrors(text, errors));
}

function failureRefusal(text: string, failure: Failure): Error {
  switch (failure.kind) {
    case 'model':
      return languageRefusal(text, failure.errors);
    case 'start':
      return new Refusal(failure.message);
    case 'bug':
      return new Error(failure.message);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
