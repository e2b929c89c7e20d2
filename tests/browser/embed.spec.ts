// A figure in a frame on another page: alive, as tall as its frame, at ease with its policy; axe-core finds nothing in it.
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { violationsIn } from './axe';
import { test } from './site';

const figure = (page: Page) => page.locator('#figure-shrinkage');

/** The listener that docs/embedding.md offers, as it stands there. */
const listener =
  /```html\n(<script>[\s\S]*?<\/script>)\n```/.exec(readFileSync('docs/embedding.md', 'utf8'))?.[1] ?? '';

/** Another port is another origin. */
async function serve(html: string) {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { address: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

async function snippetOf(page: Page, width: string): Promise<string> {
  const share = figure(page).locator('.share');
  await share.locator('summary').click();
  await share.getByRole('combobox', { name: 'Width' }).selectOption(width);
  const text = share.getByRole('textbox', { name: 'Embed it' });
  await expect(text).toHaveValue(new RegExp(`width="${width}" height="(?!600")\\d+"`));
  return text.inputValue();
}

test('a figure lives in a frame on a page of another origin and folder', async ({ page, watched }) => {
  await page.goto('reed-frogs/');
  const snippet = await snippetOf(page, '560');
  expect(snippet).toMatch(/\/course\/embed\/reed-frogs\/shrinkage\/"/);
  const height = Number(/height="(\d+)"/.exec(snippet)?.[1]);

  expect(listener).toContain('tadpool:height');
  const around = `<!doctype html><html lang="en"><title>A course</title><h1>A course</h1>${snippet}${listener}</html>`;
  const host = await serve(around);
  await page.goto(`${host.address}/elsewhere/lesson.html`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('.chart-live svg')).toBeVisible();
  // The measured height is the real one, so the listener finds nothing to change.
  await expect(page.locator('iframe')).toHaveAttribute('height', String(height));

  const slider = frame.getByRole('slider', { name: /how much tanks differ/ });
  await slider.focus();
  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', /^5,/);
  await expect(frame.getByText('made in your browser')).toBeVisible({ timeout: 40_000 });
  // What opens inside makes the frame taller, once the page around it listens.
  await frame.getByText('The numbers').click();
  await expect
    .poll(async () => Number(await page.locator('iframe').getAttribute('height')))
    .toBeGreaterThan(height + 200);

  const credit = frame.getByRole('link', { name: /^Tadpool — Reed frogs.* — Figure 2\.\d$/ });
  const opening = page.waitForEvent('popup');
  await credit.click();
  const opened = await opening;
  await opened.waitForURL(/\/course\/reed-frogs\/\?sigma=5#figure-shrinkage$/);
  expect(watched.complaints).toEqual([]);
  host.close();
});

test('a frame holds what the reader has set', async ({ page }) => {
  await page.goto('?sigma=0.5&seed=2&interval=50');
  const share = page.locator('#figure-hero .share');
  await share.locator('summary').click();
  await share.getByRole('combobox', { name: 'Light' }).selectOption('dark');
  await expect(share.getByRole('textbox', { name: 'Embed it' })).toHaveValue(
    /\/course\/embed\/front\/hero\/\?sigma=0\.5&amp;seed=2&amp;interval=50&amp;theme=dark"/,
  );
  // Data that the reader has changed are part of it.
  await page.goto('embed/memory/cafes/?visits=3');
  await expect(page.getByText('3 of ', { exact: false }).first()).toBeVisible();
  await page.getByRole('combobox').selectOption('5');
  await page.getByRole('spinbutton', { name: /waited/ }).fill('61');
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page).toHaveURL(/visits=(\d-\d+\.){3}5-61$/);
  await page.reload();
  await expect(page.getByText('Visit 4 of 4: café 5, 61 minutes.')).toBeVisible();
  await page.goto('embed/predators/predator-toggle/?told=nothing');
  const toggle = page.getByRole('group', { name: 'What the model knows' }).getByRole('button');
  await expect(toggle.first()).toHaveAttribute('aria-pressed', 'true');
  await toggle.last().click();
  await expect(page).toHaveURL(/predator-toggle\/$/);
  await page.goto('embed/memory/poolings/?cluster=participant');
  await expect(page.getByRole('combobox').first()).toHaveValue('participant');
});

test('what the address asks of an embedded figure and cannot have is said in it', async ({ page, watched }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.goto('embed/reed-frogs/causal-graph/?theme=dark');
  await expect(page.getByRole('figure', { name: /^Figure 2\.\d Four things bear on survival/ })).toBeVisible();
  const dark = await paper();
  await page.goto('embed/predators/causal-graph/');
  // The page's own words for the same drawing.
  await expect(page.getByRole('figure', { name: /^Figure 4\.\d This page lights two arrows/ })).toBeVisible();
  expect(await paper()).not.toBe(dark);
  await page.goto('embed/reed-frogs/shrinkage/?theme=<b>&seed=-1&sigma=1e9&interval=x&draws=y');
  const notice = page.getByRole('alert');
  for (const words of ['a light that', 'seed -1', 'sigma 1e9', 'interval “x”', 'speaks of draws'])
    await expect(notice).toContainText(words);
  await notice.getByRole('button').click();
  await expect(notice).toHaveCount(0);
  expect(watched.complaints).toEqual([]);
  expect(watched.foreign).toEqual([]);
});

test('axe-core finds nothing in embedded figures', async ({ page }) => {
  for (const [path, theme, width] of [
    ['embed/reed-frogs/shrinkage/', 'light', 720],
    ['embed/mundlak/five-estimators/', 'dark', 390],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${path}?theme=${theme}`);
    await page.waitForLoadState('networkidle');
    for (const details of await page.locator('details').all())
      await details.evaluate((element) => element.setAttribute('open', ''));
    expect(await violationsIn(page), path).toEqual([]);
  }
});
