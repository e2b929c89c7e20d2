// How to cite the lecture, a page or a figure of it: as a sentence and for BibTeX. The address is the one in the reader's browser.

export interface Cited {
  /** Of the page; null for the lecture as a whole. */
  readonly page: { readonly slug: string; readonly title: string } | null;
  readonly figure: { readonly name: string; readonly number: string } | null;
  readonly version: string;
  /** When this version came out: '2026-11-24'. */
  readonly released: string;
  readonly address: string;
  /** The day it was read: '2026-11-24'. */
  readonly read: string;
}

export const authors = 'The Tadpool developers';
export const lecture = 'Tadpool: multilevel models, live';

export function citationText({ page, figure, version, released, address, read }: Cited): string {
  const year = released.slice(0, 4);
  const of = figure === null ? '' : `Figure ${figure.number} of `;
  const what =
    page === null ? `${of}${lecture}, version ${version}` : `${of}“${page.title}”. In: ${lecture}, version ${version}`;
  return `${authors} (${year}). ${what}. ${address} (read ${read}).`;
}

export function citationBibtex({ page, figure, version, released, address, read }: Cited): string {
  const key = [
    'tadpool',
    ...(page === null || page.slug === '' ? [] : [page.slug]),
    ...(figure === null ? [] : [figure.name]),
  ];
  const title = page === null ? lecture : page.title;
  const fields = [
    ['author', `{${authors}}`],
    ['title', `{${tex(figure === null ? title : `Figure ${figure.number} of ${title}`)}}`],
    ['howpublished', tex(page === null ? `Version ${version}` : `${lecture}, version ${version}`)],
    ['year', released.slice(0, 4)],
    ['url', address],
    ['note', `Read ${read}`],
  ];
  return `@misc{${key.join('-')},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`;
}

/** What TeX would take for a command. */
function tex(text: string): string {
  return text.replace(/[&%$#_{}]/g, '\\$&');
}
