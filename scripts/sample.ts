// The command line: a model text and a data file in, a posterior out.
import type { ModelSource } from '../src/engine/key';
import { createNodePool } from '../src/engine/node';
import type { Pool } from '../src/engine/pool';
import { readSource, writeText } from './sample/files';
import { help, readOptions } from './sample/options';
import type { SampleOptions } from './sample/options';
import { samplePosterior } from './sample/posterior';
import { printSource } from './sample/print';
import { languageRefusal, Refusal } from './sample/refusal';
import { simulatePrior } from './sample/simulated';

async function main(words: readonly string[]): Promise<string> {
  const read = readOptions(words);
  switch (read.kind) {
    case 'help':
      return help.trimEnd();
    case 'wrong':
      throw new Refusal(read.message);
    case 'run':
      return answer(read.options);
  }
}

async function answer(options: SampleOptions): Promise<string> {
  const source = readSource(options);
  switch (options.action.kind) {
    case 'print': {
      const printed = printSource(source, options.action.form);
      if (!printed.ok) throw languageRefusal(source.text, printed.errors);
      return printed.value.trimEnd();
    }
    case 'prior':
      return withPool((pool) => prior(pool, options, source));
    case 'sample':
    case 'predict':
    case 'loo':
    case 'leave out':
      return withPool((pool) => samplePosterior(pool, options, source));
  }
}

async function prior(pool: Pool, options: SampleOptions, source: ModelSource): Promise<string> {
  const { json, lines, csv } = await simulatePrior(pool, options, source);
  if (options.csvFile !== null) writeText(options.csvFile, csv);
  return options.json ? JSON.stringify(json) : lines.join('\n');
}

async function withPool(work: (pool: Pool) => Promise<string>): Promise<string> {
  const pool = createNodePool(new URL('./node.worker.mjs', import.meta.url));
  return work(pool).finally(pool.close);
}

// Who reads only the first lines, as `head` does, closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
try {
  process.stdout.write(`${await main(process.argv.slice(2))}\n`);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
