// Every page: complete without scripts, quiet when it comes alive, its own origin only, and its width the window's.
import { expect } from '@playwright/test';
import { pages, test } from './site';

for (const path of pages) {
  test.describe(`page /${path}`, () => {
    test('is complete before scripts run', async ({ browser, baseURL }) => {
      const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
      const page = await context.newPage();
      await page.goto(path);
      await expect(page.locator('h1')).toHaveCount(1);
      expect((await page.locator('main').innerText()).length).toBeGreaterThan(400);
      await expect(page.locator('.katex-error')).toHaveCount(0);
      for (const equation of await page.locator('.equation').all())
        await expect(equation.locator('.katex').first()).toBeVisible();
      for (const still of await page.locator('.chart-still:visible').all())
        await expect(still.locator('svg path').first()).toBeAttached();
      await context.close();
    });

    test('hydrates without a word in the console, from its own origin alone', async ({ page, watched }) => {
      const before = await (await page.request.get(path)).text();
      await page.goto(path);
      await page.waitForFunction(() =>
        Object.keys(document.querySelector('#root') ?? {}).some((key) => key.startsWith('__react')),
      );
      await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      await page.waitForLoadState('networkidle');
      expect(before).toContain('<h1>');
      expect(watched.complaints).toEqual([]);
      expect(watched.foreign).toEqual([]);
    });

    test('does not scroll sideways at any width', async ({ page }) => {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      for (const width of [1440, 768, 390, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await expect
          .poll(
            () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
            { message: `at ${width}` },
          )
          .toBe(0);
      }
    });

    test('has no broken link or anchor', async ({ page }) => {
      await page.goto(path);
      const targets = await page
        .locator('a[href]')
        .evaluateAll((links) => links.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')));
      const here = new URL(page.url()).origin;
      for (const target of new Set(targets.filter((address) => address.startsWith(here)))) {
        const { hash } = new URL(target);
        const response = await page.request.get(target);
        expect(response.status(), target).toBe(200);
        // A fragment with an = is no anchor: it says what the lab opens with.
        if (hash !== '' && !hash.includes('='))
          expect(await response.text(), target).toContain(`id="${decodeURIComponent(hash.slice(1))}"`);
      }
    });
  });
}
