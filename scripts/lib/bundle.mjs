// The command line runs TypeScript from a bundle under .cache, rebuilt when a source changes.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fingerprint } from './fingerprint.mjs';
import { cache, inTree } from './tree.mjs';

const shelf = join(cache, 'bundle');
const sources = ['src', 'scripts', 'public/data', 'package-lock.json'];

/** Every scripts/*.ts is an entry of its own name; worker threads are entries too, beside them. */
function entries() {
  const commands = readdirSync(inTree('scripts')).filter((name) => /^[\w-]+\.ts$/.test(name));
  const workers = ['src/engine/node.worker.ts'].filter((path) => existsSync(inTree(path)));
  return Object.fromEntries([
    ...commands.map((name) => [name.replace(/\.ts$/, ''), inTree('scripts', name)]),
    ...workers.map((path) => [path.split('/').at(-1).replace(/\.ts$/, ''), inTree(path)]),
  ]);
}

/**
 * The bundled file of `scripts/<name>.ts` (or `node.worker`) as a file URL. Entries lie in one folder, so that one finds
 * another by `new URL('./node.worker.mjs', import.meta.url)`.
 */
export async function bundled(name) {
  const made = fingerprint(sources).slice(0, 16);
  const folder = join(shelf, made);
  if (!existsSync(folder)) await place(folder);
  return pathToFileURL(join(folder, `${name}.mjs`));
}

/** Builds beside the folder and moves it there whole, so that commands that start together do not meet half a bundle. */
async function place(folder) {
  mkdirSync(shelf, { recursive: true });
  for (const old of readdirSync(shelf)) if (!old.includes('.')) rmSync(join(shelf, old), { recursive: true });
  const beside = `${folder}.${process.pid}`;
  await build(beside);
  try {
    renameSync(beside, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(beside, { recursive: true });
  }
}

async function build(folder) {
  const { build: viteBuild } = await import('vite');
  await viteBuild({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      minify: false,
      rolldownOptions: {
        input: entries(),
        // Tables of a module stay `const`, which the engine may fold into the code that reads them: a sixth of a gradient.
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'shared/[name]-[hash].mjs', topLevelVar: false },
      },
    },
  });
}
