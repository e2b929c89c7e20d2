// What pages show of the build's own computation: .cache/prerendered, made by scripts/prerender.ts and kept while its program is the same.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundled } from './bundle.mjs';
import { fingerprint } from './fingerprint.mjs';
import { cache } from './tree.mjs';

const folder = join(cache, 'prerendered');
const stamp = join(folder, 'made-from');

export async function ensurePrerendered() {
  const program = await bundled('prerender');
  const wanted = fingerprint([
    '.cache/bundle/prerender.mjs',
    '.cache/bundle/node.worker.mjs',
    '.cache/bundle/shared',
    'public/data',
  ]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { prerender } = await import(program.href);
  await prerender(folder);
  writeFileSync(stamp, wanted);
}
