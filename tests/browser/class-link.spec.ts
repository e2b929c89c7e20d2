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
