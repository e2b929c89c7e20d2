// Speaker's notes in the MDX: taken out of the page, kept by the step that they are for.
import { expect, test } from 'vitest';
import { readContents } from '../../../scripts/vite/contents';
import { lessonSteps } from './lesson-steps';

const page = (text: string) => lessonSteps('test', text);

test('notes are for what follows them, line by line', async () => {
  const { steps, notes } = await page(
    '## A\n\nText.\n\n<Notes minutes={3}>\n\n- One.\n- Two,\n  still two.\n\n</Notes>\n\n<SomeFigure />\n\n<Notes>\n\nA paragraph.\n\n</Notes>\n\nMore.\n',
  );
  expect(steps.map(({ id }) => id)).toEqual(['opening', 'a', 'a.figure', 'a-2']);
  expect(notes).toEqual({
    'a.figure': { minutes: 3, lines: ['One.', 'Two, still two.'] },
    'a-2': { minutes: null, lines: ['A paragraph.'] },
  });
});

test('notes on a question are for its asking, with `reveal` for its answer', async () => {
  const { notes } = await page(
    '## A\n\n<Notes>\n\nAsk.\n\n</Notes>\n\n<Notes reveal>\n\nTell.\n\n</Notes>\n\n<Question>\n\nWhy?\n\n</Question>\n',
  );
  expect(notes).toEqual({
    'a.question': { minutes: null, lines: ['Ask.'] },
    'a.answer': { minutes: null, lines: ['Tell.'] },
  });
});

test('notes with nothing after them stop the build with a sentence', async () => {
  await expect(page('Text.\n\n<Notes>\n\nLost.\n\n</Notes>\n')).rejects.toThrow('nothing follows');
});

test('every lesson has notes, short ones', async () => {
  for (const { slug } of readContents('content').filter(({ kind }) => kind === 'lesson')) {
    const { notes } = await lessonSteps(slug);
    const all = Object.values(notes);
    expect(all.length, slug).toBeGreaterThanOrEqual(2);
    for (const line of all.flatMap(({ lines }) => lines)) expect(line.length, line).toBeLessThan(240);
  }
});
