// The command line runs TypeScript from a bundle under .cache, rebuilt when a source changes.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fingerprint } from './fingerprint.mjs';
import { cache, inTree } from './tree.mjs';

const folder = join(cache, 'bundle');
const stamp = join(folder, 'made-from');
const sources = ['src', 'scripts', 'public/data', 'package-lock.json'];

/** Every scripts/*.ts is an entry of its own name; worker threads are entries too, beside them. */
function entries() {
  const commands = readdirSync(inTree('scripts')).filter((name) => /^[\w-]+\.ts$/.test(name));
  const workers = ['src/engine/node.worker.ts'].filter(
    (path) => existsSync(inTree(path)),
  );
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
  const wanted = fingerprint(sources);
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    await build();
    writeFileSync(stamp, wanted);
  }
  return pathToFileURL(join(folder, `${name}.mjs`));
}

async function build() {
  const { build: viteBuild } = await import('vite');
  rmSync(folder, { recursive: true, force: true });
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
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'shared/[name]-[hash].mjs' },
      },
    },
  });
}
