// Search over the lecture, and the page's own contents: found by keyboard, said plainly, and linked to the place.
import { expect } from '@playwright/test';
import { test } from './site';

test('the / key opens a search that arrows and Enter bring to the place', async ({ page, watched }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('refresher/?seed=7');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => url.includes('search.json') || url.includes('SearchDialog'))).toEqual([]);

  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search the lecture' });
  const field = dialog.getByRole('searchbox');
  await expect(field).toBeFocused();
  await page.keyboard.type('xyzzy');
  await expect(dialog.getByRole('status')).toHaveText('Nothing found for “xyzzy”.');
  await field.fill('importance sampling fails');
  const first = dialog.getByRole('link').first();
  await expect(first).toContainText('Scores are exact where importance sampling fails');
  await expect(first.locator('mark')).toHaveText(['importance', 'sampling', 'fails']);
  await page.keyboard.press('ArrowDown');
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('link').nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/course\/differences\/\?seed=7#scores-are-exact-where-importance-sampling-fails$/);

  // A figure by its title, on the page that is open; the key is a letter where one writes, and the focus comes back.
  await page.goto('reed-frogs/');
  const open = page.getByRole('button', { name: 'Search' });
  await open.click();
  await field.fill('tanks differ a great deal');
  const figure = dialog.getByRole('link', { name: /Figure: Tanks differ a great deal/ });
  await expect(figure).toHaveAttribute('href', /reed-frogs\/#[a-z]/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
  const seed = page.locator('.figure input[type="number"]').first();
  await seed.scrollIntoViewIfNeeded();
  await seed.focus();
  await page.keyboard.press('/');
  await expect(dialog).toBeHidden();
  expect(watched.complaints).toEqual([]);
  // Without a network, too.
  expect(await (await page.request.get('service-worker.js')).text()).toContain('"search.json"');
});

test('the contents say where the reader is, in the margin and in the bar', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('reed-frogs/#score-it');
  const contents = page.getByRole('navigation', { name: 'On this page' });
  const current = contents.locator('a[aria-current="location"]');
  await expect(current).toHaveText('Score it');
  const read = () => contents.evaluate((nav) => Number(nav.style.getPropertyValue('--read')));
  expect(await read()).toBeGreaterThan(0.2);
  expect(await read()).toBeLessThan(0.9);
  await expect(contents).toBeInViewport();

  await page.setViewportSize({ width: 390, height: 844 });
  await contents.getByRole('button', { name: /On this page/ }).click();
  await contents.getByRole('link', { name: 'Drag sigma' }).click();
  await expect(contents.getByRole('button')).toContainText('Drag sigma');
  await expect(contents.getByRole('link', { name: 'Drag sigma' })).toBeHidden();
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await expect.poll(read).toBe(1);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('there is no search button, and the contents open', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('reed-frogs/');
    await expect(page.getByText('Search', { exact: true })).toBeHidden();
    await page.getByRole('button', { name: 'On this page' }).click();
    await expect(page.getByRole('link', { name: 'Drag sigma' })).toBeVisible();
  });
});
