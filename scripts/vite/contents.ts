// `virtual:contents`: what every page needs to know of all pages, in reading order; `virtual:abouts`: what each is about, by slug.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { readPage } from './front-matter';
import type { PageAbout, PageFacts } from './front-matter';

const modules: Readonly<Record<string, (pages: readonly Page[]) => string>> = {
  'virtual:contents': (pages) =>
    `export const contents = ${JSON.stringify(pages.map(({ slug, title, kind, order, minutes }) => ({ slug, title, kind, order, minutes })))};`,
  'virtual:abouts': (pages) =>
    `export const abouts = ${JSON.stringify(Object.fromEntries(pages.map(({ slug, summary, outcomes }) => [slug, { summary, outcomes }])))};`,
};

type Page = PageFacts & PageAbout;

export function readContents(folder: string): readonly Page[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => readPage(name, readFileSync(join(folder, name), 'utf8')))
    .sort((a, b) => a.order - b.order || (a.slug < b.slug ? -1 : 1));
}

export function contents(): Plugin {
  let folder = '';
  return {
    name: 'tadpool:contents',
    configResolved: (config) => {
      folder = join(config.root, 'content');
    },
    resolveId: (source) => (modules[source] === undefined ? null : `\0${source}`),
    load(source) {
      const write = source.startsWith('\0') ? modules[source.slice(1)] : undefined;
      if (write === undefined) return null;
      for (const name of readdirSync(folder)) this.addWatchFile(join(folder, name));
      return write(readContents(folder));
    },
  };
}
