// axe-core finds nothing on any page, in any light, at high contrast, wide and narrow: one load a page, and only colours are looked at again.
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { violationsIn } from './axe';
import { pages, test } from './site';

const whole: axe.RunOptions = { rules: { 'target-size': { enabled: true } } };
const colours: axe.RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** How far the page is wider than the window, px. */
const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Ids that more than one element has, those of drawings included: what refers to one finds another. */
const idsOfTwo = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return ids.filter((id, k) => ids.indexOf(id) !== k);
  });

for (const path of pages) {
  test(`/${path}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => one.setAttribute('open', '')));
    await expect(page.locator('input[type="range"]:not([aria-valuetext])')).toHaveCount(0);
    await expect(page.locator('.figure:not(:has(table))')).toHaveCount(0);
    await expect(page.locator('.chart:not([aria-label*=" "])')).toHaveCount(0);
    expect.soft(await idsOfTwo(page)).toEqual([]);
    expect.soft(await violationsIn(page, 'html', whole), 'light').toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect.soft(await violationsIn(page, 'html', whole), 'narrow').toEqual([]);
    // The largest text on a phone: nothing is cut off.
    await page.evaluate(() => (document.documentElement.dataset.text = 'largest'));
    await expect.soft.poll(() => overhang(page)).toBeLessThanOrEqual(0);
    // The colours of charts and symbols are the palette's: tests/app/theme holds their contrast. Without them the rest is quick.
    await page.evaluate(() =>
      document.querySelectorAll('.chart-frame, .katex').forEach((one) => one.replaceChildren()),
    );
    await page.emulateMedia({ colorScheme: 'dark' });
    expect.soft(await violationsIn(page, 'html', colours), 'dark').toEqual([]);
    await page.evaluate(() => (document.documentElement.dataset.contrast = 'more'));
    expect.soft(await violationsIn(page, 'html', colours), 'dark, high contrast').toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    expect.soft(await violationsIn(page, 'html', colours), 'high contrast').toEqual([]);
  });
}

test('what opens over a page', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('reed-frogs/');
  const look = async (what: string): Promise<void> => {
    for (const contrast of ['', 'more']) {
      await page.evaluate((wanted) => (document.documentElement.dataset.contrast = wanted), contrast);
      expect.soft(await violationsIn(page, 'html', whole), `${what} ${contrast}`).toEqual([]);
    }
  };
  await page.getByRole('button', { name: 'Settings' }).click();
  await look('settings');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^On this page/ }).click();
  await look('contents');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('searchbox').fill('prior');
  await expect(page.locator('.search-found a').first()).toBeVisible();
  await look('search');
});

test('the focus is never lost, and a word tells its meaning', async ({ page }) => {
  await page.goto('reed-frogs/');
  const question = page.locator('.question').first();
  await question.getByRole('radio').first().check();
  await question.getByRole('button', { name: 'This is my answer' }).press('Enter');
  await expect(question).toBeFocused();
  await question.getByRole('button', { name: 'Answer again' }).press('Enter');
  await expect(question).toBeFocused();

  const word = page.locator('.term-word', { hasText: 'shrinkage' });
  const card = page.locator('.term-card', { hasText: 'The pull of an estimate' });
  await expect(word).toHaveAccessibleDescription(/^shrinkage: The pull of an estimate/);
  await word.hover();
  await expect(card).toBeVisible();
  await card.hover();
  await page.waitForTimeout(400);
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await page.mouse.move(2, 2);
  await word.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(word).toBeFocused();
  await expect(card).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(card).toBeHidden();
});

test('on a phone the card of a word does not lie over the word', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto('reed-frogs/');
  for (const word of await page.locator('.prose > p .term-word').all()) {
    // Coming up from below, the browser brings it to the lower edge.
    await word.evaluate((element) => element.scrollIntoView({ block: 'end' }));
    await word.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect(word).toBeFocused();
    const covered = await word.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2)?.closest('.term-card') !== null;
    });
    expect(covered, await word.innerText()).toBe(false);
  }
});
