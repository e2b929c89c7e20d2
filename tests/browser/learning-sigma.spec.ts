// Page 3 as rendered: its numbers agree with quadrature, and its figures answer hand and keyboard.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { test } from './site';

interface Moments {
  readonly mean: number;
  readonly sd: number;
}

const quadrature: {
  readonly multilevel: {
    readonly parameters: Readonly<Record<string, Moments>>;
    readonly elpd_exact: { readonly elpd_loo: number };
  };
  readonly exact_curve: { readonly sigma: readonly number[]; readonly elpd_loo: readonly number[] };
  readonly elpd_exact: readonly number[];
} = JSON.parse(readFileSync('tests/reference/frogs-quadrature.json', 'utf8'));

const path = 'learning-sigma/';
const figure = (page: Page, name: RegExp): Locator => page.getByRole('figure', { name });
const summary = (page: Page): Locator => figure(page, /nobody had to choose it/);
const number = (text: string | null): number => Number((text ?? '').replace('\u2212', '-').replaceAll(',', ''));

async function cells(row: Locator): Promise<number[]> {
  return (await row.locator('td').allTextContents()).map(number);
}

async function numbersOf(shown: Locator): Promise<number[][]> {
  const details = shown.locator('details.number-table');
  await details.evaluate((element) => element.setAttribute('open', ''));
  return details
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('td')].map((cell) => parseFloat(cell.textContent.replace('\u2212', '-'))),
      ),
    );
}

/** Within four of the printed Monte Carlo errors and half a printed digit: with honest errors, a false alarm in 16,000. */
async function expectPosterior(page: Page): Promise<void> {
  const { parameters } = quadrature.multilevel;
  for (const name of ['alpha_bar', 'sigma'] as const) {
    const row = summary(page).locator('tbody tr', { hasText: name });
    const [mean, sd, , , mcse, bulk, tail, rhat] = await cells(row);
    expect(Math.abs(mean - parameters[name].mean)).toBeLessThan(4 * mcse + 0.005);
    // The standard error of an sd is at most the mean's here: the posterior is nearly normal.
    expect(Math.abs(sd - parameters[name].sd)).toBeLessThan(4 * mcse + 0.005);
    expect(bulk).toBeGreaterThan(400);
    expect(tail).toBeGreaterThan(400);
    expect(rhat).toBeLessThan(1.01);
  }
}

test('alpha_bar and sigma agree with quadrature, as built and under another seed', async ({ page }) => {
  await page.goto(path);
  await expectPosterior(page);
  await page.goto(`${path}?seed=5`);
  await expect(summary(page).getByText('made in your browser')).toBeVisible();
  await expectPosterior(page);
});

test('the table sorts by its headings, shows the rest on demand, and can be downloaded', async ({ page }) => {
  await page.goto(path);
  await summary(page)
    .getByRole('checkbox', { name: /All \d+ quantities/ })
    .check();
  const heading = summary(page).getByRole('columnheader', { name: 'mean' });
  await heading.getByRole('button').click();
  await expect(heading).toHaveAttribute('aria-sort', 'ascending');
  await heading.getByRole('button').click();
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
  const rows = summary(page).locator('.summary-table tbody tr');
  await expect(rows).toHaveCount(98);
  const means = (await rows.locator('td:nth-child(2)').allTextContents()).map(number);
  // Rounded to different digits, neighbours may seem to change places.
  means.slice(1).forEach((mean, k) => expect(mean).toBeLessThan(means[k] + 0.06));
  const download = page.waitForEvent('download');
  await summary(page).getByRole('button', { name: 'Download CSV' }).click();
  expect((await download).suggestedFilename()).toBe('frogs-multilevel-summary.csv');
});

test('exact scores are those of quadrature, to the printed digits', async ({ page }) => {
  await page.goto(path);
  const [learned, fixed] = await cells(figure(page, /unseen tank better/).locator('tr[data-line="elpd_loo"]'));
  const { exact_curve: curve, multilevel } = quadrature;
  expect(learned.toFixed(2)).toBe(multilevel.elpd_exact.elpd_loo.toFixed(2));
  expect(fixed.toFixed(2)).toBe(curve.elpd_loo[curve.sigma.indexOf(1)].toFixed(2));
  const twenty = await numbersOf(figure(page, /what searching had found/));
  expect(twenty.map(([score]) => score.toFixed(2))).toEqual(quadrature.elpd_exact.map((score) => score.toFixed(2)));
});

