// Looking words up: what is found, in which order, and what is marked.
import { expect, test } from 'vitest';
import { createLookup, snippetOf } from '../../../src/app/search/lookup';
import type { Passage } from '../../../src/app/search/passages';

const passage = (kind: Passage['kind'], text: string): Passage => ({ kind, anchor: 'a', heading: 'Here', text });
const pages = [
  {
    slug: 'one',
    title: 'One',
    passages: [
      passage('text', 'In the cafés the robot waits, and partial pooling of all cafés helps it wait less.'),
      passage('heading', 'Partial pooling'),
      passage('text', 'Nothing of the kind is said in this sentence about tadpoles.'),
    ],
  },
  { slug: 'two', title: 'Two', passages: [passage('text', 'The population has a spread, σ, which is learned.')] },
];

test('a heading comes before a text, and both words are asked for', async () => {
  const { find } = await createLookup(pages);
  expect(find('partial pooling', 5).map((found) => found.passage.kind)).toEqual(['heading', 'text']);
  expect(find('partial tadpoles', 5)).toHaveLength(3);
  expect(find('partial', 1)).toHaveLength(1);
});

test('accents, Greek letters, beginnings and slips are met', async () => {
  const { find } = await createLookup(pages);
  const marked = (query: string): readonly string[] =>
    find(query, 5).flatMap(({ snippet }) => snippet.flatMap((piece) => (piece.marked ? [piece.text] : [])));
  expect(marked('cafe')).toEqual(['cafés', 'cafés']);
  expect(marked('sigma')).toEqual(['σ']);
  expect(marked('tadp')).toEqual(['tadpoles']);
  expect(marked('populatoin')).toEqual(['population']);
  // A word that is there is no slip of another, and "waits" is near "want".
  expect(marked('wait')).toEqual(['waits', 'wait']);
  expect(find('xylophone', 5)).toEqual([]);
  expect(find(' ', 5)).toEqual([]);
});

test('a snippet is cut between words around its first match', () => {
  const text = `${'before it '.repeat(30)}needle ${'and after '.repeat(40)}end`;
  const pieces = snippetOf(text, new Set(['needle']));
  expect(pieces.map(({ marked }) => marked)).toEqual([false, false, true, false]);
  const whole = pieces.map((piece) => piece.text).join('');
  expect(whole).toMatch(/^… (before|it) .*needle.* …$/);
  expect(whole.length).toBeLessThan(320);
});
