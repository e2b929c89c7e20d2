// Presenter mode: bets and questions keep their answers, hands are counted, and what was pressed does not stop a clicker.
import { expect } from '@playwright/test';
import { violationsIn } from './axe';
import { goTo, inPresenter, place, projector, step } from './presenter';
import { test } from './site';

test.use({ viewport: projector });

test('a bet: nothing given away before its step, the board revealed by it', async ({ page }) => {
  await page.goto('reed-frogs/?present&step=predict-first.bet');
  await inPresenter(page);
  const figure = page.locator('.figure[data-onstage]');
  await expect(figure.getByRole('slider')).toHaveCount(6);
  await expect(figure.getByRole('button', { name: 'Skip, and show the answer' })).toBeHidden();
  await expect(figure.locator('.guess-posterior')).toHaveCount(0);
  await page.keyboard.press('PageDown');
  await expect(figure.locator('.guess-posterior')).toHaveCount(6);
  await expect(figure.locator('.guess-posterior').first()).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect(figure.locator('.guess-posterior').first()).toBeHidden();
});

test('hands are counted for a bet, by what is bet on, and stay under the figure and beside the words that answer it', async ({
  page,
  watched,
}) => {
  await page.goto('mundlak/?present&step=a-hundred-worlds.bet');
  await inPresenter(page);
  const tally = page.getByRole('region', { name: 'Tally of the room' });
  const hands = tally.locator('output');
  await expect(tally).toContainText('Over many worlds like this one');
  await expect(hands).toHaveCount(10);
  await expect(page.locator('.study-results')).toBeHidden();
  // The tenth answer has 0.
  for (const key of ['4', '4', '6', '0', '0', '0']) await page.keyboard.press(key);
  await page.keyboard.press('Shift+0');
  const forX = ['0', '0', '0', '2', '0'];
  const forZ = ['1', '0', '0', '0', '2'];
  await expect(hands).toHaveText([...forX, ...forZ]);
  expect(await violationsIn(page)).toEqual([]);
  await page.keyboard.press('PageDown');
  await expect(page.locator('.study-results')).toBeVisible();
  await expect(hands).toHaveText(forX);
  // Both Mundlaks are closest for X in the build's worlds.
  await expect(tally.locator('li[data-right="true"]')).toHaveText([/Mundlak/, /latent Mundlak/]);
  expect(await violationsIn(page)).toEqual([]);
  await page.keyboard.press('PageDown');
  await expect(hands).toHaveText(forZ);
  await page.keyboard.press('PageDown');
  await expect.poll(() => step(page)).toBe('a-hundred-worlds.reveal');
  await expect(hands).toHaveText([...forX, ...forZ]);
  // Its second screen, then what follows.
  await page.keyboard.press('PageDown');
  await expect(place(page)).toContainText('2 of 2');
  await page.keyboard.press('PageDown');
  await expect.poll(() => step(page)).toBe('a-hundred-worlds-2');
  await expect(tally).toHaveCount(0);
  await page.keyboard.press('Escape');
  // Nobody has bet for the reader.
  await expect(page.getByRole('button', { name: 'Skip, and look' })).toBeAttached();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('answers')))).toEqual([]);
  expect(watched.complaints).toEqual([]);
});

test('a bet placed before the talk is held, and still placed after it', async ({ page }) => {
  await page.goto('confounds/');
  const figure = page.locator('#figure-confound-drag');
  await figure.getByRole('checkbox', { name: 'naive' }).check();
  await figure.getByRole('button', { name: 'This is my answer' }).click();
  await expect(figure.getByText('You said: naive.')).toBeVisible();
  await page.keyboard.press('p');
  await inPresenter(page);
  await goTo(page, 'confounds', 'turn-the-confound-up.bet');
  await expect(figure.locator('.figure-title')).toBeHidden();
  await expect(figure.getByRole('slider')).toBeHidden();
  await page.keyboard.press('1');
  await page.keyboard.press('PageDown');
  const slider = figure.getByRole('slider');
  await expect(slider).toBeEnabled();
  await expect(figure.locator('.figure-title')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Tally of the room' }).locator('output')).toHaveText(['1', '0', '0']);
  await page.keyboard.press('Escape');
  await expect(figure.getByText('You said: naive.')).toBeVisible();
});

test('what a hand pressed or placed with the pointer does not stop a clicker, or a thumb on the space bar', async ({
  page,
}) => {
  await page.goto('memory/?present&step=three-ways-to-pool.figure');
  await inPresenter(page);
  await page.locator('.figure[data-onstage] select').first().selectOption('participant');
  await page.locator('.figure[data-onstage] select').first().focus();
  await page.keyboard.press('PageDown');
  await expect.poll(() => step(page)).toBe('three-ways-to-pool-4');
  await expect(page.locator('#figure-poolings select').first()).toHaveValue('participant');
  await page.keyboard.press('PageDown');
  await expect.poll(() => step(page)).toBe('three-ways-to-pool.question');
  await page.getByRole('button', { name: /^One more for high/ }).click();
  await page.keyboard.press('Space');
  await expect.poll(() => step(page)).toBe('three-ways-to-pool.answer');
  await expect(page.getByRole('region', { name: 'Tally of the room' }).locator('output')).toHaveText(['1', '0', '0']);

  await page.goto('reed-frogs/?present&step=predict-first.bet');
  await inPresenter(page);
  await page
    .locator('.guess-column')
    .nth(2)
    .click({ position: { x: 20, y: 40 } });
  const placed = page.getByRole('slider').nth(2);
  const guess = await placed.getAttribute('aria-valuenow');
  expect(guess).not.toBeNull();
  await page.keyboard.press('PageDown');
  await expect.poll(() => step(page)).toBe('predict-first.figure');
  await page.keyboard.press('Escape');
  // The bet is open again, with what was placed.
  await expect(placed).toHaveAttribute('aria-valuenow', guess ?? '');
});

test('the readiness check asks before it answers, and the list of steps tells no finding before its figure', async ({
  page,
}) => {
  await page.goto('reed-frogs/?present&step=ready');
  await inPresenter(page);
  await expect(page.getByText('What share of its tadpoles do you expect to live?')).toBeVisible();
  await expect(page.getByText('Log-odds of 0 are even odds.')).toBeHidden();
  await page.keyboard.press('o');
  const finding = page.getByRole('dialog').getByText('a tank it has not seen is predicted best at');
  await expect(page.getByRole('dialog').getByText('Drag sigma').first()).toBeVisible();
  await expect(finding).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('PageDown');
  await expect(page.getByText('Log-odds of 0 are even odds.')).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('o');
  await expect(finding).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.locator('.readiness')).not.toHaveAttribute('open');
});
