// Writes dist/service-worker.js: the program of scripts/offline, and the list of files that make this version.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './site-check/read-site.mjs';
import { inTree } from './tree.mjs';

const name = 'service-worker.js';

/** Call when all else of the site is written: the version is a hash of every file's name and content, and of the program. */
export function writeServiceWorker(folder) {
  const program = readFileSync(inTree('scripts/offline', name), 'utf8');
  // Embedded figures belong to the pages around them, which need a network themselves.
  const files = filesOf(folder).filter((file) => file !== name && !file.startsWith('embed/'));
  const hash = createHash('sha256').update(program);
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
  const version = hash.digest('hex').slice(0, 16);
  const told = `const version = ${JSON.stringify(version)};\nconst files = ${JSON.stringify(files, null, 1)};\n`;
  writeFileSync(join(folder, name), told + program);
}
