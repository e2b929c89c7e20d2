// The sources as the architecture tests read them: path from the top of the tree, and text.
import { readFileSync, readdirSync } from 'node:fs';

export interface SourceFile {
  readonly path: string;
  readonly code: string;
}

/** TypeScript files below `folder`, declarations apart. */
export function sourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .sort()
    .map((path) => ({ path, code: readFileSync(path, 'utf8') }));
}
