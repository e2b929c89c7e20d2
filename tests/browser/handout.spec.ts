// A printed page: figures as they stand with their settings, no controls, questions first and answers at the end; afterwards all is as before.
import { expect } from '@playwright/test';
import { test } from './site';

test('the page makes itself a handout while it is printed', async ({ page }) => {
  await page.goto('reed-frogs/?sigma=0.5');
  const figure = page.locator('.figure', { has: page.locator('.knob-range') }).first();
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('.chart-live svg')).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));

  await expect(figure.locator('.handout-settings')).toContainText('how much tanks differ: 0.5');
  await expect(figure.locator('.chart-live svg')).toBeVisible();
  await expect(
    page.locator('main button:not(.term-word):visible, main input[type="range"]:visible, main select:visible'),
  ).toHaveCount(0);
  const answers = page.locator('.handout-answers > ol > li');
  await expect(answers).toHaveCount(await page.locator('.question-answer, .solution').count());
  expect((await answers.first().innerText()).length).toBeGreaterThan(40);
  for (const answer of await page.locator('.question-answer').all()) await expect(answer).toBeHidden();
  // Words of the glossary are buttons, and words all the same.
  await expect(page.locator('.prose > p .term-word').first()).toBeVisible();
  // Ink on white, also for a reader of the dark.
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)');

  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  await expect(page.locator('[data-handout]')).toHaveCount(0);
  await expect(page.locator('.question-answer').first()).toBeVisible();
  await expect(figure.locator('.knob-range')).toBeVisible();
});

test('the figures of a handout are vectors', async ({ page }) => {
  await page.goto('reed-frogs/');
  await page.waitForLoadState('networkidle');
  // A printing browser says so itself; the debugger's way to a PDF does not.
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf).toMatch(/^%PDF-/);
  expect(pdf).not.toMatch(/\/Subtype\s*\/Image/);
});
