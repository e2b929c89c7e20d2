// A page's text comes in slices from the top, and is whole at once where a reader needs it so.
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { test } from './site';

declare global {
  interface Window {
    /** What growth hid, rule after rule. */
    hidden: string[];
  }
}

const blocks = (page: Page) => page.locator('main > article > *');
const last = (page: Page) => page.locator('main > article > :last-child');
const hidden = (page: Page) => page.evaluate(() => window.hidden);

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const rules: string[] = (window.hidden = []);
    window.CSSStyleSheet = class extends CSSStyleSheet {
      override replaceSync(text: string): void {
        rules.push(text);
        super.replaceSync(text);
      }
    };
  });
});

test('block after block, each once, and in the end all of them', async ({ page, watched }) => {
  await page.goto('memory/');
  await expect(page.locator('.neighbours')).toBeVisible();
  await expect(page.getByRole('contentinfo')).toBeVisible();
  const firstHidden = (await hidden(page)).map((rule) => Number(/n\+(\d+)/.exec(rule)?.[1]));
  const count = await blocks(page).count();
  expect(firstHidden).toEqual(Array.from({ length: count - 1 }, (_, k) => k + 3));
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  expect(watched.complaints).toEqual([]);
});

test('a page opened at a place of it, come back to, or presented, does not grow', async ({ page }) => {
  const whole = async (): Promise<void> => {
    await expect(last(page)).toBeAttached();
    expect(await hidden(page)).toEqual([]);
  };
  await page.goto('memory/');
  await page.reload();
  await whole();
  await page.getByRole('banner').getByRole('link', { name: 'Lab' }).click();
  await expect(page).toHaveURL(/lab/);
  await page.goBack();
  await whole();
  await page.goto('reed-frogs/#figure-shrinkage');
  await expect(page.locator('#figure-shrinkage')).toBeInViewport();
  await whole();
  await page.goto('memory/?present');
  await whole();
});

for (const [act, doIt] of [
  ['a key', (page: Page) => page.keyboard.press('End')],
  ['the wheel', (page: Page) => page.mouse.wheel(0, 10)],
  ['a press', (page: Page) => page.mouse.click(600, 300)],
] as const)
  test(`${act} has all of the page at once`, async ({ page }) => {
    // The page is kept as it is at first.
    await page.addInitScript(() => {
      const later = window.setTimeout;
      Object.assign(window, {
        setTimeout: (run: () => void, ms?: number) => (run.name === 'slice' ? 0 : later(run, ms)),
      });
    });
    await page.goto('memory/');
    await expect(page.locator('main > article > .page-header')).toBeVisible();
    await expect(last(page)).toBeAttached();
    await expect(page.locator('main > article > p').first()).toBeHidden();
    await doIt(page);
    await expect(last(page)).toBeVisible();
    await expect(page.getByRole('contentinfo')).toBeVisible();
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  });
