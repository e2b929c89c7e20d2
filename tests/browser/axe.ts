// axe-core in a page of the tests.
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** What it finds in the parts of the page that match `within`: rule by rule, with the elements and what is amiss. */
export async function violationsIn(
  page: Page,
  within = 'html',
  options: axe.RunOptions = {},
): Promise<readonly string[]> {
  // The page's policy refuses an added script element; one run by the debugger is not the page's.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const { violations } = await page.evaluate(([part, asked]) => window.axe.run(part, asked), [
    within,
    options,
  ] as const);
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`,
  );
}
