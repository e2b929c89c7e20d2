// Page 1 alive: the robot's visits, the trolley's data, the three poolings and the starved story.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { test } from './site';
import { stanPosterior } from './stan';

const path = 'memory/';
const cafes = (page: Page): Locator => page.getByRole('figure', { name: /one visit teaches about every café/ });
const poolings = (page: Page): Locator =>
  page.getByRole('figure', { name: /pooling changes next to nothing|reins in the extremes/ });
const starved = (page: Page): Locator => page.getByRole('figure', { name: /A story with few responses/ });

async function numbers(figure: Locator): Promise<string[][]> {
  const details = figure.locator('details.number-table');
  await details.evaluate((element) => element.setAttribute('open', ''));
  return details
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.replace('\u2212', '-'))),
    );
}

test('each visit moves every café under memory, and only the visited one under amnesia', async ({ page }) => {
  await page.goto(path);
  const figure = cafes(page);
  const before = await numbers(figure);
  await figure.getByRole('button', { name: 'Next visit' }).click();
  await expect(figure.getByText('Visit 2 of 8: café 3, 7 minutes.').first()).toBeVisible();
  const after = await numbers(figure);
  expect(after[4][1]).not.toBe(before[4][1]);
  expect(after[1][4]).toBe('4.4');
  expect(Number(after[2][4])).toBeGreaterThan(Number(before[2][4]) + 1);
});

test('a visit of the reader is fitted in the browser; one that cannot be is explained, and nothing is lost', async ({
  page,
}) => {
  await page.goto(path);
  const figure = cafes(page);
  const typed = figure.getByRole('spinbutton', { name: /waited/ });
  await typed.fill('2.5');
  await figure.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(figure.getByRole('alert')).toHaveText('“2.5” is no waiting time. Type whole minutes from 0 to 120.');
  await expect(typed).toHaveValue('2.5');
  await typed.fill('40');
  await figure.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(figure.getByText('Visit 2 of 2: café 5, 40 minutes.').first()).toBeVisible();
  await expect(figure.locator('.chart')).toHaveAttribute('data-preview', 'false');
  const rows = await numbers(figure);
  expect(Number(rows[4][1])).toBeGreaterThan(20);
  expect(Number(rows[1][1])).toBeGreaterThan(7);
});

/** Posterior means of beta from Stan, relative to their mean. */
function stanEffects(): readonly number[] {
  const betas = Object.entries(stanPosterior('trolley-no-pooling-story'))
    .filter(([name]) => name.startsWith('beta'))
    .map(([, { mean }]) => mean);
  const middle = betas.reduce((sum, beta) => sum + beta, 0) / betas.length;
  return betas.map((beta) => beta - middle);
}

test('the stories shown without pooling are those of Stan; fitted here they are the build’s', async ({ page }) => {
  await page.goto(path);
  const figure = poolings(page);
  const shown = (await numbers(figure)).map(([, mean]) => Number(mean)).sort((a, b) => a - b);
  const stan = [...stanEffects()].sort((a, b) => a - b);
  expect(shown).toHaveLength(12);
  // Two digits are shown, and Monte Carlo errors are below 0.003.
  shown.forEach((effect, k) => expect(Math.abs(effect - stan[k])).toBeLessThan(0.005 + 6 * 0.003));
  await figure.getByRole('button', { name: 'Fit them here' }).click();
  await expect(figure.getByText('Three fits made in your browser, the very draws of the build.')).toBeVisible({
    timeout: 40_000,
  });
  expect((await numbers(figure)).map(([, mean]) => Number(mean)).sort((a, b) => a - b)).toEqual(shown);
});

test('a starved story gets its responses back', async ({ page }) => {
  await page.goto(path);
  const figure = starved(page);
  const before = await numbers(figure);
  expect(Number(before[6][2])).toBeGreaterThan(90);
  await figure.getByRole('button', { name: 'all', exact: true }).click();
  await expect(figure.locator('.chart').first()).toHaveAttribute('data-preview', 'false');
  await expect(async () => expect(Number((await numbers(figure))[6][2])).toBeLessThan(25)).toPass();
  const after = await numbers(figure);
  for (const [, observed, none, partial] of after) {
    expect(Math.abs(Number(none) - Number(observed))).toBeLessThan(5);
    expect(Math.abs(Number(partial) - Number(none))).toBeLessThan(1);
  }
  await figure.getByRole('spinbutton', { name: /Keep/ }).fill('2');
  await figure.getByRole('spinbutton', { name: /Keep/ }).press('Enter');
  await expect(figure.getByRole('alert')).toHaveText('Type a whole number from 3 to 662.');
});
