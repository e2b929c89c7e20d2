// One class, one posterior: the link from a figure's menu opens with the same draws, says so, and says why where they are others.
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { test } from './site';

const figure = (page: Page) => page.locator('#figure-shrinkage');
const line = (page: Page) => figure(page).locator('.promise-line');

test('a link for the class: the same draws, then others by seed, by version, and by damage', async ({
  page,
  context,
  watched,
}) => {
  test.setTimeout(150_000);
  await page.goto('reed-frogs/');
  await figure(page).locator('.share > summary').click();
  const link = figure(page).getByRole('textbox', { name: 'Link to this figure' });
  await expect(link).toHaveValue(
    /reed-frogs\/\?figure=shrinkage&draws=[0-9a-f]{16}&key=[0-9a-f]{8}&sampler=\d+#figure-shrinkage$/,
  );
  const address = await link.inputValue();
  const bibtex = figure(page).getByRole('textbox', { name: 'The same for BibTeX' });
  await expect(bibtex).toHaveValue(/^@misc\{tadpool-reed-frogs-shrinkage,/);
  await page.close();

  const student = await context.newPage();
  await student.goto(address);
  await expect(line(student)).toContainText('Matches your instructor’s draws');
  // Only the figure that the link was made from speaks of it.
  await expect(student.locator('.promise-line')).toHaveCount(1);
  const seed = figure(student).getByLabel('Seed');
  await seed.fill('4');
  await expect(line(student)).toContainText('seed is 4, the link has the default', { timeout: 40_000 });
  await expect(line(student).getByRole('link')).toHaveAttribute(
    'href',
    new URL(address).pathname + address.slice(address.indexOf('?')),
  );
  // Made here, they are the build's again: the interval is how draws are shown, the seed is what they are.
  await seed.fill('1');
  await figure(student).getByRole('combobox', { name: 'Mass of the intervals' }).selectOption('50');
  await expect(figure(student).locator('.verdict')).toContainText('seed 1, made in your browser', { timeout: 40_000 });
  await expect(line(student)).toHaveAttribute('data-promise', 'same');

  // The same figure in a document of its own, which loads faster.
  const altered = new URL(address.replace('/reed-frogs/', '/embed/reed-frogs/shrinkage/'));
  altered.searchParams.set('draws', '0'.repeat(16));
  altered.searchParams.set('sampler', '1');
  await student.goto(altered.href);
  await expect(line(student)).toHaveAttribute('data-promise', 'version');
  altered.searchParams.set('sampler', new URL(address).searchParams.get('sampler') ?? '');
  await student.goto(altered.href);
  await expect(line(student)).toHaveAttribute('data-promise', 'fault');
  altered.searchParams.set('draws', '"><img src=x>');
  await student.goto(altered.href);
  await expect(student.getByRole('alert')).toContainText('The link speaks of draws in a way that cannot be read');
  await expect(student.locator('.promise-line')).toHaveCount(0);
  expect(watched.complaints).toEqual([]);
});

const named = (page: Page, name: string) => page.locator(`#figure-${name}`);

/** The link that the figure gives, once it names draws. */
async function linkOf(page: Page, name: string): Promise<URL> {
  const one = named(page, name);
  if (!(await one.locator('.share').evaluate((share) => share.hasAttribute('open'))))
    await one.locator('.share > summary').click();
  const link = one.getByRole('textbox', { name: 'Link to this figure' });
  await expect(link).toHaveValue(/[?&]draws=[0-9a-f.]{16,}&key=[0-9a-f]{8}&sampler=\d+#/, { timeout: 40_000 });
  return new URL(await link.inputValue());
}

/** The same link with draws that nobody has: what is said then tells whether the key is the same. */
function damaged(link: URL): string {
  const other = new URL(link);
  other.searchParams.set('draws', (link.searchParams.get('draws') ?? '').replaceAll(/[0-9a-f]/g, '0'));
  return other.href;
}

/** The figure in a document of its own, which loads faster. */
function alone(link: string, slug: string, name: string): string {
  return link.replace(`/${slug}/`, `/embed/${slug}/${name}/`);
}

const said = (page: Page, name: string) => named(page, name).locator('.promise-line');

test('cafés and a starved story: their visits, what is kept and the seed go along, and the draws are made again', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  await page.goto('memory/?seed=4&visits=3-11.5-2');
  const cafes = await linkOf(page, 'cafes');
  expect(cafes.searchParams.get('draws')).toMatch(/^[0-9a-f]{16}\.[0-9a-f]{16}$/);
  expect(cafes.searchParams.get('visits')).toBe('3-11.5-2');
  await named(page, 'starve').getByRole('button', { name: '30', exact: true }).click();
  await expect(named(page, 'starve').locator('.chart').first()).toHaveAttribute('data-preview', 'false');
  await expect.poll(async () => (await linkOf(page, 'starve')).searchParams.get('kept')).toBe('30');
  const starve = await linkOf(page, 'starve');
  await page.close();

  const student = await context.newPage();
  await student.goto(alone(cafes.href, 'memory', 'cafes'));
  await expect(said(student, 'cafes')).toHaveAttribute('data-promise', 'same', { timeout: 40_000 });
  await named(student, 'cafes').getByRole('button', { name: 'Back' }).click();
  await expect(said(student, 'cafes')).toContainText('visits is 3-11, the link has 3-11.5-2', { timeout: 40_000 });
  await student.goto(alone(damaged(cafes), 'memory', 'cafes'));
  await expect(said(student, 'cafes')).toHaveAttribute('data-promise', 'fault', { timeout: 40_000 });
  await student.goto(alone(starve.href, 'memory', 'starve'));
  await expect(said(student, 'starve')).toContainText('bit for bit. Each run went on until its smallest ESS was 400', {
    timeout: 40_000,
  });
  await student.goto(alone(damaged(starve), 'memory', 'starve'));
  await expect(said(student, 'starve')).toHaveAttribute('data-promise', 'fault', { timeout: 40_000 });
});

test('three poolings: the build’s match at once, another seed waits for a press', async ({ page, context }) => {
  test.setTimeout(150_000);
  await page.goto('memory/?cluster=participant');
  const link = await linkOf(page, 'poolings');
  expect(link.searchParams.get('draws')?.split('.')).toHaveLength(3);
  expect(link.searchParams.get('cluster')).toBe('participant');
  await page.close();
  const student = await context.newPage();
  await student.goto(link.href);
  await expect(said(student, 'poolings')).toHaveAttribute('data-promise', 'same');
  // Of stories it speaks otherwise, and a fit that is made here has the key of the build's.
  const stories = new URL(damaged(link));
  stories.searchParams.delete('cluster');
  await student.goto(stories.href);
  await expect(said(student, 'poolings')).toHaveAttribute('data-promise', 'key');
  await student.goto('memory/');
  const built = damaged(await linkOf(student, 'poolings'));
  await student.goto(built);
  await expect(said(student, 'poolings')).toHaveAttribute('data-promise', 'fault');
  await named(student, 'poolings').getByRole('button', { name: 'Fit them here' }).click();
  await expect(named(student, 'poolings').getByText('the very draws of the build')).toBeVisible({ timeout: 60_000 });
  await expect(said(student, 'poolings')).toHaveAttribute('data-promise', 'fault');
  const later = new URL(link);
  later.searchParams.set('seed', '3');
  await student.goto(later.href);
  await expect(said(student, 'poolings')).toHaveAttribute('data-promise', 'waiting');
  await expect(said(student, 'poolings')).toContainText('press “Fit them here”');
});

test('the crossed model: a run that was ended by hand is made again with as many draws', async ({ page, context }) => {
  test.setTimeout(300_000);
  await page.goto('difficulties/');
  const figureOf = (one: Page) => named(one, 'crossed');
  const built = await linkOf(page, 'crossed');
  expect(built.searchParams.get('draws')?.split('.')).toHaveLength(2);
  await expect(figureOf(page).locator('.share')).toContainText('went on until its smallest ESS was 400');
  await figureOf(page).getByRole('button', { name: 'Run the chains here' }).click();
  await figureOf(page).getByRole('button', { name: 'Stop and keep' }).click({ timeout: 120_000 });
  await expect(figureOf(page).getByText(/^Ended by you after/)).toBeVisible({ timeout: 40_000 });
  await expect.poll(() => new URL(page.url()).searchParams.get('chain-draws')).toMatch(/^\d+$/);
  const kept = await linkOf(page, 'crossed');
  const draws = kept.searchParams.get('chain-draws') ?? '';
  expect(kept.searchParams.get('draws')).not.toBe(built.searchParams.get('draws'));
  expect(kept.searchParams.get('key')).not.toBe(built.searchParams.get('key'));
  await expect(figureOf(page).locator('.share')).toContainText(`ended by hand, at ${draws} draws a chain`);
  await page.close();

  const student = await context.newPage();
  await student.goto(built.href);
  await expect(said(student, 'crossed')).toHaveAttribute('data-promise', 'same');
  await student.goto(kept.href);
  await expect(said(student, 'crossed')).toContainText('press “Run the chains here”');
  await expect(figureOf(student).getByText(`${draws} draws each, as the link has it`)).toBeVisible();
  await figureOf(student).getByRole('button', { name: 'Run the chains here' }).click();
  await expect(said(student, 'crossed')).toContainText(
    `bit for bit. The run with treatments was ended by hand, at ${draws} draws a chain`,
    { timeout: 150_000 },
  );
  // The next one goes until it is good, and is another.
  await figureOf(student).getByRole('button', { name: 'Run them again' }).click();
  await expect(figureOf(student).getByRole('button', { name: 'Pause' })).toBeVisible();
  expect(new URL(student.url()).searchParams.has('chain-draws')).toBe(false);
});

/** Figures without a posterior's draws, and those of which docs/embedding.md says why their links name none. */
const nameless: Readonly<Record<string, readonly string[]>> = {
  memory: ['story-responses', 'participant-responses'],
  'reed-frogs': ['tanks', 'causal-graph', 'score-curve'],
  'learning-sigma': ['priors', 'comparison', 'hidden-truth'],
  predators: ['causal-graph'],
  superstitions: ['random-units', 'many-units', 'gaussian-units'],
  difficulties: ['funnel'],
  confounds: ['world', 'group-sizes', 'world-groups'],
  mundlak: ['mundlak-graph', 'latent-graphs', 'study'],
  sampler: ['flick', 'funnel-divergences', 'warmup-timeline'],
};

test('every figure of a fit names its draws in its link', async ({ page }) => {
  test.setTimeout(180_000);
  for (const [slug, without] of Object.entries(nameless)) {
    await page.goto(`${slug}/`);
    await page.evaluate(() => {
      for (const share of document.querySelectorAll<HTMLDetailsElement>('details.share')) share.open = true;
    });
    // Closed pages hold no panel: all figures have theirs open now.
    const links = page.getByRole('textbox', { name: 'Link to this figure' });
    await expect(links).toHaveCount(await page.locator('details.share').count());
    const nameless = (): Promise<readonly string[]> =>
      links.evaluateAll((all) =>
        all.flatMap((one) => {
          const { hash, searchParams } = new URL(one instanceof HTMLTextAreaElement ? one.value : '');
          return searchParams.has('draws') ? [] : [hash.replace('#figure-', '')];
        }),
      );
    await expect.poll(nameless, { message: slug, timeout: 40_000 }).toEqual(without);
  }
});

test('a page and a figure can be cited', async ({ page }) => {
  await page.goto('predators/');
  await page.getByText('Cite this page').click();
  const cited = page.locator('.cite-this');
  await expect(cited.getByRole('textbox', { name: 'Cite this page' })).toHaveValue(
    /^The Tadpool developers \(\d{4}\)\. “Predators.*version \d.*\/course\/predators\/ \(read \d{4}-\d\d-\d\d\)\.$/,
  );
  await expect(cited.getByRole('textbox', { name: 'The same for BibTeX' })).toHaveValue(
    /url = \{http[^}]*\/course\/predators\/\}/,
  );
});
