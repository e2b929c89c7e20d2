// Looking words up in the lecture: the passages that hold them, best first, and where in a passage they stand.
import MiniSearch from 'minisearch';
import type { Passage, SearchPage } from './passages';

export interface Found {
  readonly page: Pick<SearchPage, 'slug' | 'title'>;
  readonly passage: Passage;
  /** Pieces of the passage in their order; those that match are marked. */
  readonly snippet: readonly Piece[];
}

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

export interface Lookup {
  /** At most `most`, best first; none for a query without words. */
  readonly find: (query: string, most: number) => readonly Found[];
}

interface Entry {
  readonly id: number;
  readonly name: string;
  readonly text: string;
}

const words = /[\p{L}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{N}]+)*/gu;

const greek: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  κ: 'kappa',
  λ: 'lambda',
  σ: 'sigma',
  τ: 'tau',
  φ: 'phi',
};

/** As it is looked up: "café" is found by "cafe", σ by "sigma". */
export function plain(word: string): string {
  const bare = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return greek[bare] ?? bare;
}

/** Takes a few frames for the whole lecture, and leaves the page its turns between. */
export async function createLookup(pages: readonly SearchPage[]): Promise<Lookup> {
  const all = pages.flatMap((page) => page.passages.map((passage) => ({ page, passage })));
  const index = new MiniSearch<Entry>({
    fields: ['name', 'text'],
    tokenize: (text) => text.match(words) ?? [],
    processTerm: plain,
  });
  await index.addAllAsync(
    all.map(({ passage: { kind, text } }, id) =>
      kind === 'text' ? { id, name: '', text } : { id, name: text, text: '' },
    ),
    { chunkSize: 60 },
  );
  const options = { prefix: (term: string) => term.length > 1, boost: { name: 2.5 } };
  // A word that is nowhere may be a slip.
  const fuzzy = (term: string): number | false => (index.search(term, options).length === 0 ? 0.25 : false);
  return {
    find: (query, most) => {
      const every = index.search(query, { ...options, fuzzy, combineWith: 'AND' });
      const found = every.length > 0 ? every : index.search(query, { ...options, fuzzy });
      return found.slice(0, most).map(({ id, terms }) => {
        const { page, passage } = all[Number(id)];
        return { page, passage, snippet: snippetOf(passage.text, new Set(terms)) };
      });
    },
  };
}

const reach = 90;

/** The stretch of a text around its first match, cut between words, with every match marked. `terms` are plain. */
export function snippetOf(text: string, terms: ReadonlySet<string>): readonly Piece[] {
  const matches = [...text.matchAll(words)].filter(([word]) => terms.has(plain(word)));
  const middle = matches[0]?.index ?? 0;
  const from = middle <= reach ? 0 : text.indexOf(' ', middle - reach) + 1;
  const to = text.length - middle <= 2 * reach ? text.length : text.lastIndexOf(' ', middle + 2 * reach);
  const pieces: Piece[] = [];
  const add = (piece: string, marked: boolean): void => {
    if (piece !== '') pieces.push({ text: piece, marked });
  };
  let done = from;
  add(from > 0 ? '… ' : '', false);
  for (const { 0: word, index } of matches) {
    if (index + word.length > to) break;
    add(text.slice(done, index), false);
    add(word, true);
    done = index + word.length;
  }
  add(text.slice(done, to) + (to < text.length ? ' …' : ''), false);
  return pieces;
}
