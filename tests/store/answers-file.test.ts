// A file of answers is read as it was written, and what is no such file is refused with a sentence.
import { describe, expect, test } from 'vitest';
import { answersFile, gather, latestOf, limits, readAnswersFile } from '../../src/store/answers-file';
import type { AnswersFile } from '../../src/store/answers-file';

const facts = { version: '0.1.0', name: 'Ada', remark: 'Why 71?', saved: '2026-11-24T10:00:00.000Z' };
const all = {
  '': { 'Near what?': { answer: 'Near 71', at: '2026-11-24T09:00:00.000Z' } },
  frogs: { 'How many?': { answer: '12', at: '' } },
};

function fileOf(name: string, saved: string, answers: Readonly<Record<string, string>>): AnswersFile {
  const handed = Object.entries(answers).map(([question, answer]) => ({ page: 'p', question, answer, at: '' }));
  return { version: '0', name, remark: '', saved, answers: handed };
}

describe('a file', () => {
  test('is read as it was written', () => {
    expect(readAnswersFile(answersFile(all, facts))).toEqual({
      kind: 'read',
      file: {
        ...facts,
        answers: [
          { page: '', question: 'Near what?', answer: 'Near 71', at: '2026-11-24T09:00:00.000Z' },
          { page: 'frogs', question: 'How many?', answer: '12', at: '' },
        ],
      },
    });
  });

  test.each([
    ['', 'cannot be read as JSON'],
    ['tank,survivors\n1,9\n', 'cannot be read as JSON'],
    ['null', 'no file of answers from these pages'],
    ['{"format": "tadpool lab"}', 'no file of answers from these pages'],
    ['{"format": "tadpool answers"}', 'list of answers is missing'],
    [answersFile(all, facts).replace('"12"', '12'), 'answer number 2 is damaged'],
    [answersFile(all, facts).replace('"name"', '"nom"'), 'name, remark, version or date is missing'],
    [answersFile(all, { ...facts, remark: 'x'.repeat(limits.text + 1) }), 'name, remark, version or date is missing'],
    ['x'.repeat(limits.file + 1), 'too large'],
  ])('that is none is refused with a sentence', (content, why) => {
    const read = readAnswersFile(content);
    expect(read.kind === 'refused' ? read.why : '').toContain(why);
  });
});

describe('many files', () => {
  test('words go by how many gave them, numbers in their order', () => {
    const files = [
      fileOf('a', '1', { q: 'yes', n: '9' }),
      fileOf('b', '1', { q: 'no', n: '10' }),
      fileOf('c', '1', { q: 'no' }),
    ];
    expect(gather(files)).toEqual([
      {
        page: 'p',
        question: 'q',
        total: 3,
        counted: [
          { answer: 'no', names: ['b', 'c'] },
          { answer: 'yes', names: ['a'] },
        ],
      },
      {
        page: 'p',
        question: 'n',
        total: 2,
        counted: [
          { answer: '9', names: ['a'] },
          { answer: '10', names: ['b'] },
        ],
      },
    ]);
  });

  test('who hands in twice counts once; the unsigned all count', () => {
    const files = [
      fileOf('a', '2', {}),
      fileOf('a', '1', {}),
      fileOf('', '1', {}),
      fileOf('', '1', {}),
      fileOf('b', '1', {}),
      fileOf('b', '1', {}),
    ];
    expect(latestOf(files).map(({ name, saved }) => name + saved)).toEqual(['a2', '1', '1', 'b1']);
  });
});
