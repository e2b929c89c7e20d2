// `virtual:contents`: every page's front matter, in reading order, without the pages themselves.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { readPage } from './front-matter';
import type { PageFacts } from './front-matter';

const id = 'virtual:contents';

export function readContents(folder: string): readonly PageFacts[] {
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
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load(source) {
      if (source !== `\0${id}`) return null;
      for (const name of readdirSync(folder)) this.addWatchFile(join(folder, name));
      return `export const contents = ${JSON.stringify(readContents(folder))};`;
    },
  };
}
