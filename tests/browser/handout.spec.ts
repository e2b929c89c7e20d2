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

for (const width of [1280, 390]) {
  test(`a chart on paper has the room of its drawing, printed from ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('confounds/');
    for (const figure of await page.locator('.figure:has(.chart)').all()) {
      await figure.scrollIntoViewIfNeeded();
      await expect(figure.locator('.chart-live svg').first()).toBeVisible();
    }
    await page.emulateMedia({ media: 'print' });
    await expect
      .poll(() =>
        page.locator('.chart-frame:has(.chart-live svg)').evaluateAll((frames) =>
          frames.flatMap((frame) => {
            const drawn = frame.querySelector('.mark-group')?.getBoundingClientRect().bottom ?? Infinity;
            return drawn > frame.getBoundingClientRect().bottom + 3 ? [frame.closest('.figure')?.id] : [];
          }),
        ),
      )
      .toEqual([]);
  });
}

test('settings read as the reader sees them, tables keep their heads, and the right answers are marked', async ({
  page,
}) => {
  await page.goto('memory/');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('#figure-starve .handout-settings')).toHaveText(
    'Set: Story aqu; Keep 3 of its 662 responses.',
  );
  // The visit that is being typed is none yet.
  await expect(page.locator('#figure-cafes .handout-settings')).toHaveCount(0);
  await expect(page.locator('.handout-address')).toHaveText(page.url());
  const marks = await page
    .locator('.handout-answers dt')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one, '::after').content));
  expect(marks.filter((mark) => mark.includes('right')).length).toBe(await page.locator('.question').count());

  await page.emulateMedia({ media: 'screen' });
  await page.goto('learning-sigma/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#figure-summary-table thead')).toContainText('R-hat');
  await expect(page.locator('#figure-summary-table thead th').last().getByText('R-hat')).toBeVisible();

  await page.emulateMedia({ media: 'screen' });
  await page.goto('instructor/');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.handout-answers')).toHaveCount(0);
  await expect(page.locator('.lesson-plan .question-answer dd').first()).toBeVisible();
});
