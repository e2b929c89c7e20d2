// The site: figures and numbers of the build, client and server bundles, then every page as HTML.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fingerprint } from './fingerprint.mjs';
import { ensurePrerendered } from './prerendered.mjs';
import { writeServiceWorker } from './service-worker.mjs';
import { cache, inTree, site } from './tree.mjs';

const stamp = join(site, '.made-from');
const sources = [
  'src',
  'content',
  'public',
  'scripts',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'CITATION.cff',
];

/** Builds unless dist/ was made from these very sources. */
export async function ensureSite(base = '/') {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === stampFor(base)) return;
  console.error('Building the lecture …');
  await buildSite(base);
}

/** Builds dist/ and answers the paths of its pages. */
export async function buildSite(base = '/') {
  const wanted = stampFor(base);
  await ensurePrerendered();
  const { createBuilder } = await import('vite');
  rmSync(site, { recursive: true, force: true });
  const builder = await createBuilder({ root: inTree(), logLevel: 'warn', configLoader: 'runner' });
  await builder.build(builder.environments.client);
  await builder.build(builder.environments.ssr);
  const pages = await writePages(base);
  writeFileSync(stamp, wanted);
  return pages;
}

const stampFor = (base) => `${fingerprint(sources)} ${base}`;

async function writePages(base) {
  const manifestFile = join(site, '.vite/manifest.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const entry = pathToFileURL(join(cache, 'ssr/server.js'));
  const { renderSite, searchIndex } = await import(`${entry.href}?${Date.now()}`);
  const pages = await renderSite(manifest, base);
  for (const { file, html } of pages) {
    mkdirSync(dirname(join(site, file)), { recursive: true });
    writeFileSync(join(site, file), html);
  }
  writeFileSync(join(site, 'search.json'), searchIndex(pages));
  rmSync(dirname(manifestFile), { recursive: true });
  cpSync(inTree('LICENSE'), join(site, 'LICENSE.txt'));
  writeServiceWorker(site);
  return pages.map(({ file }) => file).filter((file) => !file.startsWith('embed/'));
}
