// The page on predators: what is rendered agrees with Stan and with quadrature, and its controls answer.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { test } from './site';

interface Moments {
  readonly mean: number;
  readonly sd: number;
}

interface Exact {
  readonly parameters: Readonly<Record<'alpha_bar' | 'sigma' | 'beta_P', Moments>>;
  readonly elpd_exact: { readonly elpd_loo: number; readonly pointwise_elpd: readonly number[] };
}

function reference(name: string): string {
  return readFileSync(`tests/reference/${name}.json`, 'utf8');
}

const quadrature: { readonly multilevel: Exact; readonly predators: Exact } = JSON.parse(reference('frogs-quadrature'));
const priors: {
  readonly fits: readonly {
    readonly sd_P: number;
    readonly elpd_loo: number;
    readonly parameters: Exact['parameters'];
  }[];
} = JSON.parse(reference('predators-prior'));

const path = 'predators/';
const figure = (page: Page, name: RegExp): Locator => page.getByRole('figure', { name });
const effect = (page: Page): Locator => figure(page, /explain much of what made tanks differ/);
const seen = (page: Page): Locator => figure(page, /hardly moves the tanks you have seen/);
const prior = (page: Page): Locator => figure(page, /The prior fights the data/);
const toggle = (page: Page): Locator => figure(page, /of its own kind/);
const newTank = (page: Page): Locator => figure(page, /an unseen tank/);

/** The cells of a figure's table, by the name of the row. */
async function numbers(one: Locator): Promise<ReadonlyMap<string, readonly number[]>> {
  const details = one.locator('details.number-table');
  await details.evaluate((element) => element.setAttribute('open', ''));
  const rows = await details.locator('tbody tr').evaluateAll((all) =>
    all.map((row) => ({
      name: row.querySelector('th')?.textContent ?? '',
      cells: [...row.querySelectorAll('td')].map((cell) => Number((cell.textContent ?? '').replace('\u2212', '-'))),
    })),
  );
  return new Map(rows.map(({ name, cells }) => [name, cells]));
}

/**
 * Five standard errors of a mean of 4,000 draws that are worth at least 400, plus what rounding to two decimals hides. False alarms: with
 * fewer effective draws than that the page itself warns; else below one in a million.
 */
const within = (sd: number): number => (5 * sd) / Math.sqrt(400) + 0.005;

test('the effect of predators, and sigma with and without them, are those of quadrature', async ({ page }) => {
  await page.goto(path);
  const rows = await numbers(effect(page));
  const { beta_P: exact, sigma: withThem } = quadrature.predators.parameters;
  const { sigma: without } = quadrature.multilevel.parameters;
  for (const [name, { mean, sd }] of [
    ['effect: posterior', exact],
    ['sigma with predators', withThem],
    ['sigma without predators', without],
  ] as const)
    expect(Math.abs((rows.get(name)?.[0] ?? Infinity) - mean), name).toBeLessThan(within(sd));
});

test('the exact scores are those of quadrature, in total and tank by tank', async ({ page }) => {
  await page.goto(path);
  const totals = seen(page).locator('.score-table tbody tr');
  const cells = await totals.evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll('td')].map((cell) => (cell.textContent ?? '').replace('\u2212', '-'))),
  );
  const { predators, multilevel } = quadrature;
  expect(cells[0][0]).toBe(predators.elpd_exact.elpd_loo.toFixed(1));
  expect(cells[1][0]).toBe(multilevel.elpd_exact.elpd_loo.toFixed(1));
  expect(cells[1][2]).toBe((multilevel.elpd_exact.elpd_loo - predators.elpd_exact.elpd_loo).toFixed(1));
  const rows = await numbers(seen(page));
  expect(rows.size).toBe(48);
  predators.elpd_exact.pointwise_elpd.forEach((score, tank) => {
    const [, , , without, withThem] = rows.get(String(tank + 1)) ?? [];
    expect(Math.abs(withThem - score)).toBeLessThan(0.0051);
    expect(Math.abs(without - multilevel.elpd_exact.pointwise_elpd[tank])).toBeLessThan(0.0051);
  });
});

test('a wider prior gives the effect and the score of that prior, and the address follows', async ({ page }) => {
  await page.goto(path);
  await prior(page).getByRole('button', { name: '1.5' }).click();
  await expect(page).toHaveURL(/sd_P=1\.5/);
  await expect(prior(page).getByText(/made in your browser/)).toBeVisible();
  const wide = priors.fits.find(({ sd_P }) => sd_P === 1.5);
  if (wide === undefined) throw new Error('the reference has no prior of 1.5');
  await expect(prior(page).locator('.figure-readout')).toContainText(
    `Score ${wide.elpd_loo.toFixed(1).replace('-', '\u2212')}`,
  );
  await expect
    .poll(async () => Math.abs(((await numbers(prior(page))).get('posterior')?.[0] ?? 9) - wide.parameters.beta_P.mean))
    .toBeLessThan(within(wide.parameters.beta_P.sd));
});

test('a linked prior is honoured, and between the scored ones the score is said to be about right', async ({
  page,
}) => {
  await page.goto(`${path}?sd_P=0.25`);
  const narrow = priors.fits.find(({ sd_P }) => sd_P === 0.25);
  const readout = prior(page).locator('.figure-readout');
  await expect(readout).toContainText('Score about');
  const said = Number(/about (\S+)\./.exec((await readout.textContent()) ?? '')?.[1].replace('\u2212', '-'));
  expect(Math.abs(said - (narrow?.elpd_loo ?? 0))).toBeLessThan(0.7);
});

test('with P switched off there is one typical tank, with P two', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(path);
  const chart = toggle(page).locator('.chart');
  await expect(chart).toHaveAttribute('aria-label', /without predators and at \d+ percent with them/);
  await toggle(page).getByRole('button', { name: 'without P' }).click();
  await expect(chart).toHaveAttribute('aria-label', /does not know of predators/);
  await expect(toggle(page).getByRole('button', { name: 'without P' })).toHaveAttribute('aria-pressed', 'true');
  await toggle(page).getByRole('button', { name: 'with P', exact: true }).click();
  await expect(chart).toHaveAttribute('aria-label', /with them/);
});

test('a new tank’s share of survivors is the same at every size', async ({ page }) => {
  await page.goto(path);
  const shares: number[] = [];
  for (const size of [10, 25, 35]) {
    await newTank(page)
      .getByRole('button', { name: `${size} tadpoles` })
      .click();
    const readout = newTank(page).locator('.figure-readout');
    await expect(readout).toContainText(`Of ${size} tadpoles`);
    const [, without] = /tadpoles ([\d.]+) survive/.exec((await readout.textContent()) ?? '') ?? [];
    shares.push(Number(without) / size);
  }
  expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(0.011);
});
