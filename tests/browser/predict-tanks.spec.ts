// Predict first: six guesses by keyboard, by pointer and typed; committed, scored as the table says, and kept.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { test } from './site';

const path = 'reed-frogs/';
const figure = (page: Page): Locator =>
  page.getByRole('figure').filter({ has: page.getByRole('group', { name: 'Six tanks' }) });
const handles = (page: Page): Locator => figure(page).getByRole('slider');

async function table(page: Page): Promise<number[][]> {
  const details = figure(page).locator('details.number-table');
  await details.evaluate((element) => element.setAttribute('open', ''));
  return details
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => Number(cell.textContent))));
}

test('guesses by key, number and hand, one tab stop, scored and kept', async ({ page }) => {
  await page.goto(path);
  const commit = figure(page).getByRole('button', { name: 'These are my guesses' });
  await expect(commit).toBeDisabled();
  expect(
    await handles(page).evaluateAll((all) => all.filter((one) => one.getAttribute('tabindex') === '0').length),
  ).toBe(1);
  await handles(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(handles(page).first()).toHaveAttribute('aria-valuetext', '49 percent');
  await page.keyboard.press('ArrowRight');
  await expect(handles(page).nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('PageDown');
  await expect(handles(page).nth(1)).toHaveAttribute('aria-valuetext', '90 percent');
  await page.keyboard.press('ArrowRight');
  const field = figure(page).getByRole('textbox', { name: 'Tank 32' });
  await field.fill('44');
  await field.press('Enter');
  await expect(handles(page).nth(2)).toHaveAttribute('aria-valuetext', '44 percent');
  await field.fill('120');
  await field.press('Enter');
  await expect(figure(page).getByRole('alert')).toHaveText('Type a number from 0 to 100.');
  // A tap in a column, then a drag.
  const column = figure(page).locator('.guess-column').nth(3);
  const box = await column.boundingBox();
  if (box === null) throw new Error('the column has no box');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.1);
  await expect(handles(page).nth(3)).toHaveAttribute('aria-valuetext', '90 percent');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.1);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.05, { steps: 4 });
  await page.mouse.up();
  await expect(handles(page).nth(3)).toHaveAttribute('aria-valuetext', '95 percent');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Home');
  await commit.click();

  const rows = await table(page);
  expect(rows.map((row) => row[4])).toEqual([49, 90, 44, 95, 49, 0]);
  // The table's means are rounded, so the score is within half a point of theirs.
  const off = Math.sqrt(rows.reduce((sum, row) => sum + (row[4] - row[5]) ** 2, 0) / rows.length);
  const verdict = (await figure(page).locator('.guess-verdict strong').textContent()) ?? '';
  expect(Math.abs(Number(/([\d.]+) points/.exec(verdict)?.[1]) - off)).toBeLessThan(0.5);
  await expect(figure(page).locator('.guess-posterior')).toHaveCount(6);

  await page.reload();
  await expect(figure(page).locator('.guess-verdict strong')).toHaveText(verdict);
  await figure(page).getByRole('button', { name: 'Guess again' }).click();
  await expect(handles(page).first()).toHaveAttribute('aria-valuetext', 'not placed yet');
});

test('skipping shows the answer without a guess', async ({ page }) => {
  await page.goto(path);
  await figure(page).getByRole('button', { name: 'Skip, and show the answer' }).click();
  await expect(figure(page).locator('.guess-posterior')).toHaveCount(6);
  await expect(figure(page).getByText('Skipped.')).toBeVisible();
});
