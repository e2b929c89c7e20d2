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

test('a key in the moment that the bar appears is obeyed', async ({ page }) => {
  await page.goto('memory/');
  await page.evaluate(() => {
    const watch = new MutationObserver(() => {
      if (document.querySelector('.presenter-bar') === null) return;
      watch.disconnect();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', code: 'Slash', shiftKey: true, bubbles: true }));
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
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('PageDown');
  await expect(page.locator('.study-results')).toBeVisible();
  await expect(hands).toHaveText(forX);
  // Both Mundlaks are closest for X in the build's worlds.
  await expect(tally.locator('li[data-right="true"]')).toHaveText([/Mundlak/, /latent Mundlak/]);
  expect(await violations(page)).toEqual([]);
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

test('a live run on the stage fits it while it runs', async ({ page }) => {
  await page.goto('difficulties/?present&step=more-than-one-kind-of-cluster.figure');
  await inPresenter(page);
  await expect(page.locator('.figure[data-onstage] .chart-still:visible')).toHaveCount(0);
  const figure = page.locator('.figure[data-onstage]');
  await figure.getByRole('button', { name: 'Run the chains here' }).click();
  await expect(figure.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect.poll(() => page.evaluate(measure)).toEqual(faultless);
  await figure.getByRole('button', { name: 'Stop' }).click();
  await expect(figure.getByRole('button', { name: /^Run/ })).toBeVisible();

  await page.goto('reed-frogs/?present&step=drag-sigma.figure');
  await inPresenter(page);
  await page.getByRole('button', { name: '0.1', exact: true }).click();
  await expect(figure.getByText('typical 70')).toBeVisible();
  await expect(figure.getByRole('slider')).toHaveAttribute('aria-valuetext', /^0\.1,/);
  await expect.poll(() => page.evaluate(measure)).toEqual(faultless);
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

for (const { page: slug } of [...routes[80], { page: 'sampler' }])
  test(`every screen of ${slug} fits a projector of 1280 by 720, large enough, and nothing scrolls`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`${slug}/?present`);
    await inPresenter(page);
    const { steps } = await lessonSteps(slug);
    for (const { id, hands } of steps) {
      await expect.poll(() => step(page)).toBe(id);
      await expect(page.locator('.figure[data-onstage] .chart-still:visible')).toHaveCount(0);
      await expect.poll(() => page.evaluate(measure), { message: id }).toEqual(faultless);
      // Whatever offers a few answers has its tally.
      const offers = page.locator(`[data-onstage] :is(.question-offers, .question-number, [data-bet-offers])`);
      if (hands !== null && (await offers.count()) > 0)
        await expect(page.getByRole('region', { name: 'Tally of the room' })).toBeVisible();
      if (id === steps[steps.length - 1].id) break;
      while (step(page) === id) {
        const before = await place(page).textContent();
        await page.keyboard.press('PageDown');
        await expect(place(page)).not.toHaveText(before ?? '');
        const screen = (await place(page).textContent()) ?? '';
        // The address follows the screen.
        if (!/ [2-9] of /.test(screen)) await expect.poll(() => step(page)).not.toBe(id);
        else await expect.poll(() => page.evaluate(measure), { message: `${id}, ${screen}` }).toEqual(faultless);
      }
    }
  });

const faultless: ReturnType<typeof measure> = { small: [], thin: [], cut: [], scrolls: [], drawings: true };

/** Texts below 24 px, lines of charts below 3 px, texts that lie outside the window or under its bar, and what would have to be scrolled, as rendered. */
function measure() {
  const seen = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const words = (node: Node): string => (node.textContent ?? '').trim().slice(0, 40);
  const scale = Number(getComputedStyle(document.documentElement).getPropertyValue('--stage-scale'));
  const sheet = document.querySelector('.sheet') ?? document.body;
  const stage = sheet.getBoundingClientRect();
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
    const onStage = parent.closest('main') !== null;
    const drawn = svg === null ? 1 : svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const zoomed = svg === null && onStage ? scale : 1;
    const size = Number.parseFloat(getComputedStyle(parent).fontSize) * drawn * zoomed;
    if (size < 23.95) small.push(`${size.toFixed(1)} ${words(node)}`);
    const bounds = onStage ? stage : { left: 0, right: innerWidth, bottom: innerHeight };
    if (box.left < bounds.left - 1 || box.right > bounds.right + 1 || box.bottom > bounds.bottom + 3)
      cut.push(words(node));
  }
  const lines =
    ':is(.mark-line path, .mark-rule:not(.role-axis-grid) line, :is(.mark-symbol, .mark-rect) path), .causal-graph-edge';
  const thin = [...document.querySelectorAll<SVGElement>(lines)]
    .filter((line) => line.closest('[data-onstage] :is(.chart-live, .causal-graph)') !== null && seen(line))
    .flatMap((line) => {
      const svg = line.ownerSVGElement;
      const { stroke, strokeWidth } = getComputedStyle(line);
      // Paper around a mark is no line.
      if (svg === null || stroke === 'none' || line.getAttribute('stroke') === 'var(--paper)') return [];
      const thick = Number.parseFloat(strokeWidth) * (svg.getBoundingClientRect().width / svg.viewBox.baseVal.width);
      return thick < 2.99 ? [`${thick.toFixed(2)} ${line.parentElement?.getAttribute('class') ?? ''}`] : [];
    });
  const scrolls = [sheet, ...sheet.querySelectorAll('*')]
    .filter((element) => seen(element) && /auto|scroll/.test(getComputedStyle(element).overflow))
    .filter((one) => one.scrollHeight > one.clientHeight + 2 || one.scrollWidth > one.clientWidth + 2)
    .map((one) => `${one.className}: ${one.scrollHeight - one.clientHeight}`);
  const charts = [...document.querySelectorAll('[data-onstage] :is(.chart, .causal-graph, .guess-board)')].filter(seen);
  return { small: [...new Set(small)], thin: [...new Set(thin)], cut, scrolls, drawings: charts.length <= 2 };
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
