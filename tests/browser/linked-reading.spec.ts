// Linked reading: a symbol pointed at, focused or tapped is marked in prose, equation and figure, by more than hue.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { pages, test } from './site';

const path = 'reed-frogs/';
const word = (page: Page, symbol: string): Locator => page.locator(`.sym[data-symbol="${symbol}"]`).first();
const inEquation = (page: Page, symbol: string): Locator => page.locator(`.equation-body [data-symbol="${symbol}"]`);
const figure = (page: Page): Locator => page.getByRole('figure', { name: /pulled toward the typical tank/ });
const liveChart = async (page: Page): Promise<Locator> => {
  const live = figure(page).locator('.chart-live svg');
  await figure(page).scrollIntoViewIfNeeded();
  await expect(live).toBeVisible();
  return live;
};

test('a word of the prose marks the equation and the figure, and lets go', async ({ page }) => {
  await page.goto(path);
  const chart = await liveChart(page);
  await word(page, 'alpha_bar').hover();
  const lines = chart.locator('g.lines_marks > *');
  await expect(lines).toHaveCount(3);
  expect(await lines.evaluateAll((all) => all.map((line) => line.hasAttribute('data-linked')))).toEqual([
    false,
    true,
    false,
  ]);
  expect(await lines.nth(1).evaluate((line) => getComputedStyle(line).strokeWidth)).toBe('3px');
  for (const symbol of await inEquation(page, 'alpha_bar').all()) {
    await expect(symbol).toHaveAttribute('data-linked', '');
    expect(await symbol.evaluate((element) => getComputedStyle(element).boxShadow)).not.toBe('none');
  }
  await page.mouse.move(5, 5);
  await expect(page.locator('[data-linked]')).toHaveCount(0);
});

test('a mark of the figure marks its word and the equation', async ({ page }) => {
  await page.goto(path);
  const chart = await liveChart(page);
  const estimate = await chart.locator('g.estimates_marks > path').nth(20).boundingBox();
  if (estimate === null) throw new Error('the estimate has no box');
  await page.mouse.move(estimate.x + estimate.width / 2, estimate.y + estimate.height / 2);
  await expect(word(page, 'p')).toHaveAttribute('data-linked', '');
  await expect(inEquation(page, 'p').first()).toHaveAttribute('data-linked', '');
  await expect(word(page, 'sigma')).not.toHaveAttribute('data-linked', '');
});

test('a control is about its symbol', async ({ page }) => {
  await page.goto(path);
  await figure(page).getByRole('slider').first().focus();
  await expect(inEquation(page, 'sigma').first()).toHaveAttribute('data-linked', '');
  await expect(word(page, 'sigma')).toHaveAttribute('data-linked', '');
});

test('the keyboard stops once at each symbol; Enter keeps it marked, Escape lets it go', async ({ page }) => {
  await page.goto(path);
  const stops = page.locator('.sym[tabindex="0"]');
  await expect(stops.first()).toBeAttached();
  const symbols = await stops.evaluateAll((all) => all.map((stop) => stop.getAttribute('data-symbol')));
  const words = await page
    .locator('.sym')
    .evaluateAll((all) => [...new Set(all.map((stop) => stop.getAttribute('data-symbol')))]);
  expect(symbols).toEqual(words);
  const stop = word(page, 'sigma');
  await stop.focus();
  await expect(inEquation(page, 'sigma').first()).toHaveAttribute('data-linked', '');
  await page.keyboard.press('Enter');
  await expect(stop).toHaveAttribute('aria-pressed', 'true');
  await stop.blur();
  await expect(inEquation(page, 'sigma').first()).toHaveAttribute('data-linked', '');
  await page.keyboard.press('Escape');
  await expect(inEquation(page, 'sigma').first()).not.toHaveAttribute('data-linked', '');
});

test('a tap marks, a second tap elsewhere lets go', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 390, height: 844 },
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  const page = await context.newPage();
  await page.goto(path);
  await expect(page.locator('.sym[tabindex="0"]').first()).toBeAttached();
  await word(page, 'alpha').tap();
  await expect(inEquation(page, 'alpha').first()).toHaveAttribute('data-linked', '');
  await page.locator('h1').tap();
  await expect(page.locator('[data-linked]')).toHaveCount(0);
  await context.close();
});

for (const path of pages) {
  test(`/${path}: every symbol of the prose stands in an equation or a figure too`, async ({ page }) => {
    await page.goto(path);
    const lonely = await page.evaluate(() => {
      const words = [...document.querySelectorAll<HTMLElement>('.sym')].map((one) => one.dataset.symbol ?? '');
      const elsewhere = new Set(
        [...document.querySelectorAll<HTMLElement>('[data-symbol]:not(.sym)')].map((one) => one.dataset.symbol),
      );
      for (const chart of document.querySelectorAll<HTMLElement>('[data-symbol-marks]'))
        for (const entry of (chart.dataset.symbolMarks ?? '').split(';'))
          for (const symbol of entry.split('=')[1].split(' ')) elsewhere.add(symbol);
      return words.filter((symbol) => !elsewhere.has(symbol));
    });
    expect(lonely).toEqual([]);
  });
}
