// The command line runs TypeScript from a bundle under .cache, rebuilt when a source changes.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
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
  return pathToFileURL(join(await shelved('', entries), `${name}.mjs`));
}

/**
 * The folder, as a file URL, of a bundle of its own. What the build keeps is known by the bytes of Node's worker, and these change when another
 * entry divides the bundle in another way: a command that is not part of the build stays out of it.
 */
export async function bundledApart(name, paths) {
  const named = () =>
    Object.fromEntries(paths.map((path) => [path.split('/').at(-1).replace(/\.ts$/, ''), inTree(path)]));
  return pathToFileURL(`${await shelved(`-${name}`, named)}/`);
}

async function shelved(suffix, input) {
  const folder = join(shelf, fingerprint(sources).slice(0, 16) + suffix);
  if (!existsSync(folder)) await place(folder, input());
  return folder;
}

/** ms: a command that still runs from an older bundle, and opens another thread of it, finds it for this long. */
const spared = 2 * 3600 * 1000;

/** Builds beside the folder and moves it there whole, so that commands that start together do not meet half a bundle. */
async function place(folder, input) {
  mkdirSync(shelf, { recursive: true });
  for (const old of readdirSync(shelf).map((name) => join(shelf, name)))
    if (Date.now() - statSync(old).mtimeMs > spared) rmSync(old, { recursive: true, force: true });
  const beside = `${folder}.${process.pid}`;
  await build(beside, input);
  try {
    renameSync(beside, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(beside, { recursive: true });
  }
}

async function build(folder, input) {
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
        input,
        // Tables of a module stay `const`, which the engine may fold into the code that reads them: a sixth of a gradient.
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'shared/[name]-[hash].mjs', topLevelVar: false },
      },
    },
  });
}