test('PSIS is shown with its warning', async ({ page }) => {
  await page.goto(path);
  await expect(
    figure(page, /unseen tank better/)
      .locator('.comparison-warning')
      .first(),
  ).toHaveText(/^k > 0\.7 in \d+ of 48$/);
});

test('the priors answer their sliders, and return', async ({ page }) => {
  await page.goto(path);
  const priors = figure(page, /heavier tails/);
  // Variances add up: 1.5² + 2.
  expect((await numbersOf(priors))[1][0]).toBeCloseTo(Math.sqrt(1.5 ** 2 + 2), 2);
  const rate = priors.getByRole('slider', { name: /rate of sigma/ });
  await rate.focus();
  await page.keyboard.press('End');
  await expect(rate).toHaveAttribute('aria-valuetext', /^5\.0, \d+/);
  expect((await numbersOf(priors))[1][0]).toBeCloseTo(Math.sqrt(1.5 ** 2 + 2 / 25), 2);
  await priors.getByRole('button', { name: 'The lecture’s priors' }).click();
  await expect(rate).toHaveAttribute('aria-valuetext', /^1\.0/);
});

test('the replay plays, pauses and is set by hand', async ({ page }) => {
  await page.goto(path);
  const replay = figure(page, /Draw by draw/);
  const place = replay.locator('.replay-place');
  await expect(place).toHaveText(/draw 1,000 of 1,000: R-hat 1\.00\d, bulk ESS/);
  await replay.getByRole('button', { name: 'Replay' }).click();
  await expect(place).toHaveText(/draw [2-9]\d\d of 1,000/);
  await replay.getByRole('button', { name: 'Pause' }).click();
  const stood = await place.textContent();
  await page.waitForTimeout(400);
  expect(await place.textContent()).toBe(stood);
  const slider = replay.getByRole('slider', { name: 'Replay up to draw' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', 'draw 1 of 1,000: too few draws to tell');
});

test('where motion is not wanted the replay goes by steps', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(path);
  const replay = figure(page, /Draw by draw/);
  await replay.getByRole('button', { name: 'Replay a step' }).click();
  await expect(replay.locator('.replay-place')).toHaveText(/draw 125 of 1,000/);
  await page.waitForTimeout(300);
  await expect(replay.locator('.replay-place')).toHaveText(/draw 125 of 1,000/);
});

test('the run stopped too early is not to be trusted, and says so', async ({ page }) => {
  await page.goto(path);
  await expect(figure(page, /stopped too early/).getByText(/^Do not use these draws/)).toBeVisible();
});

test('the truth is hidden until asked for; a new world hides it again', async ({ page }) => {
  await page.goto(path);
  const hidden = figure(page, /loses some tanks/);
  await hidden.scrollIntoViewIfNeeded();
  const truth = hidden.locator('.chart-live [class*=" truth"]').first();
  await expect(truth).toBeHidden();
  await hidden.getByRole('button', { name: 'Reveal the truth' }).click();
  await expect(truth).toBeVisible();
  await expect(hidden.locator('.figure-readout')).toHaveText(/In \d+ of 48 tanks no pooling came closer/);
  await hidden.getByRole('button', { name: 'A new world' }).click();
  await expect(hidden.getByText(/^World 2: simulated/)).toBeVisible();
  await expect(truth).toBeHidden();
});

test('small tanks have the wider intervals and lose more of their gap', async ({ page }) => {
  await page.goto(path);
  const [ten, twentyFive, thirtyFive] = await numbersOf(figure(page, /fewer tadpoles/));
  for (const k of [0, 1]) {
    expect(ten[k]).toBeGreaterThan(twentyFive[k]);
    expect(twentyFive[k]).toBeGreaterThan(thirtyFive[k]);
  }
});
