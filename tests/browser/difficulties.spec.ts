// Page 6 alive: chains that are run until good, held, and ended early; the funnel under its slider; the page never stands still.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { fitFunnel } from '../../src/engine/funnel';
import { test } from './site';

const path = 'difficulties/';
const crossed = (page: Page): Locator => page.locator('figure.figure', { has: page.locator('.crossed-run') });
const funnel = (page: Page): Locator => page.getByRole('figure', { name: /observations? a tank/ });

test('the crossed model reaches an ESS of 400 with the draws of the build, through a pause, and no task over 50 ms', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  await page.goto(path);
  const figure = crossed(page);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('.chart-live svg')).toHaveCount(3);
  await page.waitForLoadState('networkidle');
  await browser.startTracing(page, { categories: ['toplevel', '__metadata', 'blink.user_timing'] });
  // Tracing begins with a task of its own.
  await page.evaluate(() => performance.mark('chains'));
  // Looking about in a large page takes tasks of its own, so that nothing but this is asked of it until the end.
  const press = (name: string): Promise<void> =>
    page.evaluate((wanted) => {
      const buttons = [...document.querySelectorAll<HTMLButtonElement>('.crossed-run button')];
      buttons.find(({ textContent }) => textContent === wanted)?.click();
    }, name);
  const clock = (): Promise<string> =>
    page.evaluate(() => document.querySelector('.crossed-clock')?.textContent ?? 'no clock');
  const says = (what: RegExp, timeout = 20_000): Promise<void> => expect.poll(clock, { timeout }).toMatch(what);
  await press('Run the chains here');
  await says(/warming up|first draws|ESS \d+ of 400/);
  await press('Pause');
  await says(/, paused$/);
  const stands = await clock();
  await page.waitForTimeout(400);
  expect(await clock()).toBe(stands);
  await press('Go on');
  await says(/reached 400 in .* These are the very draws of the build/, 200_000);
  const longest = longestMainTask(await browser.stopTracing());
  expect(longest).toBeGreaterThan(0);
  expect(longest).toBeLessThan(50);
  await expect(figure.getByText(/made in your browser/)).toBeVisible();
});

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Processor time, microseconds: on a machine that others use as well, wall time says nothing of the page. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Of the tasks of the page's main thread after the mark `chains`, milliseconds of processor time. */
function longestMainTask(trace: Buffer): number {
  const { traceEvents }: { readonly traceEvents: readonly TraceEvent[] } = JSON.parse(trace.toString());
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const from = traceEvents.find(({ name }) => name === 'chains')?.ts ?? Infinity;
  const tasks = traceEvents.filter(
    ({ name, pid, tid, ts }) => name.endsWith('RunTask') && ts >= from && main.has(`${pid} ${tid}`),
  );
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000));
}

test('a run that is stopped keeps what it has, or nothing before there are draws', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto(`${path}?seed=5`);
  const figure = crossed(page);
  await figure.getByRole('button', { name: 'Run the chains here' }).click();
  await figure.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(figure.getByText('Stopped. The figure shows the fit before.')).toBeVisible();
  await expect(figure.getByText(/seed 1, made when this page was built/)).toBeVisible();
  await figure.getByRole('button', { name: 'Run them again' }).click();
  await figure.getByRole('button', { name: 'Stop and keep' }).click({ timeout: 120_000 });
  await expect(figure.getByText(/^Ended by you after/)).toBeVisible();
  await expect(figure.getByText(/seed 5, made in your browser/)).toBeVisible();
});

test('the slider of observations turns the winner around, with the numbers of Node', async ({ page }) => {
  await page.goto(path);
  const figure = funnel(page);
  await expect(figure).toHaveAccessibleName(/With 2 observations a tank, the non-centred form yields/);
  await figure.getByRole('slider', { name: 'Observations a tank' }).focus();
  await page.keyboard.press('End');
  await expect(figure).toHaveAccessibleName(/With 100 observations a tank, the centred form yields/);
  await expect(figure.getByText(/100 observations a tank, 4 chains .* made in your browser/)).toBeVisible();
  const node = await fitFunnel({ observations: 100, seed: 1 }, 'centred', () => Promise.resolve(true));
  await expect(figure.locator('.funnel-numbers').first()).toContainText(
    `ESS ${Math.floor(node?.ess ?? 0).toLocaleString('en')}`,
  );
  await figure.getByRole('radio', { name: 'non-centred' }).check();
  await expect(figure.getByRole('group', { name: 'The model, non-centred' })).toBeVisible();
  await expect(figure.getByRole('group', { name: 'The model, centred' })).toBeHidden();
});
