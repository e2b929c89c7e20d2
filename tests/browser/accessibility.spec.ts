// axe-core finds nothing on any page, light and dark, wide and narrow.
import { expect } from '@playwright/test';
import type axe from 'axe-core';
import { createRequire } from 'node:module';
import { pages, test } from './site';

const axeFile = createRequire(import.meta.url).resolve('axe-core');

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

for (const path of pages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 390]) {
      test(`/${path}, ${colorScheme}, ${width} px wide`, async ({ page }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: 900 });
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        // The page's policy refuses an added script element; one run by the debugger is not the page's.
        await page.evaluate(await sourceOfAxe());
        for (const details of await page.locator('details').all())
          await details.evaluate((element) => element.setAttribute('open', ''));
        const { violations } = await page.evaluate(() => window.axe.run());
        expect(
          violations.map(
            ({ id, nodes }) =>
              `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`,
          ),
        ).toEqual([]);
      });
    }
  }
}

async function sourceOfAxe(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile(axeFile, 'utf8');
}
