// `virtual:figures`: every figure of the lecture, for the server. `virtual:figures/components`: how to load each, for embedded ones.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { readFigures } from './figures';
import { figureFiles } from './vocabulary';

const listId = 'virtual:figures';
const componentsId = 'virtual:figures/components';

export function figureModules(): Plugin {
  let content = '';
  return {
    name: 'tadpool:figures',
    configResolved: (config) => {
      content = join(config.root, 'content');
    },
    resolveId: (source) => (source === listId || source === componentsId ? `\0${source}` : null),
    async load(source) {
      if (source === `\0${componentsId}`) return componentsModule();
      if (source !== `\0${listId}`) return null;
      for (const name of readdirSync(content)) this.addWatchFile(join(content, name));
      return `export const figures = ${JSON.stringify(await readFigures(content))};`;
    },
  };
}

function componentsModule(): string {
  const entries = [...figureFiles()].map(
    ([name, file]) => `  ${name}: () => import('/${file.replace(/\.tsx$/, '')}').then((m) => m.${name}),\n`,
  );
  return `export const figureComponents = {\n${entries.join('')}};\n`;
}
