// What CITATION.cff says of this version, for "cite this".
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface Release {
  readonly version: string;
  /** '2026-11-24'. */
  readonly released: string;
  readonly title: string;
  readonly authors: readonly string[];
}

/** `file`: the path of CITATION.cff. One that cannot be read stops the build with a sentence. */
export function readRelease(file: string): Release {
  const whole: unknown = parse(readFileSync(file, 'utf8'), { schema: 'failsafe' });
  const facts = new Map(Object.entries(typeof whole === 'object' && whole !== null ? whole : {}));
  const text = (field: string): string => {
    const value: unknown = facts.get(field);
    return typeof value === 'string' ? value : wrong(`needs '${field}', a text`);
  };
  const wrong = (what: string): never => {
    throw new Error(`CITATION.cff ${what}`);
  };
  const released = text('date-released');
  if (!/^\d{4}-\d\d-\d\d$/.test(released)) wrong(`has the date '${released}', which is not like 2026-11-24`);
  const authors: unknown = facts.get('authors');
  if (!Array.isArray(authors)) return wrong(`needs 'authors', a list`);
  return { version: text('version'), released, title: text('title'), authors: authors.map(nameOf) };
}

function nameOf(author: unknown): string {
  return typeof author === 'object' && author !== null && 'name' in author ? String(author.name) : '';
}
