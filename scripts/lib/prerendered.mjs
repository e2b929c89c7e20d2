// What pages show of the build's own computation: .cache/prerendered, made by scripts/prerender.ts and kept while its program is the same.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundled } from './bundle.mjs';
import { fingerprint } from './fingerprint.mjs';
import { cache, top } from './tree.mjs';

const folder = join(cache, 'prerendered');
const stamp = join(folder, 'made-from');

export async function ensurePrerendered() {
  const program = await bundled('prerender');
  const folderOfProgram = relative(top, dirname(fileURLToPath(program)));
  const parts = ['prerender.mjs', 'node.worker.mjs', 'shared'].map((part) => join(folderOfProgram, part));
  const wanted = fingerprint([...parts, 'public/data'], folderOfProgram);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { prerender } = await import(program.href);
  await prerender(folder);
  writeFileSync(stamp, wanted);
}
