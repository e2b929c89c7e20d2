// npm run worlds: refusals in one sentence, and a study whose numbers are the engine's.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { createLocalPool } from '../../src/engine/local';
import { lectureEffects } from '../../src/engine/worlds/lecture-world';
import type { StudyDesign, WorldFits } from '../../src/engine/worlds/fit-world';
import { runStudy } from '../../src/engine/worlds/study';
import { studyCsv } from '../../src/engine/worlds/study-csv';

function worlds(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/worlds.mjs', ...words], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const small = ['--groups', '6', '--individuals', '30', '--estimators', 'naive,multilevel', '--to-y', '-0.5'];

test('the CSV of Node is that of a study of the same design anywhere else', { timeout: 60_000 }, async () => {
  const { status, stdout } = worlds('--worlds', '3', '--seed', '9', '--csv', ...small);
  expect(status).toBe(0);
  const design: StudyDesign = {
    size: { groups: 6, individuals: 30 },
    truth: { kind: 'fixed', effects: { ...lectureEffects, toY: -0.5 } },
    rateTau: 1,
    estimators: ['naive', 'multilevel'],
    seed: 9,
  };
  const fits: WorldFits[] = [];
  const pool = createLocalPool(2);
  await new Promise<void>((resolve) => {
    runStudy(pool, design, [2, 0, 1], { onWorld: (one) => fits.push(one), onEnd: () => resolve() });
  });
  pool.close();
  expect(stdout).toBe(studyCsv(fits));
  expect(stdout.trim().split('\n')).toHaveLength(1 + 3 * 2 * 2);
});

test('the table has a line an estimator and effect', { timeout: 60_000 }, () => {
  const { status, stdout } = worlds('--worlds', '2', ...small);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^naive +bXY +2 +-?\d\.\d{3} ± \d\.\d{3}/m);
  expect(stdout).toMatch(/^multilevel +bZY +2 /m);
  expect(stdout).toContain('6 groups, 30 individuals; alpha -2, bXY 1, bZY -0.5, confoundSd 1.5, toX 1, toY -0.5');
});

test.each([
  [['--worlds', '0'], '--worlds takes a whole number from 1 to 1000000, not 0.'],
  [['--groups', '2.5'], '--groups takes a whole number from 5 to 100, not 2.5.'],
  [['--to-x=-1'], '--to-x takes a number from 0 to 2, not -1.'],
  [['--truth', 'lies'], '--truth takes fixed or prior, not lies.'],
  [['--estimators', 'naive,oracle'], '--estimators takes some of naive,fixed,multilevel,mundlak,latent, not oracle.'],
  [['--csv', '--json'], '--csv and --json contradict each other.'],
  [['stray'], 'stray is not an option. See --help.'],
])('%j is refused', (words, sentence) => {
  const { status, stdout, stderr } = worlds(...words);
  expect([status, stdout, stderr]).toEqual([2, '', `${sentence}\n`]);
});
