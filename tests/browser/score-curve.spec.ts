// The score curve as it is rendered: its exact numbers are the reference's, it is the reader's to run, and it moves the page's sigma.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { test } from './site';

const reference: { readonly sigma_grid: readonly number[]; readonly elpd_exact: readonly number[] } = JSON.parse(
  readFileSync('tests/reference/frogs-quadrature.json', 'utf8'),
);
const tadpoles: { readonly fits: readonly { readonly sigma: number; readonly elpd: number }[] } = JSON.parse(
  readFileSync('tests/reference/left-out-tadpoles.json', 'utf8'),
);

const path = 'reed-frogs/';
const figure = (page: Page): Locator => page.getByRole('figure', { name: /it has not seen is predicted best/ });
const slider = (page: Page): Locator => figure(page).getByRole('slider', { name: /along the curve/ });

/** Rows of the figure's table as numbers: sigma, exact, deviance, PSIS, seen, tanks with k above 0.7. */
async function numbers(page: Page): Promise<number[][]> {
  const details = figure(page).locator('details.number-table');
  await details.evaluate((element) => element.setAttribute('open', ''));
  const rows = await details
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
  return rows.map((cells) => cells.map((cell) => Number(cell.replace('−', '-'))));
}

test('the exact score at each of the twenty sigmas is the reference’s, and the best is 1.647', async ({ page }) => {
  await page.goto(path);
  const rows = await numbers(page);
  expect(rows).toHaveLength(20);
  rows.forEach(([sigma, exact, deviance], k) => {
    expect(sigma).toBeCloseTo(reference.sigma_grid[k], 3);
    expect(Math.abs(exact - reference.elpd_exact[k])).toBeLessThan(0.00051);
    expect(Math.abs(deviance + 2 * reference.elpd_exact[k])).toBeLessThan(0.00051);
  });
  const best = rows.reduce((most, row) => (row[1] > most[1] ? row : most));
  expect(best[0]).toBe(1.647);
  await expect(figure(page)).toHaveAccessibleName(/predicted best at 1\.65$/);
  // Of PSIS only that it warns.
  const warned = rows.filter(([sigma]) => sigma > 1.1).map((row) => row[5]);
  for (const tanks of warned) expect(tanks).toBeGreaterThan(24);
});

test('a left-out tadpole has the score of brute force', async ({ page }) => {
  await page.goto(path);
  await figure(page).getByRole('radio', { name: 'a tadpole' }).check();
  const rows = await numbers(page);
  const compared = tadpoles.fits.flatMap((fit) => {
    const row = rows.find(([sigma]) => Math.abs(sigma - fit.sigma) < 0.0006);
    return row === undefined ? [] : [[row[1], fit.elpd]];
  });
  expect(compared).toHaveLength(4);
  for (const [shown, exact] of compared) expect(Math.abs(shown - exact)).toBeLessThan(0.00051);
});

test('run here, every number is the build’s, to the last digit', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto(path);
  const built = await numbers(page);
  await figure(page).getByRole('button', { name: 'Run it yourself' }).click();
  await expect(figure(page).getByRole('progressbar')).toBeVisible();
  const same = figure(page).getByText(/all 2,061 numbers are the build’s, to the last digit/);
  await expect(same).toBeVisible({ timeout: 220_000 });
  expect(await numbers(page)).toEqual(built);
});

test('it fills in, exact scores first; Stop keeps what was done', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(path);
  const built = await numbers(page);
  await figure(page).getByRole('button', { name: 'Run it yourself' }).click();
  await expect(figure(page).getByText(/^[1-9] of 20 fits/)).toBeVisible({ timeout: 90_000 });
  await figure(page).getByRole('button', { name: 'Stop' }).click();
  await expect(figure(page).getByText(/^Stopped;/)).toBeVisible();
  const partial = await numbers(page);
  partial.forEach((row, k) => expect(row.slice(0, 3)).toEqual(built[k].slice(0, 3)));
  const filled = partial.flatMap((row, k) => (Number.isNaN(row[3]) ? [] : [k]));
  expect(filled.length).toBeGreaterThan(0);
  expect(filled.length).toBeLessThan(20);
  for (const k of filled) expect(partial[k]).toEqual(built[k]);
  await figure(page).getByRole('button', { name: 'Back to the build’s' }).click();
  expect(await numbers(page)).toEqual(built);
});

test('the keyboard and the pointer take the page’s sigma along the curve', async ({ page }) => {
  await page.goto(path);
  const chart = figure(page).locator('.chart').first();
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator('.chart-live svg')).toBeVisible();
  await slider(page).focus();
  await page.keyboard.press('End');
  await expect(page).toHaveURL(/sigma=5/);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', '5.00, score of a left-out tank −159.4');
  for (let k = 0; k < 13; k++) await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/sigma=1\.647/);
  await expect(slider(page)).toHaveAttribute(
    'aria-valuetext',
    '1.65, score of a left-out tank −134.2, the best of twenty',
  );
  const box = await chart.boundingBox();
  if (box === null) throw new Error('the chart has no box');
  await page.mouse.click(box.x + box.width * 0.6, box.y + box.height * 0.6);
  await expect(page).toHaveURL(/sigma=3\.\d+/);
  await expect(page.getByRole('slider', { name: /how much tanks differ/ }).last()).toHaveAttribute(
    'aria-valuetext',
    /^3\.\d+, weak pooling$/,
  );
});
