// `virtual:prerendered/NAME`: the JSON files that scripts/prerender.ts wrote, as modules.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const prefix = 'virtual:prerendered/';

/** Draws and bands, seen only as marks. All else a browser reads as data or compares with its own run, so keeps every bit. */
const marks = new Set([
  'frogs-fixed-sigma',
  'frogs-at-best',
  'frogs-multilevel',
  'frogs-predators',
  'confounds',
  'mundlak',
  'mundlak-latent',
]);

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
      const text = readFileSync(join(folder, `${name}.json`), 'utf8');
      return `export default JSON.parse(${JSON.stringify(marks.has(name) ? rounded(text) : text)});`;
    },
  };
}

/** Six digits of what was estimated are more than its draws know, and half of a page's weight in numbers. */
function rounded(text: string): string {
  return JSON.stringify(
    JSON.parse(text, (_, value: unknown) => (typeof value === 'number' ? sixDigits(value) : value)),
  );
}

const sixDigits = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(6)));
