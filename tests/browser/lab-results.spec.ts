// The lab's results in a real browser: panels by keyboard, fits compared or refused in words, draws and a link taken away.
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { runModel } from '../engine/run-model';
import { violationsIn } from './axe';
import { test } from './site';

async function run(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Run', exact: true });
  await expect(button).toBeEnabled({ timeout: 20_000 });
  await button.click();
}

async function fitted(page: Page, model: string): Promise<void> {
  await page.goto(`lab/#model=${model}`);
  await run(page);
  await expect(page.getByRole('tablist', { name: 'Results as' })).toBeVisible({ timeout: 40_000 });
}

/** Another model beside the fits that are kept. */
async function another(page: Page, model: string, number: number): Promise<void> {
  await page.evaluate((id) => {
    window.location.hash = `model=${id}`;
  }, model);
  await expect(page.getByRole('combobox', { name: 'Begin from' })).toHaveValue(model);
  await run(page);
  await expect(page.getByRole('table', { name: `Summary of the posterior of ${number}. ${model}` })).toBeVisible({
    timeout: 40_000,
  });
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });

test('every panel by the arrow keys, with nothing for axe to say and nothing outside a phone', async ({
  page,
  watched,
}) => {
  await page.setViewportSize({ width: 390, height: 850 });
  await fitted(page, 'frogs-multilevel');
  await tab(page, 'Summary').focus();
  const shows: readonly (readonly [string, RegExp])[] = [
    ['Forest', /^Posterior mean and 89 percent interval\. alpha\[1\]/],
    ['Densities', /^Density of alpha_bar/],
    ['Trace', /^Trace of alpha_bar: 4 chains of 1,000 draws/],
    ['Ranks', /^Rank plot of alpha_bar/],
    ['Pairs', /^Draws of alpha\[1\] and sigma: correlation/],
    ['Energy', /^Energies about their mean/],
    ['Predictions', /^How the values of S are spread/],
    ['LOO', /^Pareto k of what is left out: above 0\.70 for \d+ of 48 rows/],
  ];
  for (const [name, drawing] of shows) {
    await page.keyboard.press('ArrowRight');
    await expect(tab(page, name)).toBeFocused();
    await expect(tab(page, name)).toHaveAttribute('aria-selected', 'true');
    const chart = page.getByRole('tabpanel', { name }).getByRole('img', { name: drawing });
    await expect(chart).toBeVisible({ timeout: 15_000 });
    await expect(chart.locator('.chart-live svg')).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violationsIn(page, '.results'), `${name}, ${colorScheme}`).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
  // Nor outside a desk: a figure in the lab has the room of the lab.
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await page.keyboard.press('End');
  await expect(tab(page, 'Take away')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(tab(page, 'Summary')).toBeFocused();
  expect(watched.complaints).toEqual([]);
});

test('fits of the same rows are compared under names, others are refused in words', async ({ page, watched }) => {
  await fitted(page, 'frogs-complete');
  await another(page, 'frogs-predators', 2);
  await another(page, 'mundlak-naive', 3);
  await tab(page, 'Compare').click();
  const panel = page.getByRole('tabpanel', { name: 'Compare' });
  await expect(panel.getByText('not compared: it has no observed Y')).toHaveCount(2);
  await panel.getByRole('button', { name: 'Show 2. frogs-predators' }).click();
  await panel.getByLabel('Name of 2. frogs-predators').fill('with predators');
  await panel.getByRole('button', { name: 'Compare the two by LOO' }).click();
  await expect(panel.getByText(/^with predators predicts better than 1\. frogs-complete, by \d+\.\d with/)).toBeVisible(
    {
      timeout: 20_000,
    },
  );
  const table = panel.getByRole('table', { name: /compared by LOO/ });
  await expect(table.getByRole('rowheader')).toHaveText(['with predators', '1. frogs-complete']);
  await expect(table.getByRole('row').nth(1).getByRole('cell').nth(2)).toHaveText('0.0');
  expect(watched.complaints).toEqual([]);
});

test('draws for ArviZ are those of Node; the link’s draws are met, to the bit', async ({ page, context }) => {
  await fitted(page, 'frogs-multilevel');
  await tab(page, 'Take away').click();
  const panel = page.getByRole('tabpanel', { name: 'Take away' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: 'JSON for ArviZ' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('tadpool-1-frogs-multilevel-arviz.json');
  const groups: {
    readonly posterior: { readonly sigma: number[][]; readonly alpha: number[][][] };
    readonly sample_stats: Readonly<Record<string, unknown[][]>>;
    readonly observed_data: { readonly S: number[] };
  } = JSON.parse(await readFile(await download.path(), 'utf8'));
  const { result, summary } = await runModel({ model: 'frogs-multilevel', seed: 1 });
  const { elements, chains } = result.draws.parameters;
  const sigma = elements.indexOf('sigma');
  const last = elements.indexOf('alpha[48]');
  expect(groups.posterior.sigma).toEqual(
    chains.map((chain) => Array.from({ length: 1000 }, (_, draw) => chain[draw * elements.length + sigma])),
  );
  expect(groups.posterior.alpha[3][999][47]).toBe(chains[3][999 * elements.length + last]);
  expect(groups.observed_data.S).toHaveLength(48);
  const [programFile] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: 'Data for Stan' }).click(),
  ]);
  expect(JSON.parse(await readFile(await programFile.path(), 'utf8'))).toMatchObject({ N: 48, N_T: 48 });
  await expect(panel.getByText(summary.draws_sha256)).toBeVisible();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await panel.getByRole('button', { name: 'Copy the link' }).click();
  await expect(panel.getByText('Copied.')).toBeVisible();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(address);
  await run(other);
  await expect(other.getByText('These are the very draws that the link speaks of.')).toBeVisible({ timeout: 40_000 });
});
