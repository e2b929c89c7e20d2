// Answers leave the browser only as a file that the reader saves, and an instructor opens many such files side by side.
import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { test } from './site';

test('answers are saved as one file, and files are read question by question', async ({ page, watched }) => {
  await page.goto('reed-frogs/');
  const question = page.locator('.question').first();
  await question.getByRole('radio', { name: /^The step from log-odds/ }).check();
  await question.getByRole('button', { name: 'This is my answer' }).click();
  await page.getByText('Hand in your answers').click();
  const form = page.locator('.hand-in');
  await expect(form).toContainText('1 answer on 1 page');
  await form.getByLabel(/Your name/).fill('Ada Ö.');
  await form.getByLabel(/A remark/).fill('Why are they not the same?');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    form.getByRole('button', { name: 'Save the file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('tadpool-answers-ada.json');
  await expect(form.getByRole('status')).toHaveText('Saved as tadpool-answers-ada.json.');
  const content = await readFile(await download.path(), 'utf8');
  const handed: unknown = JSON.parse(content);
  expect(handed).toMatchObject({
    name: 'Ada Ö.',
    answers: [{ page: 'reed-frogs', answer: 'The step from log-odds to percent is not a straight line.' }],
  });

  await page.goto('instructor/');
  const files = page.locator('.answer-files');
  const json = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  const bob = content
    .replace('Ada Ö.', 'Bob')
    .replace('The step from log-odds to percent is not a straight line.', 'The sampler has not drawn long enough.');
  await files
    .getByLabel(/Drop your students’ files/)
    .setInputFiles([
      json('a.json', content),
      json('b.json', bob),
      json('c.json', bob.replace('Bob', 'Cem')),
      json('d.json', '{'),
    ]);
  await expect(files.getByRole('status')).toContainText('3 hand-ins.');
  await expect(files.getByRole('status')).toContainText('d.json was not taken. It is no file of answers');
  const bars = files.locator('.answer-files-question li');
  await expect(bars.first()).toContainText('The sampler has not drawn long enough.2');
  await expect(bars.nth(1)).toContainText('not a straight line. ✓1');
  await expect(files).toContainText('Ada Ö.');
  await expect(files).toContainText('Why are they not the same?');

  // The same question stands in the page's plan, with its answer.
  const plan = page.locator('.lesson-plan', { has: page.locator('#reed-frogs') });
  await expect(plan.locator('.question')).toHaveCount(3);
  await plan.getByText('Answers, and what leads to them').first().click();
  await expect(plan.locator('[data-right="true"] dt').first()).toHaveText(
    'The step from log-odds to percent is not a straight line. Right.',
  );
  await plan.getByRole('link', { name: 'sigma at 0.1' }).click();
  await expect(page).toHaveURL(/\/reed-frogs\/\?sigma=0\.1#figure-shrinkage$/);
  await expect(page.getByRole('slider', { name: /how much tanks differ/ }).first()).toHaveAttribute(
    'aria-valuetext',
    /^0\.1/,
  );
  expect(watched.foreign).toEqual([]);
  // A page that is left before its icon came has not failed.
  expect(watched.complaints).toEqual([]);
});
