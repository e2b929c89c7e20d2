// A page's front matter, checked: a missing or misspelt field stops the build with a sentence.
import { parse } from 'yaml';

export interface PageFacts {
  /** The page's folder: 'reed-frogs'; '' for the front page, '404' for the page of lost readers. */
  readonly slug: string;
  readonly title: string;
  /** 'lesson' pages are the lecture; 'page' stands beside it. */
  readonly kind: 'lesson' | 'page';
  readonly order: number;
  readonly minutes: number;
}

/** What only a page itself and lists of pages say of it. */
export interface PageAbout {
  /** One line, for the contents and for search engines. */
  readonly summary: string;
  /** What the reader will be able to do. */
  readonly outcomes: readonly string[];
}

const fields = new Set(['title', 'summary', 'kind', 'order', 'minutes', 'outcomes']);

export function readPage(name: string, text: string): PageFacts & PageAbout {
  const matter = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (matter === null) throw new Error(`content/${name} does not begin with front matter between two lines of ---`);
  const given: unknown = parse(matter[1]);
  const facts = new Map(Object.entries(typeof given === 'object' && given !== null ? given : {}));
  const wrong = (what: string): never => {
    throw new Error(`content/${name}: ${what}`);
  };
  for (const field of facts.keys()) if (!fields.has(field)) wrong(`front matter has no field '${field}'`);
  const string = (field: string): string => {
    const value = facts.get(field);
    return typeof value === 'string' && value !== '' ? value : wrong(`front matter needs '${field}', a text`);
  };
  const number = (field: string): number => {
    const value = facts.get(field);
    return typeof value === 'number' ? value : wrong(`front matter needs '${field}', a number`);
  };
  const kind = facts.get('kind');
  if (kind !== 'lesson' && kind !== 'page') return wrong(`'kind' is lesson or page`);
  const outcomes = facts.get('outcomes') ?? [];
  if (!Array.isArray(outcomes)) return wrong(`'outcomes' is a list`);
  const slug = name.replace(/\.mdx$/, '');
  return {
    slug: slug === 'index' ? '' : slug,
    title: string('title'),
    summary: string('summary'),
    kind,
    order: number('order'),
    minutes: kind === 'lesson' ? number('minutes') : 0,
    outcomes: outcomes.map(String),
  };
}
