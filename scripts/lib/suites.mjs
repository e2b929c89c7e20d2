// The suites of `npm test`, one after the other, each answering how many of its tests passed and failed.
import { createServer } from 'node:net';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { runNode } from './run.mjs';
import { ensurePrerendered } from './prerendered.mjs';
import { buildSite } from './site.mjs';
import { cache, inTree, top } from './tree.mjs';

const tool = (...path) => inTree('node_modules', ...path);
const reports = join(cache, 'reports');

const suites = [
  { name: 'Formatting', run: () => check(tool('prettier/bin/prettier.cjs'), ['--check', '--log-level', 'warn', '.']) },
  { name: 'Types', run: types },
  { name: 'Lint', run: () => check(tool('oxlint/bin/oxlint'), ['--type-aware']) },
  { name: 'Unit tests', run: unitTests },
  { name: 'Build', run: build },
  { name: 'Browser tests', run: browserTests },
];

/** Runs them all, also after a failure: one run tells everything that is wrong. */
export async function runSuites() {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const total = { passed: 0, failed: 0 };
  for (const { name, run } of suites) {
    console.log(`\n— ${name}`);
    const { passed, failed } = await run().catch(crashed);
    console.log(`${name}: ${passed} passed, ${failed} failed`);
    total.passed += passed;
    total.failed += failed;
  }
  return total;
}

function crashed(error) {
  console.error(error instanceof Error ? error.message : String(error));
  return { passed: 0, failed: 1 };
}

const one = (good) => (good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

const check = async (program, words) => one((await runNode(program, words)) === 0);

async function types() {
  const projects = readdirSync(top).filter((name) => /^tsconfig\.(?!base\.).+\.json$/.test(name));
  let failures = 0;
  for (const project of projects) failures += await runNode(tool('typescript/bin/tsc'), ['-p', project]);
  return one(failures === 0);
}

async function unitTests() {
  await ensurePrerendered();
  const file = join(reports, 'unit.json');
  const words = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const status = await runNode(tool('vitest/vitest.mjs'), words);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const passed = report.numPassedTests;
  const failed = report.numFailedTests;
  // A file that could not be loaded, or an error between tests, fails no single test.
  return { passed, failed: status !== 0 && failed === 0 ? 1 : failed };
}

async function build() {
  await buildSite();
  return one(true);
}

async function browserTests() {
  const file = join(reports, 'browser.json');
  const env = { ...(await findBrowser()), PLAYWRIGHT_JSON_OUTPUT_FILE: file, TADPOOL_PORT: String(await freePort()) };
  const status = await runNode(tool('@playwright/test/cli.js'), ['test', '--reporter=list,json'], { env });
  const { expected, unexpected, flaky } = JSON.parse(readFileSync(file, 'utf8')).stats;
  const failed = unexpected + flaky;
  return { passed: expected, failed: status !== 0 && failed === 0 ? 1 : failed };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
