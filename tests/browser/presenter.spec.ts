// Presenter mode: ways in and out, steps by keys, held answers, the tally, the code, sizes on a projector, routes and notes.
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { encode } from 'uqr';
import { routes } from '../../src/app/presenter/routes';
import { lessonSteps } from '../app/presenter/lesson-steps';
import { test } from './site';

test.use({ viewport: { width: 1280, height: 720 } });

const place = (page: Page) => page.locator('.presenter-place');
const step = (page: Page): string | null => new URL(page.url()).searchParams.get('step');
const inPresenter = (page: Page) => expect(page.getByRole('navigation', { name: 'Presenter' })).toBeVisible();

/** On to the step of that name, by its number in the overview's way. */
async function goTo(page: Page, slug: string, id: string): Promise<void> {
  const { steps } = await lessonSteps(slug);
  const number = steps.findIndex((one) => one.id === id) + 1;
  await page.keyboard.press('o');
  await page.keyboard.type(String(number));
  await page.keyboard.press('Enter');
  await expect.poll(() => step(page)).toBe(id);
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8'));
  const { violations: found } = await page.evaluate(() => window.axe.run());
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('; ')}`);
}

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
  expect(await violations(page)).toEqual([]);
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
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('PageDown');
  await expect.poll(() => step(page)).toBe('drag-sigma.answer');
  await expect(reasoning.getByText('is not a straight line')).toBeVisible();
  await expect(hands).toHaveText(['1', '2', '1']);
  await expect(page.locator('.presenter-tally li[data-right="true"]')).toContainText('2');
  expect(await violations(page)).toEqual([]);
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
  expect(await violations(page)).toEqual([]);
  expect(watched.foreign).toEqual([]);
});

test('every step of a page is large enough and fits a projector of 1280 by 720', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('reed-frogs/?present');
  await inPresenter(page);
  const { steps } = await lessonSteps('reed-frogs');
  for (const { id } of steps) {
    await expect.poll(() => step(page)).toBe(id);
    if (id.includes('figure')) await expect(page.locator('.figure[data-onstage] .chart-still:visible')).toHaveCount(0);
    await expect
      .poll(() => page.evaluate(measure), { message: id })
      .toEqual({ small: [], thin: [], cut: [], more: false });
    if (id === steps[steps.length - 1].id) break;
    while (step(page) === id) {
      const before = await place(page).textContent();
      await page.keyboard.press('PageDown');
      await expect(place(page)).not.toHaveText(before ?? '');
      // The address follows the screen.
      if (!/ [2-9] of /.test((await place(page).textContent()) ?? '')) await expect.poll(() => step(page)).not.toBe(id);
    }
  }
});

/** Texts below 24 px, lines of charts below 3 px, and texts that lie outside the window, as rendered. */
function measure() {
  const seen = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const words = (node: Node): string => (node.textContent ?? '').trim().slice(0, 40);
  const scale = Number(getComputedStyle(document.documentElement).getPropertyValue('--stage-scale'));
  const small: string[] = [];
  const cut: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || words(node) === '' || !seen(parent)) continue;
    if (parent.closest('.visually-hidden, script, style, option, .katex, [popover]') !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const svg = parent.closest('svg');
    const drawn = svg === null ? 1 : svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const zoomed = svg === null && parent.closest('main') !== null ? scale : 1;
    const size = Number.parseFloat(getComputedStyle(parent).fontSize) * drawn * zoomed;
    if (size < 23.95) small.push(`${size.toFixed(1)} ${words(node)}`);
    if (box.left < -1 || box.right > innerWidth + 1) cut.push(words(node));
  }
  const thin = [
    ...document.querySelectorAll<SVGElement>(
      '[data-onstage] .chart-live :is(.mark-line path, .mark-rule:not(.role-axis-grid) line)',
    ),
  ]
    .filter(seen)
    .flatMap((line) => {
      const svg = line.ownerSVGElement;
      if (svg === null) return [];
      const width = Number.parseFloat(getComputedStyle(line).strokeWidth);
      const thick = width * (svg.getBoundingClientRect().width / svg.viewBox.baseVal.width);
      return thick < 2.99 ? [`${thick.toFixed(2)} ${line.parentElement?.getAttribute('class') ?? ''}`] : [];
    });
  // What would have to be scrolled to.
  const more = document.documentElement.hasAttribute('data-more');
  return { small: [...new Set(small)], thin: [...new Set(thin)], cut, more };
}

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
  expect(await violations(notes)).toEqual([]);
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
