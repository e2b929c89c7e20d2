// Child programs: where they are, and one that ends when we do.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of the first of these names that can be run; null where there is none. */
export function programOnPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(runs) ?? null;
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts a program and answers it with the first match of `ready` in what it writes to standard output or error. */
export function startProgram(path, words, ready, env = {}) {
  const child = spawn(path, words, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = () => void child.kill();
  process.once('exit', stop);
  return new Promise((resolve, reject) => {
    let written = '';
    const hear = (text) => {
      written += text;
      const match = ready.exec(written);
      if (match !== null) resolve({ stop, match });
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${path} ended with ${code}:\n${written}`)));
    setTimeout(() => reject(new Error(`${path} was not ready after 60 s:\n${written}`)), 60_000).unref();
  });
}
