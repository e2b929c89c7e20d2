// Page 5 alive: trials that are run again give the numbers of the build, and stop when told.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { test } from './site';

const path = 'superstitions/';
/** Each is told from the others by a control of its own: its title changes. */
const withControl = (page: Page, role: 'radio' | 'slider', name: string): Locator =>
  page.getByRole('figure').filter({ has: page.getByRole(role, { name }) });

test('trials that are run again have the numbers of the build, digit for digit', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto(path);
  const figure = withControl(page, 'radio', 'only high ones');
  const built = await figure.locator('.figure-title').innerText();
  await figure.getByRole('button', { name: 'Run the trials here' }).click();
  await expect(figure.locator('.figure-title')).toHaveText('Which pooling comes closest to the truth?');
  await expect(figure.getByText(/^[1-9]\d* of 240 fits/)).toBeVisible({ timeout: 30_000 });
  await figure.getByRole('button', { name: 'Stop' }).click();
  await expect(figure.getByText(/^Stopped at \d+ of 240 fits/)).toBeVisible();
  await figure.getByRole('button', { name: 'Go on' }).click();
  await expect(
    figure.getByText(/60 trials of each kind, seed 1, run in your browser: the numbers of the build, digit for digit/),
  ).toBeVisible({
    timeout: 200_000,
  });
  await expect(figure.locator('.figure-title')).toHaveText(built);
});

test('another seed has trials of its own, and the choice of units changes the picture', async ({ page }) => {
  await page.goto(`${path}?seed=4`);
  const figure = withControl(page, 'radio', 'only high ones');
  await expect(figure.getByText('No trial of seed 4 has been run yet.')).toBeVisible();
  await page.goto(path);
  const chart = figure.locator('.chart').first();
  const before = await chart.getAttribute('aria-label');
  await figure.getByRole('radio', { name: 'only extremes' }).check();
  await expect(chart).not.toHaveAttribute('aria-label', before ?? '');
  await expect(chart).toHaveAttribute('aria-label', /only extremes: 12 units/);
});

test('the slider of units is worked by keys and says its consequence', async ({ page }) => {
  await page.goto(path);
  const figure = withControl(page, 'slider', 'Units in the study');
  const slider = figure.getByRole('slider', { name: 'Units in the study' });
  await slider.focus();
  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', /^50, off by [\d.]+ points with partial pooling/);
  await expect(figure.locator('.chart').first()).toHaveAttribute('aria-label', /^One trial: 50 units\./);
});
