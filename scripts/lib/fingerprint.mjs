// One hash over the names and contents of files: what "stale" means everywhere.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inTree } from './tree.mjs';

/** `paths`: files or folders, from the top of the tree; missing ones count as empty. Names count from `from`. */
export function fingerprint(paths, from = '') {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesUnder(inTree(path)))) {
    hash
      .update(relative(inTree(from), file))
      .update('\0')
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
