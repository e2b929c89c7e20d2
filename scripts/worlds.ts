// The study of many worlds from the command line: the numbers of the page, for the same seed.
import { createNodePool } from '../src/engine/node';
import type { WorldFits } from '../src/engine/worlds/fit-world';
import { runStudy } from '../src/engine/worlds/study';
import { studyCsv } from '../src/engine/worlds/study-csv';
import { studySummary } from '../src/engine/worlds/study-summary';
import { help, readOptions } from './worlds/options';
import type { WorldsOptions } from './worlds/options';
import { coverageVerdict, tableOf } from './worlds/report';

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

async function run(options: WorldsOptions): Promise<number> {
  const began = performance.now();
  const worlds = await fitAll(options);
  const seconds = (performance.now() - began) / 1000;
  const rows = studySummary(worlds);
  const { design } = options;
  switch (options.output) {
    case 'csv':
      process.stdout.write(studyCsv(worlds));
      break;
    case 'json':
      process.stdout.write(`${JSON.stringify({ design, rows, seconds, worlds })}\n`);
      break;
    case 'table':
      process.stdout.write(`${tableOf(options, worlds, rows, seconds)}\n`);
      break;
  }
  return coverageVerdict(options, rows).kind === 'off' ? 1 : 0;
}

/** In the order of the worlds, whatever order they came in. */
function fitAll({ design, worlds, workers }: WorldsOptions): Promise<readonly WorldFits[]> {
  const pool = createNodePool(new URL('./node.worker.mjs', import.meta.url), workers ?? undefined);
  const fits: WorldFits[] = [];
  return new Promise((resolve, reject) => {
    runStudy(
      pool,
      design,
      Array.from({ length: worlds }, (_, world) => world),
      {
        onWorld: (one) => {
          fits.push(one);
          const end = fits.length === worlds ? '\n' : '';
          if (process.stderr.isTTY) process.stderr.write(`\r${fits.length} of ${worlds}${end}`);
        },
        onEnd: (end) => {
          pool.close();
          if (end.kind === 'done') resolve(fits.toSorted((a, b) => a.world - b.world));
          else reject(new Error(`the study ended early: ${JSON.stringify(end)}`));
        },
      },
    );
  });
}

process.exitCode = await main(process.argv.slice(2));
