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

/** Six digits of what was estimated are more than its draws know, and fewer do for what says how well they know it. */
const digits: Readonly<Record<string, number>> = { mcse_mean: 3, mcse_sd: 3, ess_bulk: 5, ess_tail: 5, r_hat: 5 };

/** Half of a page's weight in numbers. */
function rounded(text: string): string {
  return JSON.stringify(
    JSON.parse(text, (key, value: unknown) =>
      typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(digits[key] ?? 6)) : value,
    ),
  );
}
