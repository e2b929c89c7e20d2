// What a figure is shared as: citations that BibTeX reads, a frame whose attributes cannot be broken out of, and a version that agrees.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import project from '../../package.json' with { type: 'json' };
import { readRelease } from '../../scripts/vite/release';
import { authors, citationBibtex, citationText, lecture } from '../../src/widgets/share/citation';
import type { Cited } from '../../src/widgets/share/citation';
import { embedFolder } from '../../src/widgets/share/embed-address';
import { embedSnippet } from '../../src/widgets/share/snippet';

const cited: Cited = {
  page: { slug: 'predators', title: 'Predators & 50 % of {tanks}' },
  figure: { name: 'seen-and-unseen', number: '4.5' },
  version: '1.2.3',
  released: '2026-11-24',
  address: 'https://example.org/course/predators/#figure-seen-and-unseen',
  read: '2027-01-02',
};

test('CITATION.cff agrees with package.json and with what the pages say', () => {
  const release = readRelease('CITATION.cff');
  expect(release.version).toBe(project.version);
  expect(release.title).toBe(lecture);
  expect(release.authors).toEqual([authors]);
  expect(readFileSync('CITATION.cff', 'utf8')).not.toMatch(/^(doi|url|repository\S*):/m);
});

test('a figure in a sentence', () => {
  expect(citationText(cited)).toBe(
    'The Tadpool developers (2026). Figure 4.5 of “Predators & 50 % of {tanks}”. In: Tadpool: multilevel models, live, ' +
      'version 1.2.3. https://example.org/course/predators/#figure-seen-and-unseen (read 2027-01-02).',
  );
});

test('the lecture in a sentence', () => {
  expect(citationText({ ...cited, page: null, figure: null, address: 'https://example.org/' })).toBe(
    'The Tadpool developers (2026). Tadpool: multilevel models, live, version 1.2.3. https://example.org/ (read 2027-01-02).',
  );
});

test('BibTeX: an entry that closes, with what TeX would take for commands escaped', () => {
  const entry = citationBibtex(cited);
  expect(entry).toMatch(/^@misc\{tadpool-predators-seen-and-unseen,\n(  [a-z]+ = \{.*\},\n)+\}\n$/);
  expect(entry).toContain('title = {{Figure 4.5 of Predators \\& 50 \\% of \\{tanks\\}}}');
  expect(entry).toContain('url = {https://example.org/course/predators/#figure-seen-and-unseen}');
});

test('a frame’s attributes hold whatever the address and the title are', () => {
  const snippet = embedSnippet({
    address: 'https://x.org/?a=1&b="><script>',
    title: '"Tanks" & <more>',
    width: 720,
    height: 640,
  });
  expect(snippet).toMatch(/^<iframe( [a-z]+="[^"<>]*")+><\/iframe>$/);
  expect(snippet).toContain('src="https://x.org/?a=1&amp;b=&quot;&gt;&lt;script&gt;"');
  expect(snippet).toContain('height="640"');
});

test('each figure’s folder', () => {
  expect(embedFolder('', 'hero')).toBe('embed/front/hero/');
  expect(embedFolder('reed-frogs', 'score-curve')).toBe('embed/reed-frogs/score-curve/');
});
