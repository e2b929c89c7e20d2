// First mentions of the glossary's words become terms, once a page.
import { compile } from '@mdx-js/mdx';
import { expect, test } from 'vitest';
import { mentionsIn, rehypeGlossary } from '../../scripts/vite/glossary';

async function compiled(text: string, lesson = true): Promise<string> {
  return String(await compile(text, { jsx: true, rehypePlugins: [[rehypeGlossary, { lesson }]] }));
}

const terms = (code: string): readonly string[] => [...code.matchAll(/<Term of="([^"]*)"/g)].map(([, name]) => name);

test('the longer of two words is meant', () => {
  expect(mentionsIn('Its posterior means, and the posterior').map(({ name }) => name)).toEqual([
    'posterior mean',
    'posterior',
  ]);
  expect(mentionsIn('priority, and a non-prior')).toEqual([]);
});

test('each word once, in paragraphs and lists, never in links or headings', async () => {
  const code = await compiled(
    '## Priors\n\nA [prior](/x/) is no prior here. The prior again.\n\n- *shrinkage* and priors\n\nThe `likelihood`.\n',
  );
  expect(terms(code)).toEqual(['prior', 'shrinkage']);
  expect(terms(await compiled('A prior.\n', false))).toEqual([]);
});

test('a term by hand counts as the mention, and gets its meaning', async () => {
  const code = await compiled('A prior <Term of="pooling">pooled</Term>, complete pooling.\n');
  expect(terms(code)).toEqual(['prior', 'pooling']);
  expect(code).toMatch(/<Term of="pooling" meaning="Letting the estimates/);
  await expect(compiled('<Term>shrinking violets</Term>\n')).rejects.toThrow('the glossary has no such word');
});
