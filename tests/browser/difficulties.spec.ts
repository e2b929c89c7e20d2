// Page 6 alive: chains that are run until good, held, and ended early; the funnel under its slider.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { fitFunnel } from '../../src/engine/funnel';
import { test } from './site';

const path = 'difficulties/';
const crossed = (page: Page): Locator => page.locator('figure.figure', { has: page.locator('.crossed-run') });
const funnel = (page: Page): Locator => page.getByRole('figure', { name: /observations? a tank/ });

test('the crossed model reaches an ESS of 400 with the draws of the build, through a pause', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto(path);
  const figure = crossed(page);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('.chart-live svg')).toHaveCount(3);
  const clock = figure.locator('.crossed-clock');
  const press = (name: string): Promise<void> => figure.getByRole('button', { name, exact: true }).click();
  await press('Run the chains here');
  await expect(clock).toHaveText(/warming up|first draws|ESS \d+ of 400/);
  await press('Pause');
  await expect(clock).toHaveText(/, paused$/);
  const stands = await clock.innerText();
  await page.waitForTimeout(400);
  await expect(clock).toHaveText(stands);
  await press('Go on');
  await expect(clock).toHaveText(/reached 400 in .* These are the very draws of the build/, { timeout: 200_000 });
  await expect(figure.getByText(/made in your browser/)).toBeVisible();
});

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
