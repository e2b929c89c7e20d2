// Questions with a number for an answer, and exercises: what a hand and a keyboard do with them.
import { expect } from '@playwright/test';
import { test } from './site';

test('a number is guessed by slider or field, scored, kept and given again', async ({ page }) => {
  await page.goto('predators/');
  const question = page.locator('.question', { has: page.getByLabel('Your guess, typed') }).first();
  const slider = question.getByRole('slider');
  const field = question.getByLabel('Your guess, typed');
  const commit = question.getByRole('button', { name: 'This is my answer' });
  await expect(slider).toHaveAttribute('aria-valuetext', 'no guess yet');
  await expect(commit).toBeDisabled();
  // A slip is answered in place, and what was typed stays.
  await field.fill('120');
  await field.press('Tab');
  await expect(question.getByText('A number from 0 to 100, please.')).toBeVisible();
  await expect(field).toHaveValue('120');
  await expect(commit).toBeDisabled();
  await field.fill('80');
  await slider.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', /^81\s%$/);
  await commit.click();
  const verdict = question.locator('.question-verdict');
  await expect(verdict).toContainText(/You said 81\s%; it is \d\d\s%/);
  // What the verdict calls the answer is the number that the text goes on to quote.
  const answer = /it is (\d+)/.exec((await verdict.textContent()) ?? '')?.[1] ?? '';
  await expect(question.locator('dt').last()).toContainText(answer);
  await expect(question.getByText(/That is near the old line/)).toBeVisible();
  await page.reload();
  await expect(verdict).toContainText(/You said 81/);
  await question.getByRole('button', { name: 'Answer again' }).click();
  await expect(commit).toBeDisabled();
});

test('a solution opens in place, and its exercise opens in the lab as it says', async ({ page }) => {
  await page.goto('predators/');
  const exercise = page.locator('.exercise').first();
  await expect(exercise.getByText(/Crowded tadpoles are easier to find/)).toBeHidden();
  await exercise.getByText('Solution', { exact: true }).click();
  await expect(exercise.getByText(/Crowded tadpoles are easier to find/)).toBeVisible();
  await exercise.getByRole('link', { name: 'Open it in the lab' }).click();
  await expect(page).toHaveURL(/\/lab\//);
  await expect(page.getByRole('textbox', { name: 'Model' })).toContainText('beta_PD * P[i]');
  await expect(page.locator('.lab')).not.toContainText('could not');
});
