// Presenter mode: every screen of every lesson on a projector, with its sizes.
import { expect } from '@playwright/test';
import { routes } from '../../src/app/presenter/routes';
import { lessonSteps } from '../app/presenter/lesson-steps';
import { inPresenter, place, projector, step } from './presenter';
import { test } from './site';

test.use({ viewport: projector });

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
