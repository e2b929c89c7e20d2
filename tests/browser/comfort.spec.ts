// Reading comfort: size of text, contrast and motion are chosen once, kept, and there before the first paint.
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { test } from './site';

const style = (page: Page, name: string): Promise<string> =>
  page.evaluate((property) => getComputedStyle(document.documentElement).getPropertyValue(property), name);

/** How far the page is wider than the window, px. */
const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('text size, contrast and motion hold on every page, and nothing is cut off', async ({ page }) => {
  await page.goto('reed-frogs/');
  await page.getByRole('button', { name: 'Settings' }).click();
  const panel = page.getByRole('dialog', { name: 'Settings' });
  const choose = (group: string, name: string): Promise<void> =>
    panel.getByRole('group', { name: group }).getByRole('radio', { name, exact: true }).check({ force: true });
  await choose('Text', 'Largest');
  await choose('Contrast', 'High');
  await choose('Motion', 'Reduced');
  expect(await style(page, 'font-size')).toBe('21.12px');
  expect(await style(page, '--paper')).toBe('#fff');
  await page.keyboard.press('Escape');

  await page.goto('learning-sigma/', { waitUntil: 'commit' });
  await page.waitForSelector('h1');
  expect(await style(page, 'font-size')).toBe('21.12px');
  expect(await style(page, '--ink')).toBe('#000');
  const chart = page.locator('.chart-still svg').first();
  await expect(chart).toBeAttached();
  const inks = await chart.evaluate((svg) =>
    [...svg.querySelectorAll('text')].map((text) => getComputedStyle(text).fill),
  );
  expect(new Set(inks)).not.toContain('rgb(31, 29, 26)');

  // What plays by itself goes by steps.
  await expect(page.getByRole('button', { name: 'Replay a step' })).toBeAttached();

  for (const width of [1440, 1280, 1000, 768, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => overhang(page), { message: `${width} px wide` }).toBe(0);
  }
  // A dark system, and the same choice.
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await style(page, '--paper')).toBe('#000');
});

test('the system’s wishes are met unasked', async ({ page }) => {
  await page.emulateMedia({ contrast: 'more' });
  await page.goto('');
  expect(await style(page, '--ink')).toBe('#000');
  await page.emulateMedia({ contrast: null, forcedColors: 'active' });
  expect(await style(page, '--ink')).toBe('CanvasText');
});
