// Page 8 alive: five posteriors as Stan has them, and a study of worlds with the numbers of Node.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createLocalPool } from '../../src/engine/local';
import { estimators } from '../../src/engine/worlds/estimators';
import type { WorldFits } from '../../src/engine/worlds/fit-world';
import { lectureEffects, lectureSize } from '../../src/engine/worlds/lecture-world';
import { runStudy } from '../../src/engine/worlds/study';
import { studyCsv } from '../../src/engine/worlds/study-csv';
import { stanPosterior } from './stan';
import { test } from './site';

const path = 'mundlak/';
const five = (page: Page): Locator =>
  page.getByRole('figure', { name: /The latent machine and Mundlak’s nearly agree/ });
const study = (page: Page): Locator => page.getByRole('figure', { name: /over .* worlds/i });

test('the page shows Stan’s posterior means of both machines', async ({ page }) => {
  await page.goto(path);
  const details = five(page).locator('details.number-table');
  await details.evaluate((element) => element.setAttribute('open', ''));
  const rows = await details
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td, th')].map((cell) => cell.textContent ?? '')));
  expect(rows).toHaveLength(5);
  for (const [row, name] of [
    [3, 'mundlak-mundlak'],
    [4, 'mundlak-latent'],
  ] as const) {
    for (const [column, parameter] of [
      [1, 'bXY'],
      [4, 'bZY'],
    ] as const) {
      const { mean, sd } = stanPosterior(name)[parameter];
      // Four Monte Carlo errors at 1,000 effective draws, and the rounding of what is shown.
      const allowed = (4 * sd) / Math.sqrt(1000) + 0.005;
      expect(Math.abs(Number(rows[row][column].replace('−', '-')) - mean), `${name} ${parameter}`).toBeLessThan(
        allowed,
      );
    }
  }
});

test('a bet opens the results; a study is paused, taken up again, and gives the numbers of Node', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto(`${path}?worlds=10&study=7`);
  const results = study(page).locator('.study-results');
  await expect(results).toBeHidden();
  await study(page)
    .getByRole('group', { name: 'For the effect of X' })
    .getByRole('radio', { name: 'fixed effects' })
    .check();
  await study(page).getByRole('group', { name: 'For the effect of Z' }).getByRole('radio', { name: 'naive' }).check();
  await study(page).getByRole('button', { name: 'These are my bets' }).click();
  await expect(results).toBeVisible();
  await expect(study(page).getByText('No world of study 7 has been run yet.')).toBeVisible();

  await study(page).getByRole('button', { name: 'Run them here' }).click();
  await expect(study(page).getByText(/^[1-9] of 10 worlds of study 7/)).toBeVisible({ timeout: 60_000 });
  await study(page).getByRole('button', { name: 'Pause' }).click();
  await expect(study(page).getByText(/^Paused: [1-9] of 10 worlds/)).toBeVisible();
  await study(page).getByRole('button', { name: 'Go on' }).click();
  await expect(study(page).getByText('10 worlds of study 7, run in your browser.')).toBeVisible({ timeout: 120_000 });
  await expect(study(page).getByText(/^You bet on fixed effects for X/)).toBeVisible();

  const downloaded = page.waitForEvent('download');
  await study(page).getByRole('button', { name: 'Download CSV' }).click();
  const csv = readFileSync(await (await downloaded).path(), 'utf8');
  expect(csv.trim().split('\n')).toHaveLength(1 + 10 * 5 * 2);
  expect(csv.split('\n').slice(0, 1 + 2 * 5 * 2)).toEqual((await nodeStudy(2)).split('\n').slice(0, -1));
});

/** The first worlds of the same study, in Node. */
function nodeStudy(worlds: number): Promise<string> {
  const pool = createLocalPool(1);
  const design = {
    size: lectureSize,
    truth: { kind: 'fixed', effects: lectureEffects },
    rateTau: 1,
    estimators,
    seed: 7,
  } as const;
  const fits: WorldFits[] = [];
  return new Promise((resolve) => {
    runStudy(
      pool,
      design,
      Array.from({ length: worlds }, (_, world) => world),
      {
        onWorld: (one) => fits.push(one),
        onEnd: () => {
          pool.close();
          resolve(studyCsv(fits));
        },
      },
    );
  });
}

test('the experiment is in the link, and the study starts over when the worlds change', async ({ page }) => {
  await page.goto(`${path}?gy=0.5&groups=20&study=3&worlds=20`);
  const summary = page.locator('.experiment');
  await expect(summary.getByText('20', { exact: true }).first()).toBeVisible();
  await expect(summary).toContainText('confound → Y0.5');
  await expect(summary).toContainText('study3');
  await expect(page.getByText('No world of study 3 has been run yet.')).toBeVisible();
});
