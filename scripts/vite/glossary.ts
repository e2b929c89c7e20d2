// Gives each <Term> of a page what the glossary says, and makes a Term of a lesson's first mention of the glossary's words.
import type { ElementContent, Root, RootContent, Text } from 'hast';
import type { VFile } from 'vfile';
import { glossary } from '../../src/prose/glossary';

type Parent = Extract<Root | RootContent, { readonly children: unknown }>;
type Term = Extract<ElementContent, { readonly type: 'mdxJsxTextElement' }>;

/** `lesson`: whether first mentions are sought. A Term without an entry stops the build. */
export function rehypeGlossary({ lesson }: { readonly lesson: boolean }) {
  return (tree: Root, file: VFile): void => {
    const met = new Set<string>();
    explain(tree, file, met);
    if (!lesson) return;
    for (const block of tree.children)
      if (block.type === 'element' && ['p', 'ul', 'ol'].includes(block.tagName)) mention(block, met);
  };
}

function explain(parent: Parent, file: VFile, met: Set<string>): void {
  for (const child of parent.children) {
    if ((child.type === 'mdxJsxTextElement' || child.type === 'mdxJsxFlowElement') && child.name === 'Term') {
      const [said] = child.children;
      const of = child.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'of')?.value;
      const name = typeof of === 'string' ? of : said?.type === 'text' ? said.value : '';
      const entry = glossary[name];
      if (entry === undefined) return file.fail(`<Term>${name}</Term>: the glossary has no such word`, child);
      child.attributes.push({ type: 'mdxJsxAttribute', name: 'meaning', value: entry.meaning });
      met.add(name);
    } else if ('children' in child) explain(child, file, met);
  }
}

/** Words inside links, code and components are left alone. */
function mention(parent: Parent, met: Set<string>): void {
  const children: ElementContent[] = [];
  for (const child of parent.children) {
    if (child.type === 'text') children.push(...withTerms(child, met));
    else {
      if (child.type === 'element' && ['li', 'p', 'em', 'strong'].includes(child.tagName)) mention(child, met);
      if (child.type !== 'doctype' && child.type !== 'mdxjsEsm') children.push(child);
    }
  }
  parent.children = children;
}

function withTerms({ value }: Text, met: Set<string>): readonly ElementContent[] {
  const first = mentionsIn(value).find(({ name }) => !met.has(name));
  if (first === undefined) return text(value);
  const { name, meaning, from, to } = first;
  met.add(name);
  const term: Term = {
    type: 'mdxJsxTextElement',
    name: 'Term',
    attributes: [
      { type: 'mdxJsxAttribute', name: 'of', value: name },
      { type: 'mdxJsxAttribute', name: 'meaning', value: meaning },
    ],
    children: [{ type: 'text', value: value.slice(from, to) }],
  };
  return [...text(value.slice(0, from)), term, ...withTerms({ type: 'text', value: value.slice(to) }, met)];
}

interface Mention {
  readonly name: string;
  readonly meaning: string;
  readonly from: number;
  readonly to: number;
}

const forms = Object.entries(glossary).flatMap(([name, { meaning, forms: said }]) =>
  said.map((form) => ({ name, meaning, pattern: new RegExp(`(?<![\\p{L}-])${form}(?![\\p{L}-])`, 'giu') })),
);

/** In their order; where two overlap, the one that begins first, then the longer: a "posterior mean" is no "posterior". */
export function mentionsIn(value: string): readonly Mention[] {
  const all = forms.flatMap(({ name, meaning, pattern }) =>
    Array.from(value.matchAll(pattern), (found) => ({
      name,
      meaning,
      from: found.index,
      to: found.index + found[0].length,
    })),
  );
  all.sort((a, b) => a.from - b.from || b.to - a.to);
  const apart: Mention[] = [];
  for (const mention of all) if (mention.from >= (apart.at(-1)?.to ?? 0)) apart.push(mention);
  return apart;
}

const text = (value: string): readonly Text[] => (value === '' ? [] : [{ type: 'text', value }]);
