// Presenter mode: ways in and out, steps by keys, held answers, the code, routes and notes.
import { expect } from '@playwright/test';
import { encode } from 'uqr';
import { routes } from '../../src/app/presenter/routes';
import { lessonSteps } from '../app/presenter/lesson-steps';
import { violationsIn } from './axe';
import { goTo, inPresenter, place, projector, step } from './presenter';
import { test } from './site';

test.use({ viewport: projector });

test('in by button and by key, out by Escape: the page is as it was', async ({ page, watched }) => {
  await page.goto('reed-frogs/?sigma=0.3');
  const slider = page.locator('#figure-shrinkage').getByRole('slider');
  await slider.scrollIntoViewIfNeeded();
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  const value = await slider.inputValue();
  const figure = await slider.elementHandle();
  // Never from a slider.
  await page.keyboard.press('p');
  await expect(page.locator('.presenter')).toHaveCount(0);
  const button = page.getByRole('button', { name: 'Present', exact: true });
  await button.focus();
  const before = await page.evaluate(() => window.scrollY);
  await page.keyboard.press('p');
  await inPresenter(page);
  await expect(page.getByRole('banner')).toBeHidden();
  await expect.poll(() => page.url()).toContain('present');
  await goTo(page, 'reed-frogs', 'drag-sigma.figure');
  await expect(slider).toBeVisible();
  expect(await slider.inputValue()).toBe(value);
  // A dialog takes the first Escape.
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await violationsIn(page)).toEqual([]);
  // No live fit starts: the figure keeps what it shows, and says so.
  await page.getByLabel(/stay with the build/).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await inPresenter(page);
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('#figure-shrinkage .figure-status')).toContainText('Stopped.');
  await page.getByRole('button', { name: /^Leave/ }).click();
  await expect(page.locator('.presenter')).toHaveCount(0);
  expect(await page.evaluate(() => window.scrollY)).toBe(before);
  await expect(button).toBeFocused();
  expect(page.url()).not.toContain('present');
  expect(await slider.inputValue()).toBe(value);
  expect(await figure?.evaluate((element) => element.isConnected)).toBe(true);
  expect(watched.complaints).toEqual([]);

  // Another key, chosen and kept.
  await button.click();
  await inPresenter(page);
  await page.keyboard.press('?');
  await page.getByLabel('Key that opens presenter mode').fill('w');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.locator('.presenter')).toHaveCount(0);
  await page.keyboard.press('p');
  await page.reload();
  await expect(page.locator('.presenter')).toHaveCount(0);
  await page.keyboard.press('w');
  await inPresenter(page);
});

