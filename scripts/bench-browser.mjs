// npm run bench:browser: the slider, the pages and the studies in Chromium, with the built site and real workers.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './lib/browser.mjs';
import { bundled, bundledApart } from './lib/bundle.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { readOptions, refuse } from './lib/options.mjs';
import { serve } from './lib/serve.mjs';
import { ensureSite } from './lib/site.mjs';
import { cache, inTree, site, top } from './lib/tree.mjs';

const names = ['drag', 'ess', 'curve', 'exact', 'worlds', 'crossed', 'loads', 'slow', 'tasks', 'workers', 'heap'];
const help = `
Measures the built site in Chromium and prints a table: from the hand's input to the painted preview, what a preview costs, effective
sample sizes, cross-validation, worlds, the crossed model, weights and loads of pages, long tasks, the heap, workers left behind.
Building included, some 20 minutes on two idle cores. Details go to .cache/reports/bench-browser.json.

  npm run bench:browser [-- options]

  --only NAME[,NAME]  these parts: ${names.join(', ')}
  --minutes N         of dragging, for the heap (default 5)
  --docs              put the table into docs/performance.md too
  --help              this text

The naive gradient, the reed frogs' density and gradient as anyone would write them, is timed in the same browser: ratios to it hold from
machine to machine, and on a busy one, where milliseconds do not.
`;

const {
  only = '',
  minutes = 5,
  docs = false,
} = readOptions(help, {
  docs: { type: 'boolean' },
  only: { type: 'string' },
  minutes: {
    type: 'string',
    convert: (text) => {
      const value = Number(text);
      return value >= 0.1 && value <= 600
        ? value
        : new Error(`--minutes wants a number from 0.1 to 600, not '${text}'.`);
    },
  },
});
const wanted = only.split(',').filter((name) => name !== '');
const unknown = wanted.find((name) => !names.includes(name));
if (unknown !== undefined) refuse(`There is no part '${unknown}'; there are ${names.join(', ')}.`);

// Leaving by way of exit takes the browser along.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
process.chdir(top);
await ensureInstalled();
await ensureSite();
const { TADPOOL_CHROMIUM: executablePath, TADPOOL_CHANNEL: channel, ...env } = await findBrowser();
const entries = ['scripts/bench/browser/run.ts', 'scripts/bench/browser/harness.ts'];
const program = await bundledApart('bench-browser', entries);
const { runBench } = await import(new URL('run.mjs', program).href);
const server = await serve();
const file = `${cache}/reports/bench-browser.json`;
const text = await runBench({
  only: wanted,
  minutes,
  address: server.addresses[0],
  folders: {
    site,
    bundle: fileURLToPath(program),
    commands: dirname(fileURLToPath(await bundled('node.worker'))),
  },
  launch: {
    executablePath,
    channel,
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...process.env, ...env },
    args: ['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  },
  file,
});
server.close();
if (docs) {
  const [begins, ends] = ['<!-- bench:browser -->\n', '<!-- /bench:browser -->'];
  const page = readFileSync(inTree('docs/performance.md'), 'utf8');
  const [before, rest] = page.split(begins);
  writeFileSync(inTree('docs/performance.md'), `${before}${begins}\n${text}\n\n${ends}${rest.split(ends)[1]}`);
}
console.log(`${text}\n\nDetails: ${relative(process.cwd(), file)}`);
