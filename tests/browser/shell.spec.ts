// The shell around the lessons: the theme is kept, a lost reader finds home, the keyboard skips to the text.
import { expect } from '@playwright/test';
import { test } from './site';

test('the theme is chosen, kept, and there before the first paint', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('');
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.goto('reed-frogs/', { waitUntil: 'commit' });
  await page.waitForSelector('h1');
  expect(await paper()).toBe(dark);
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
});

test('a page that is not there says so, with status 404', async ({ page }) => {
  const response = await page.goto('no/such/page');
  expect(response?.status()).toBe(404);
  await expect(page.locator('h1')).toHaveText('No page here');
});

test('the first Tab offers to skip to the text', async ({ page }) => {
  await page.goto('reed-frogs/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the text' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});