test('a key in the moment that the bar appears is obeyed', async ({ page }) => {
  await page.goto('memory/');
  await page.evaluate(() => {
    const watch = new MutationObserver(() => {
      if (document.querySelector('.presenter-bar') === null) return;
      watch.disconnect();
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: '?', code: 'Slash', shiftKey: true, bubbles: true }),
      );
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Presenter' })).toBeVisible();
});

test('keys step through predict and reveal; answers are held, hands are counted and stay', async ({ page }) => {
  await page.goto('reed-frogs/?present&step=drag-sigma.question');
  await inPresenter(page);
  const question = page.locator('.question[data-onstage]');
  const reasoning = question.locator('.question-answer');
  await expect(question.getByText('The sampler has not drawn long enough.').first()).toBeVisible();
  await expect(reasoning).toBeHidden();
  for (const key of ['2', '2', '2', '1']) await page.keyboard.press(key);
  await page.keyboard.press('Shift+2');
  const hands = page.getByRole('region', { name: 'Tally of the room' }).locator('output');
  await expect(hands).toHaveText(['1', '2', '0']);
  await page.getByRole('button', { name: /^One more for The tanks of 35/ }).click();
  await expect(hands).toHaveText(['1', '2', '1']);
  expect(await violationsIn(page)).toEqual([]);
  await page.keyboard.press('PageDown');
  await expect.poll(() => step(page)).toBe('drag-sigma.answer');
  await expect(reasoning.getByText('is not a straight line')).toBeVisible();
  await expect(hands).toHaveText(['1', '2', '1']);
  await expect(page.locator('.presenter-tally li[data-right="true"]')).toContainText('2');
  expect(await violationsIn(page)).toEqual([]);
  await page.keyboard.press('PageUp');
  await expect(reasoning).toBeHidden();
  await page.keyboard.press('b');
  await expect(page.locator('.presenter-blank')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.presenter-blank')).toHaveCount(0);
  expect(step(page)).toBe('drag-sigma.question');
  await page.keyboard.press('End');
  await expect(place(page)).toContainText(/^(\d+)\/\1/);
  await page.keyboard.press('Home');
  await expect(place(page)).toContainText('1/');
  await page.reload();
  await inPresenter(page);
  // Typed without the overview.
  await page.keyboard.type('15');
  await page.keyboard.press('Enter');
  await expect(place(page)).toContainText('15/');
  // What was opened for the room is closed again for the reader.
  await page.keyboard.press('Escape');
  await expect(page.locator('.question-answer').first()).not.toHaveAttribute('open');
});

test('the code leads to the page as it stands, and is drawn here', async ({ page, watched }) => {
  await page.goto('reed-frogs/?present=50&step=drag-sigma.figure&sigma=0.3&seed=7');
  await inPresenter(page);
  await page.keyboard.press('q');
  const code = page.getByRole('img', { name: /^Code that leads to/ });
  await expect(code).toBeVisible();
  const shared = new URL('./?sigma=0.3&seed=7#drag-sigma', page.url()).href;
  await expect(code).toHaveAccessibleName(`Code that leads to ${shared}`);
  const { data } = encode(shared, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x} ${y}`] : [])));
  const drawn = await code.locator('path').getAttribute('d');
  expect(Array.from((drawn ?? '').matchAll(/M(\d+ \d+)h1v1h-1z/g), ([, at]) => at)).toEqual(dark);
  await expect(code).toHaveAttribute('viewBox', `0 0 ${data.length} ${data.length}`);
  expect(await violationsIn(page)).toEqual([]);
  expect(watched.foreign).toEqual([]);
});

test('a route leads from page to page, and notes follow in a second window', async ({ page, context }) => {
  const [first, second] = routes[50];
  await page.goto(`${first.page}/?present=50&seed=7&step=end`);
  await inPresenter(page);
  await expect(page.getByRole('timer')).toContainText('of 50 min');
  const opening = context.waitForEvent('page');
  await page.keyboard.press('n');
  const notes = await opening;
  await expect(notes.getByText(`This page is to end at ${first.minutes} min.`)).toBeVisible();
  await page.bringToFront();
  await expect(async () => {
    await page.keyboard.press('PageDown');
    expect(page.url()).toContain(`/${second.page}/`);
  }).toPass();
  await inPresenter(page);
  expect(page.url()).toContain('seed=7');
  await expect.poll(() => step(page)).toBe(second.steps[0]);
  await expect(notes.getByText('Which tank would you rather live in')).toBeVisible();
  await expect(notes.getByText('How to read the figure')).toBeVisible();
  expect(await violationsIn(notes)).toEqual([]);
  await notes.getByRole('button', { name: 'Next' }).click();
  await expect.poll(() => step(page)).toBe(second.steps[1]);
  await notes.keyboard.press('ArrowLeft');
  await expect.poll(() => step(page)).toBe(second.steps[0]);
  await page.keyboard.press('PageUp');
  await expect.poll(() => page.url()).toContain(`/${first.page}/`);
});

test('the steps in the document are those of the MDX', async ({ page }) => {
  for (const { page: slug } of routes[80]) {
    await page.goto(`${slug}/?present`);
    await inPresenter(page);
    await page.keyboard.press('o');
    const shown = page.locator('.presenter-steps li');
    await expect(shown.first()).toBeVisible();
    const ids = await shown.evaluateAll((all) => all.map((one) => one.getAttribute('data-step')));
    expect(ids).toEqual((await lessonSteps(slug)).steps.map(({ id }) => id));
  }
});
