// `virtual:prerendered/NAME`: the JSON files that scripts/prerender.ts wrote, as modules.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const prefix = 'virtual:prerendered/';

export function prerendered(): Plugin {
  let folder = '';
  return {
    name: 'tadpool:prerendered',
    configResolved: (config) => {
      folder = join(config.root, '.cache/prerendered');
    },
    resolveId: (source) => (source.startsWith(prefix) ? `\0${source}` : null),
    load(source) {
      if (!source.startsWith(`\0${prefix}`)) return null;
      const name = source.slice(prefix.length + 1);
      return `export default JSON.parse(${JSON.stringify(readFileSync(join(folder, `${name}.json`), 'utf8'))});`;
    },
  };
}
