// Take it with you: each file arrives under a good name and holds what the figure shows; the page's policy is not bent for it.
import { expect } from '@playwright/test';
import type { Download, Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { runModel } from '../engine/run-model';
import { test } from './site';

const path = 'reed-frogs/?sigma=0.5';
const figure = (page: Page): Locator => page.getByRole('figure', { name: /pulled toward the typical tank/ });

async function take(page: Page, from: Locator, button: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 40_000 }),
    from.getByRole('button', { name: button }).click(),
  ]);
  return download;
}

async function opened(page: Page): Promise<Locator> {
  await page.goto(path);
  await figure(page).scrollIntoViewIfNeeded();
  await expect(figure(page).locator('.chart-live svg')).toBeVisible();
  await expect(figure(page).getByText('made in your browser')).toBeVisible();
  await figure(page).getByText('Take it with you').click();
  return figure(page);
}

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

test('the draws are those of Node, number by number', async ({ page }) => {
  const from = await opened(page);
  const download = await take(page, from, 'The draws as CSV');
  expect(download.suggestedFilename()).toBe('tadpool-reed-frogs-sigma-0.5-seed-1-draws.csv');
  const [header, ...lines] = (await textOf(download)).trim().split('\r\n');
  const columns = header.split(',');
  const { result } = await runModel({ model: 'frogs-fixed-sigma', knobs: { sigma: 0.5 }, seed: 1 });
  const { elements, chains } = result.draws.parameters;
  expect(lines).toHaveLength(4000);
  const first = columns.indexOf(elements[0]);
  for (const line of [0, 1, 1500, 3999]) {
    const cells = lines[line].split(',').map(Number);
    const chain = Math.floor(line / 1000);
    const draw = line % 1000;
    expect(cells.slice(0, 2)).toEqual([chain + 1, draw + 1]);
    expect(cells.slice(first, first + elements.length)).toEqual(
      Array.from(chains[chain].slice(draw * elements.length, (draw + 1) * elements.length)),
    );
  }
  await expect(from.getByText('Saved as tadpool-reed-frogs-sigma-0.5-seed-1-draws.csv.')).toBeVisible();
});

test('the picture stands alone: no variable of the theme, its title, its credit, its typeface', async ({
  page,
  watched,
}) => {
  const from = await opened(page);
  const svg = await textOf(await take(page, from, 'The picture as SVG'));
  expect(svg).not.toContain('var(--');
  expect(svg).toContain('The smaller sigma, the more every tank is pulled toward the typical tank');
  expect(svg).toContain('Vonesh and Bolker 2005');
  expect(svg).toContain('sigma=0.5');
  expect(svg).toMatch(/@font-face\{font-family:"Source Sans 3".*url\(data:font\/woff2;base64,/);
  expect(svg.match(/tadpoles a tank</g)).toHaveLength(3);
  const png = await readFile(await (await take(page, from, 'The picture as PNG')).path());
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  // Width and height stand after the header of the first chunk.
  expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(1600);
  expect(png.readUInt32BE(20)).toBeGreaterThan(600);
  // A picture that is one colour all over compresses to almost nothing.
  expect(png.length).toBeGreaterThan(50_000);
  expect(watched.complaints).toEqual([]);
});

test('numbers and programs are files too', async ({ page }) => {
  const from = await opened(page);
  const numbers = await textOf(await take(page, from, 'The numbers as CSV'));
  expect(numbers.split('\r\n')[0]).toBe('tank,tadpoles,survived,raw,estimate,89 % from,to');
  expect(numbers.split('\r\n')[20]).toMatch(/^20,25,25,100,\d\d\.\d{5,},/);
  for (const [button, file, line] of [
    ['The model in the notation', 'tadpool-frogs-fixed-sigma.txt', 'alpha[j] ~ Normal(alpha_bar, sigma)'],
    ['The model in Stan', 'tadpool-frogs-fixed-sigma.stan', 'parameters {'],
    ['The model in PyMC', 'tadpool-frogs-fixed-sigma.py', 'import pymc as pm'],
  ] as const) {
    const download = await take(page, from, button);
    expect(download.suggestedFilename()).toBe(file);
    const text = await textOf(download);
    expect(text).toContain(line);
    expect(text).toContain('sigma = 0.5');
  }
});

test('a figure of data alone has a picture and numbers', async ({ page }) => {
  await page.goto('reed-frogs/');
  const tanks = page.getByRole('figure', { name: /Tanks differ a great deal/ });
  await tanks.getByText('Take it with you').click();
  await expect(tanks.getByRole('button', { name: /^The / })).toHaveCount(3);
  const download = await take(page, tanks, 'The picture as SVG');
  expect(download.suggestedFilename()).toBe('tadpool-reed-frogs-tanks.svg');
});
