// What a reader does before a figure has come alive counts; what the browser fills in on the way back does not.
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { test as base } from '@playwright/test';

/** The page as it comes: nobody waits for figures. Scripts are held back until they are let go. */
const test = base.extend<{ letGo: () => void }>({
  letGo: async ({ page }, give) => {
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/assets/*.js', async (route) => {
      await held;
      await route.continue();
    });
    await give(letGo);
  },
});

function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.text() !== 'Service Worker registration blocked by Playwright') complaints.push(message.text());
  });
  return complaints;
}

test('sliders, choices, boxes, fields and answers that were moved early', async ({ page, letGo }) => {
  const complaints = complaintsOf(page);
  await page.goto('reed-frogs/?seed=2', { waitUntil: 'commit' });
  const shrinkage = page.locator('#figure-shrinkage');
  const knob = shrinkage.getByRole('slider', { name: /how much tanks differ/ });
  await knob.focus();
  for (let k = 0; k < 40; k++) await page.keyboard.press('ArrowLeft');
  const there = await knob.inputValue();
  await shrinkage.getByRole('checkbox', { name: 'Intervals' }).uncheck();
  await page.getByRole('radio', { name: 'a tadpole' }).check();
  const question = page.locator('.question').first();
  await question.getByRole('radio').nth(1).check();
  await question.getByText('Skip, and show the answer').click();
  await page.locator('#figure-who-moves .share summary').click();
  letGo();

  await expect(page).toHaveURL(/sigma=0\.\d+/);
  await expect(knob).toHaveValue(there);
  await expect(knob).toHaveAttribute('aria-valuetext', /^0\.\d+, /);
  await expect(shrinkage.getByText(/seed 2, made in your browser/)).toBeVisible({ timeout: 40_000 });
  await expect(shrinkage.getByRole('checkbox', { name: 'Intervals' })).not.toBeChecked();
  await expect(page.locator('#figure-score-curve')).toHaveAccessibleName(/tadpole/);
  await expect(question.getByRole('button', { name: 'This is my answer' })).toBeEnabled();
  await expect(page.locator('#figure-who-moves').getByRole('textbox', { name: 'Embed it' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('choices and fields that were left early', async ({ page, letGo }) => {
  await page.goto('memory/', { waitUntil: 'commit' });
  const [stories, starve] = [page.locator('#figure-story-responses'), page.locator('#figure-starve')];
  await stories.getByRole('combobox').selectOption('box');
  await starve.getByRole('spinbutton').fill('30');
  await starve.getByRole('combobox').focus();
  letGo();
  await expect(stories.locator('.figure-readout')).toHaveText(/^Story box: /);
  await expect(stories.getByRole('combobox')).toHaveValue('box');
  await expect(page).toHaveURL(/kept=30/);
  await expect(starve.getByRole('spinbutton')).toHaveValue('30');
});

test('on the way back the page is as its address says, and its controls agree with its pictures', async ({
  page,
  letGo,
}) => {
  letGo();
  await page.goto('memory/');
  const stories = page.locator('#figure-story-responses');
  const starve = page.locator('#figure-starve');
  await expect(async () => {
    await stories.getByRole('combobox').selectOption('box');
    await expect(stories.locator('.figure-readout')).toHaveText(/^Story box: /, { timeout: 1000 });
    await starve.getByRole('button', { name: '30', exact: true }).click();
    await expect(page).toHaveURL(/kept=30/, { timeout: 1000 });
  }).toPass();
  for (const way of ['back', 'reload'] as const) {
    if (way === 'reload') await page.reload();
    else {
      await page.goto('refresher/');
      await page.goBack();
    }
    await expect(starve.getByRole('spinbutton')).toHaveValue('30');
    await expect(stories.getByRole('combobox')).toHaveValue('aqu');
    await expect(stories.locator('.figure-readout')).toHaveText(/^Story aqu: /);
  }
});
