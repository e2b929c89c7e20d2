// Chromium from the npm package @sparticuz/chromium, for machines with nothing but Node and npm: fetched as its lock file says, unpacked into .cache.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { run, runNpm } from './run.mjs';
import { cache, inTree } from './tree.mjs';
import { readTar } from './tar.mjs';

const folder = join(cache, 'chromium');
const lock = inTree('scripts/chromium/package-lock.json');

/** Its path, and the environment that lets it find the libraries and fonts that come with it. */
export async function packagedChromium() {
  const path = join(folder, 'chromium');
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  const stamp = join(folder, 'made-from');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    await fetchPackage();
    unpack();
    writeFileSync(stamp, wanted);
  }
  const env = environment();
  if ((await run(path, ['--version'], { env, quiet: true })) !== 0)
    throw new Error('it does not start on this machine');
  return { path, env };
}

async function fetchPackage() {
  console.log('Fetching a browser for the tests, the npm package @sparticuz/chromium …');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json'])
    copyFileSync(inTree('scripts/chromium', name), join(folder, name));
  const status = await runNpm(['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder, quiet: true });
  if (status !== 0) throw new Error('npm could not fetch it');
}

function unpack() {
  const packed = (name) =>
    brotliDecompressSync(readFileSync(join(folder, 'node_modules/@sparticuz/chromium/bin', name)));
  writeFileSync(join(folder, 'chromium'), packed('chromium.br'));
  chmodSync(join(folder, 'chromium'), 0o755);
  extract(packed('swiftshader.tar.br'), folder);
  extract(packed('al2023.tar.br'), join(folder, 'libraries'));
  extract(packed('fonts.tar.br'), folder);
  const fonts = `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir>`;
  writeFileSync(join(folder, 'fonts.conf'), `<?xml version="1.0"?><fontconfig>${fonts}</fontconfig>\n`);
  rmSync(join(folder, 'node_modules'), { recursive: true });
}

/** The libraries that come with it (nss, nspr, expat) fit together, so they go before the machine's, which may lack some. */
function environment() {
  const libraries = [join(folder, 'libraries/lib'), process.env.LD_LIBRARY_PATH];
  return {
    LD_LIBRARY_PATH: libraries.filter((path) => path !== undefined && path !== '').join(':'),
    FONTCONFIG_PATH: process.env.FONTCONFIG_PATH ?? folder,
  };
}

function extract(tar, into) {
  for (const entry of readTar(tar)) {
    const path = join(into, entry.name);
    mkdirSync(dirname(path), { recursive: true });
    if (entry.kind === 'link') symlinkSync(entry.target, path);
    else writeFileSync(path, entry.content, { mode: entry.mode });
  }
}
