// The appendix: the particle is flicked by hand and by numbers, and what is said of a path is what its table has.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { test } from './site';

const path = 'sampler/';
const particle = (page: Page): Locator => page.getByRole('figure', { name: /One push/ });
const funnel = (page: Page): Locator => page.getByRole('figure', { name: /Steps break first/ });
const readout = (one: Locator): Locator => one.locator('.figure-readout');
const arrow = (page: Page): Locator => particle(page).locator('.flick-arrow circle');

async function open(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(path);
  await particle(page).locator('.flick-board').scrollIntoViewIfNeeded();
  await expect(arrow(page)).toHaveCount(2);
}

/** The cells of a figure's table, a row an entry. */
async function rows(one: Locator): Promise<readonly (readonly string[])[]> {
  const details = one.locator('details.number-table');
  await details.evaluate((element) => element.setAttribute('open', ''));
  return details
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) => (cell.textContent ?? '').replace('\u2212', '-')),
      ),
    );
}

test('the path of the page is there at once, its energy the sum of height and motion in every row', async ({
  page,
}) => {
  await open(page);
  const path = await rows(particle(page));
  expect(path.length).toBeGreaterThan(4);
  const numbers = path.map((row) => row.map(Number));
  for (const [, , , height, motion, energy] of numbers) expect(Math.abs(height + motion - energy)).toBeLessThan(0.0016);
  const energies = numbers.map((row) => row[5]);
  // A short step keeps the energy: the build's own path strays by less than a tenth.
  expect(Math.max(...energies) - Math.min(...energies)).toBeLessThan(0.3);
});

test('the arrow, dragged and let go, pushes the particle that way', async ({ page }) => {
  await open(page);
  const [from, tip] = await Promise.all([arrow(page).nth(0).boundingBox(), arrow(page).nth(1).boundingBox()]);
  if (from === null || tip === null) throw new Error('the arrow has no place');
  const before = await readout(particle(page)).textContent();
  await page.mouse.move(tip.x + tip.width / 2, tip.y + tip.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 60, from.y + from.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(readout(particle(page))).not.toHaveText(before ?? '');
  await expect(readout(particle(page))).toContainText('Your push');
  await expect(particle(page).getByLabel('Angle, degrees')).toHaveValue(/^-?[0-3]$/);
  // To the right: the step forward in time lies to the right of the start.
  const path = await rows(particle(page));
  const at = (step: string): number => Number(path.find(([name]) => name === step)?.[1]);
  const [start, next] = path.some(([name]) => name === '1') ? [at('0'), at('1')] : [at('-1'), at('0')];
  expect(next).toBeGreaterThan(start);
});

test('the push can be typed, repeated under another step size, and left to the sampler', async ({ page }) => {
  await open(page);
  const one = particle(page);
  await one.getByRole('button', { name: 'HMC' }).click();
  await expect(readout(one)).toContainText('20 steps.');
  await one.getByLabel('Angle, degrees').fill('90');
  await one.getByLabel('Strength').fill('1');
  await one.getByRole('button', { name: 'Flick' }).click();
  await expect.poll(async () => (await rows(one))[0][4]).toBe('0.500');
  const start = (await rows(one))[0];
  const slider = one.getByRole('slider', { name: 'Step size' });
  await slider.focus();
  for (let k = 0; k < 5; k++) await page.keyboard.press('ArrowRight');
  await expect(readout(one)).toContainText('A step broke: a divergence.');
  // The same push: its first point has not moved.
  expect((await rows(one))[0].slice(0, 5)).toEqual(start.slice(0, 5));
  await one.getByRole('button', { name: 'Next transition' }).click();
  await expect(readout(one)).toContainText('The sampler’s own push');
  await one.getByRole('button', { name: 'Start over' }).click();
  await expect(one.locator('.figure-status')).toContainText('No earlier draws.');
});

test('it plays until it is paused', async ({ page }) => {
  await open(page);
  const one = particle(page);
  await one.getByRole('button', { name: 'Play' }).click();
  await expect(one.locator('.figure-status')).toContainText(/Earlier draws shown: [2-9]/);
  await one.getByRole('button', { name: 'Pause' }).click();
  const shown = await one.locator('.figure-status').textContent();
  await page.waitForTimeout(1600);
  expect(await one.locator('.figure-status').textContent()).toBe(shown);
});

test('the funnel is another ground, and its steps break in the neck', async ({ page }) => {
  await open(page);
  await particle(page).getByRole('button', { name: 'Funnel' }).click();
  await expect(readout(particle(page))).toContainText('v at');
  const count = async (): Promise<readonly number[]> => (await rows(funnel(page))).map((row) => Number(row[3]));
  const broke = await count();
  expect(broke[0] + broke[1]).toBeGreaterThan(broke[3] + broke[4]);
  await funnel(page).getByRole('slider', { name: 'Step size' }).focus();
  await page.keyboard.press('Home');
  await expect(readout(funnel(page))).toContainText('Step size 0.05');
  const [few] = [(await count()).reduce((sum, one) => sum + one, 0)];
  expect(few).toBeLessThan(broke.reduce((sum, one) => sum + one, 0));
});
