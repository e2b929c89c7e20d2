// What is set once for the site: the depth of diagnostics, interval and seed, and the answers that stay in the browser.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { test } from './site';

const path = 'reed-frogs/';
const figure = (page: Page): Locator => page.getByRole('figure', { name: /pulled toward the typical tank/ });
const panel = (page: Page): Locator => page.getByRole('dialog', { name: 'Settings' });

test('the depth of diagnostics shows itself, is kept, and holds on other pages', async ({ page }) => {
  await page.goto(path);
  await expect(panel(page)).toBeHidden();
  await page.getByRole('button', { name: 'Settings' }).click();
  await panel(page).getByLabel('Diagnostics').selectOption({ label: 'ranks, R-hat and ESS' });
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  const detail = figure(page).locator('.run-detail');
  await detail.scrollIntoViewIfNeeded();
  await expect(detail.getByRole('row', { name: /^largest R-hat 1\.00\d\d alpha/ })).toBeVisible();
  await expect(detail.getByRole('row', { name: /^smallest bulk ESS [\d,]+ .* at least 400$/ })).toBeVisible();
  await expect(detail.getByRole('img', { name: /^Rank plot of / })).toHaveCount(2);
  await expect(detail.getByText('Tree depth')).toHaveCount(0);

  await page.getByRole('button', { name: 'Settings' }).click();
  await panel(page).getByLabel('Diagnostics').selectOption({ label: 'all: also tree depth, divergences, energy' });
  await page.goto('');
  const hero = figure(page).locator('.run-detail');
  await hero.scrollIntoViewIfNeeded();
  await expect(hero.getByText('Divergences: none.')).toBeVisible();
  await expect(hero.getByRole('img', { name: /^Energies about their mean/ })).toBeVisible();
  const shares = await hero
    .getByRole('table', { name: /^Tree depth/ })
    .locator('tbody td:nth-of-type(2)')
    .evaluateAll((cells) => cells.map((cell) => Number.parseFloat(cell.textContent ?? '')));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 0);
});

test('seed and interval go along to the next page', async ({ page }) => {
  await page.goto(path);
  await page.getByRole('button', { name: 'Settings' }).click();
  await panel(page).getByLabel('Intervals').selectOption('50');
  await panel(page).getByLabel('Seed').fill('7');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Tadpool' }).click();
  await expect(page).toHaveURL(/\/course\/\?seed=7&interval=50$/);
  await expect(figure(page).getByRole('combobox', { name: 'Mass of the intervals' })).toHaveValue('50');
});

test('a committed answer is there on the next visit, can be given again, and is forgotten when asked', async ({
  page,
}) => {
  const question = page.locator('.question').first();
  const commit = question.getByRole('button', { name: 'This is my answer' });
  await page.goto('');
  await expect(commit).toBeDisabled();
  await question.getByRole('radio', { name: /^Near 100/ }).check();
  await commit.click();
  await expect(question.getByText('Not quite.')).toBeVisible();
  await expect(question.getByText(/the estimate is 71/)).toBeVisible();
  await page.reload();
  await expect(question.getByText('Not quite.')).toBeVisible();
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('tadpool-answers')));
  expect(await kept()).toHaveLength(1);
  await question.getByRole('button', { name: 'Answer again' }).click();
  expect(await kept()).toHaveLength(0);
  await question.getByRole('radio', { name: /^Near 71/ }).check();
  await commit.click();
  await expect(question.getByText('Yes.')).toBeVisible();
  await page.getByRole('button', { name: 'Settings' }).click();
  await panel(page).getByRole('button', { name: 'Forget my answers' }).click();
  await expect(panel(page).getByText('Forgotten, on all pages.')).toBeVisible();
  expect(await kept()).toHaveLength(0);
  await expect(question.getByText('Yes.')).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test('the front page shows six tanks and their population, and the slider moves them', async ({ page }) => {
    await page.goto('');
    const chart = figure(page).locator('.chart-live svg');
    await expect(chart).toBeVisible();
    await expect(chart.locator('g.estimates_marks > path')).toHaveCount(6);
    const places = () =>
      chart.locator('g.estimates_marks > path').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().y));
    const spread = (ys: readonly number[]) => Math.max(...ys) - Math.min(...ys);
    const before = spread(await places());
    await figure(page)
      .getByRole('slider', { name: /how much tanks differ/ })
      .focus();
    await page.keyboard.press('Home');
    await expect.poll(async () => spread(await places())).toBeLessThan(before / 4);
  });
});
