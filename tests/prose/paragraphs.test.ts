// A line that begins with a tag ends a paragraph in MDX, and the rest of the sentence becomes one of its own.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const pages = readdirSync('content').filter((name) => name.endsWith('.mdx'));

/** The blocks between blank lines that are prose: no front matter, no tag of a component, no list, no code. */
function paragraphs(text: string): string[] {
  return text
    .replace(/^---\n.*?\n---\n/s, '')
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => /^(?:(?!\$\$)[\p{L}\d_*$“"`[(]|<(?:Value|Sym|Term)\b)/u.test(block));
}

test.each(pages)('%s: every paragraph is whole sentences', (name) => {
  const torn = paragraphs(readFileSync(`content/${name}`, 'utf8')).filter(
    (block) => /^(?:\p{Ll}|<)/u.test(block) || !/[.:?!…][_*”")]*$/.test(block),
  );
  expect(torn).toEqual([]);
});
