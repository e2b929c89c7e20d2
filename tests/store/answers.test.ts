// Answers are kept under one key a page, taken up again, and gone when cleared.
import { describe, expect, test } from 'vitest';
import { createAnswers } from '../../src/store/answers';
import type { Shelf } from '../../src/store/answers';

function shelfOf(content: Map<string, string>): Shelf {
  return {
    read: (key) => content.get(key) ?? null,
    write: (key, text) => void content.set(key, text),
    remove: (key) => void content.delete(key),
    keys: () => [...content.keys()],
  };
}

const now = () => '2026-11-24T09:00:00.000Z';

describe('answers', () => {
  test('what is given on one visit is there on the next, and on no other page', () => {
    const content = new Map<string, string>();
    const first = createAnswers(shelfOf(content), () => 'frogs', now);
    first.open();
    first.give('How many?', '71');
    const next = createAnswers(shelfOf(content), () => 'frogs', now);
    expect(next.store.getState().given).toEqual({});
    next.open();
    expect(next.store.getState().given).toEqual({ 'How many?': { answer: '71', at: now() } });
    const elsewhere = createAnswers(shelfOf(content), () => 'predators', now);
    elsewhere.open();
    expect(elsewhere.store.getState().given).toEqual({});
  });

  test('an answer withdrawn is forgotten, and the last one takes the key with it', () => {
    const content = new Map<string, string>();
    const answers = createAnswers(shelfOf(content), () => 'frogs', now);
    answers.open();
    answers.give('a', '1');
    answers.give('b', '2');
    answers.withdraw('a');
    expect([...content.values()].map((text): unknown => JSON.parse(text))).toEqual([{ b: { answer: '2', at: now() } }]);
    answers.withdraw('b');
    expect(content.size).toBe(0);
  });

  test('clearing forgets all pages, and leaves what is not an answer', () => {
    const content = new Map([['tadpool-theme', 'dark']]);
    for (const page of ['', 'frogs']) createAnswers(shelfOf(content), () => page, now).give('q', 'yes');
    expect(content.size).toBe(3);
    const answers = createAnswers(shelfOf(content), () => 'frogs', now);
    answers.open();
    answers.clear();
    expect(answers.store.getState().given).toEqual({});
    expect([...content]).toEqual([['tadpool-theme', 'dark']]);
  });

  test('all pages are seen together, and what an older version kept is read', () => {
    const content = new Map([
      ['tadpool-answers:frogs', '{"q": "old"}'],
      ['tadpool-theme', 'dark'],
    ]);
    const answers = createAnswers(shelfOf(content), () => '', now);
    answers.give('front', 'yes');
    expect(answers.all()).toEqual({
      frogs: { q: { answer: 'old', at: '' } },
      '': { front: { answer: 'yes', at: now() } },
    });
  });

  test.each(['', 'no JSON', '[1]', '{"q": 3}', 'null'])('a shelf that holds %j holds no answer', (text) => {
    const answers = createAnswers(shelfOf(new Map([['tadpool-answers:frogs', text]])), () => 'frogs', now);
    answers.open();
    expect(answers.store.getState().given).toEqual({});
  });
});
