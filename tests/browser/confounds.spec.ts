// Page 7 alive: what it renders agrees with Stan, its draws are Node's, its sliders and its link move the world.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { runModel } from '../engine/run-model';
import { stanPosterior } from './stan';
import { test } from './site';

const path = 'confounds/';
const three = (page: Page): Locator => page.getByRole('figure', { name: /three answers about X/ });
const drag = (page: Page): Locator => page.getByRole('figure', { name: /estimates that look only at X follow it/ });

/** bXY and bZY by estimator, as the figure's table says them. */
async function estimates(figure: Locator): Promise<Record<string, { readonly bXY: number; readonly bZY: number }>> {
  const details = figure.locator('details.number-table');
  await details.evaluate((element) => element.setAttribute('open', ''));
  const rows = await details
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td, th')].map((cell) => cell.textContent ?? '')));
  return Object.fromEntries(
    rows.map(([name, bXY, , , bZY]) => [
      name,
      { bXY: Number(bXY.replace('−', '-')), bZY: Number(bZY.replace('−', '-')) },
    ]),
  );
}

async function settled(figure: Locator): Promise<void> {
  await expect(figure.locator('[data-hash]')).not.toHaveCount(0);
  await expect(figure.getByText('made in your browser').first()).toBeVisible({ timeout: 60_000 });
}

const labels = { naive: 'naive', fixed: 'fixed effects', multilevel: 'multilevel' } as const;

for (const [estimator, label] of Object.entries(labels)) {
  test(`${label}: the page shows Stan's posterior means`, async ({ page }) => {
    await page.goto(path);
    const reference = stanPosterior(`mundlak-${estimator}`);
    const shown = (await estimates(three(page)))[label];
    for (const name of ['bXY', 'bZY'] as const) {
      // Four Monte Carlo errors at 1,000 effective draws, and the rounding of what is shown.
      const allowed = (4 * reference[name].sd) / Math.sqrt(1000) + 0.005;
      expect(Math.abs(shown[name] - reference[name].mean), name).toBeLessThan(allowed);
    }
  });
}

test('the draws of the page are the draws of Node, to the bit', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(`${path}?seed=2`);
  await three(page).scrollIntoViewIfNeeded();
  await settled(three(page));
  for (const estimator of ['naive', 'fixed', 'multilevel']) {
    const { summary } = await runModel({ model: `mundlak-${estimator}`, seed: 2, deterministics: false });
    await expect(three(page).locator(`[data-estimator="${estimator}"]`)).toHaveAttribute(
      'data-hash',
      summary.draws_sha256,
      { timeout: 60_000 },
    );
  }
});

test('a prediction unlocks the slider; the confound moves the naive estimate and not the fixed one', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto(path);
  const slider = drag(page).getByRole('slider', { name: /confound → Y/ });
  await expect(slider).toBeDisabled();
  await drag(page).getByRole('checkbox', { name: 'naive' }).check();
  await drag(page).getByRole('button', { name: 'This is my answer' }).click();
  await expect(slider).toBeEnabled();
  const at: Record<string, Awaited<ReturnType<typeof estimates>>> = {};
  for (const effect of ['0', '2']) {
    await drag(page).getByRole('button', { name: effect, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`gy=${effect}`));
    await expect(drag(page).getByRole('status').first()).toContainText(/naive/, { timeout: 60_000 });
    await expect(drag(page).locator('.chart').first()).toHaveAttribute('data-preview', 'false', { timeout: 60_000 });
    await settled(drag(page));
    at[effect] = await estimates(drag(page));
  }
  const moved = (label: string): number => Math.abs(at['2'][label].bXY - at['0'][label].bXY);
  expect(moved('naive')).toBeGreaterThan(0.3);
  expect(moved('fixed effects')).toBeLessThan(0.2);
});

test('the graph says what it draws, and closes its back door', async ({ page }) => {
  await page.goto(`${path}?gx=0`);
  const figure = page.getByRole('figure', { name: /reaches Y by two ways/ });
  // Once it has come to rest, an announcement says the same words.
  const note = figure.locator('.world-note');
  await expect(note).toHaveText('The back door is closed: the confound does not move X.');
  await expect(figure.getByRole('img', { name: /effect 0 and at Y with effect 1/ })).toBeVisible();
  await figure.getByRole('button', { name: 'The lecture’s own world' }).click();
  await expect(note).toContainText('The back door is open');
  await expect(page).not.toHaveURL(/gx/);
});

test('a world with empty groups is fitted like any other', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(`${path}?world=3&groups=40&individuals=40`);
  await settled(three(page));
  const shown = await estimates(three(page));
  for (const label of Object.values(labels)) expect(Number.isFinite(shown[label].bXY)).toBe(true);
});

test('a link that asks for too much says what it got', async ({ page }) => {
  await page.goto(`${path}?gy=9&rate=3`);
  const notice = page.getByRole('alert').filter({ hasText: 'The link asks' });
  await expect(notice).toContainText(
    'The link asks for the confound’s effect on Y 9, outside -2 to 2. This page uses 2.',
  );
  await expect(notice).toContainText('The link asks for the rate of tau’s prior 3; it can be 1, 10. This page uses 1.');
});

test('of several fits the reader takes the one they choose: its draws, its model', async ({ page }) => {
  await page.goto(path);
  await three(page).scrollIntoViewIfNeeded();
  await three(page).getByText('Take it with you').click();
  await three(page).getByLabel('Of which fit').selectOption('fixed effects');
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 40_000 }),
    three(page).getByRole('button', { name: 'The draws as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/fixed-effects-draws\.csv$/);
  const [header, first] = (await readFile(await download.path(), 'utf8')).split('\r\n');
  const { result } = await runModel({ model: 'mundlak-fixed', seed: 1, deterministics: false });
  const { elements, chains } = result.draws.parameters;
  const place = header.split(',').indexOf('bXY');
  expect(Number(first.split(',')[place])).toBe(chains[0][elements.indexOf('bXY')]);
  const [program] = await Promise.all([
    page.waitForEvent('download'),
    three(page).getByRole('button', { name: 'The model in Stan' }).click(),
  ]);
  expect(program.suggestedFilename()).toBe('tadpool-mundlak-fixed.stan');
});
