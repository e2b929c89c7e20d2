// The reed-frog page alive: the slider answers, the link is honoured, the draws are those of Node.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { runModel } from '../engine/run-model';
import { test } from './site';

const path = 'reed-frogs/';
const figure = (page: Page): Locator => page.getByRole('figure', { name: /pulled toward the typical tank/ });
const slider = (page: Page): Locator => figure(page).getByRole('slider', { name: /how much tanks differ/ });
const hash = (page: Page): Locator => figure(page).locator('.verdict:not([data-covered="true"]) [data-draws-sha256]');

async function settledHash(page: Page): Promise<string> {
  await expect(figure(page).getByText('made in your browser')).toBeVisible();
  return (await hash(page).getAttribute('data-draws-sha256')) ?? '';
}

async function nodeHash(sigma: number, seed: number): Promise<string> {
  const { summary } = await runModel({ model: 'frogs-fixed-sigma', knobs: { sigma }, seed });
  return summary.draws_sha256;
}

/** Mean distance of the filled marks from the hollow ones, in percentage points, as the figure's table says it. */
async function meanPull(page: Page): Promise<number> {
  const details = figure(page).locator('details.number-table');
  await details.evaluate((element) => element.setAttribute('open', ''));
  const rows = await details
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent))));
  expect(rows).toHaveLength(48);
  return rows.reduce((total, [, , raw, estimate]) => total + Math.abs(raw - estimate), 0) / rows.length;
}

test('the draws of the page are the draws of Node, to the bit', async ({ page }) => {
  await page.goto(path);
  await slider(page).scrollIntoViewIfNeeded();
  expect(await settledHash(page)).toBe(await nodeHash(1, 1));
});

test('so are those of a linked sigma and seed, in the non-centred form too', async ({ page }) => {
  await page.goto(`${path}?sigma=0.2&seed=7`);
  expect(await settledHash(page)).toBe(await nodeHash(0.2, 7));
  await expect(slider(page)).toHaveAttribute('aria-valuetext', '0.2, tanks almost alike');
  await expect(figure(page).getByRole('spinbutton', { name: 'Seed' })).toHaveValue('7');
});

test('a drag shows a preview, then the run of the key; the address follows', async ({ page }) => {
  await page.goto(path);
  await slider(page).scrollIntoViewIfNeeded();
  await settledHash(page);
  const before = await meanPull(page);
  const box = await slider(page).boundingBox();
  if (box === null) throw new Error('the slider has no box');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.58, y);
  await page.mouse.down();
  for (let step = 0; step <= 20; step++) await page.mouse.move(box.x + box.width * (0.58 - 0.02 * step), y);
  await expect(figure(page).getByText('Preview while you drag')).toBeVisible();
  await expect(figure(page).locator('.chart')).toHaveAttribute('data-preview', 'true');
  await page.mouse.up();
  const settled = await settledHash(page);
  await expect(figure(page).locator('.chart')).toHaveAttribute('data-preview', 'false');
  const sigma = Number(new URL(page.url()).searchParams.get('sigma'));
  expect(sigma).toBeGreaterThan(0.1);
  expect(sigma).toBeLessThan(0.5);
  expect(settled).toBe(await nodeHash(sigma, 1));
  expect(await meanPull(page)).toBeGreaterThan(before + 5);
});

test('the keyboard does what the hand does, and one sentence tells of it', async ({ page }) => {
  await page.goto(path);
  await slider(page).focus();
  await page.keyboard.press('Home');
  await expect(slider(page)).toHaveAttribute('aria-valuetext', '0.1, tanks almost alike');
  await expect(figure(page).getByRole('status')).toHaveText(
    /^Sigma 0\.1\. Estimates span \d+ to \d+ percent; tanks pulled \d+ points on average\.$/,
  );
  await page.keyboard.press('End');
  await expect(page).toHaveURL(/sigma=5/);
  const typed = figure(page).getByRole('textbox', { name: /typed/ });
  await typed.fill('0.75');
  await typed.press('Enter');
  await expect(page).toHaveURL(/sigma=0\.75/);
  await typed.fill('lots');
  await typed.press('Enter');
  await expect(figure(page).getByRole('alert')).toHaveText('“lots” is not a number.');
  await expect(page).toHaveURL(/sigma=0\.75/);
});

test('the sigma in the equation is the same knob', async ({ page }) => {
  await page.goto(path);
  const inEquation = page.locator('.equation').getByRole('slider', { name: /how much tanks differ/ });
  await inEquation.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/sigma=1\.0/);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^1\.0\d, moderate pooling$/);
});

for (const [query, sentence] of [
  ['sigma=-1', 'The link asks for sigma -1, outside 0.1 to 5. This page uses 0.1.'],
  ['sigma=abc', 'The link asks for sigma “abc”, which is not a number. This page uses 1.'],
  ['sigma=1e9', 'The link asks for sigma 1e9, outside 0.1 to 5. This page uses 5.'],
  ['seed=-3', 'The link asks for seed -3; it must be a whole number from 0 to 4294967295. This page uses 1.'],
  ['interval=90', 'The link asks for interval 90; it can be 50, 80, 89, 94, 95. This page uses 89.'],
] as const) {
  test(`a link with ${query} says what it could not have, and works`, async ({ page }) => {
    await page.goto(`${path}?${query}`);
    await expect(page.getByRole('alert').filter({ hasText: 'The link asks' })).toContainText(sentence);
    expect(await settledHash(page)).toMatch(/^[0-9a-f]{64}$/);
  });
}

test('an interval is taken from the link and changed in place, without new draws', async ({ page }) => {
  await page.goto(`${path}?interval=50`);
  const first = await settledHash(page);
  const choice = figure(page).getByRole('combobox', { name: 'Mass of the intervals' });
  await expect(choice).toHaveValue('50');
  await choice.selectOption('95');
  await expect(page).toHaveURL(/interval=95/);
  expect(await settledHash(page)).toBe(first);
});

test('Stop stops, says so, and Sample goes on', async ({ page }) => {
  await page.goto(path);
  await settledHash(page);
  // The button is there for a fraction of a second: it is pressed the moment it appears.
  await page.evaluate(() => {
    const watch = new MutationObserver(() => {
      const stop = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Stop');
      if (stop === undefined) return;
      watch.disconnect();
      stop.click();
    });
    watch.observe(document.body, { subtree: true, childList: true });
  });
  await slider(page).focus();
  await page.keyboard.press('PageUp');
  await expect(figure(page).getByText(/^Stopped\./)).toBeVisible();
  await figure(page).getByRole('button', { name: 'Sample' }).click();
  expect(await settledHash(page)).toMatch(/^[0-9a-f]{64}$/);
});
