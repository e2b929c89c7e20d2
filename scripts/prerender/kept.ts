// Results kept from one build to the next, in .cache/kept: found again only by the same question put to the same engine.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

export type Keep = <T>(question: unknown, make: () => Promise<T>) => Promise<T>;

/** `engine`: the file of the worker that answers; another engine has other answers. A question is plain data, of which each detail counts. */
export function keepIn(folder: string, engine: URL): Keep {
  const version = sha256(readFileSync(engine));
  mkdirSync(folder, { recursive: true });
  return async <T>(question: unknown, make: () => Promise<T>): Promise<T> => {
    const file = join(folder, sha256(version + JSON.stringify(question)));
    if (existsSync(file)) {
      const kept: T = deserialize(readFileSync(file));
      return kept;
    }
    const made = await make();
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, serialize(made));
    renameSync(draft, file);
    return made;
  };
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
