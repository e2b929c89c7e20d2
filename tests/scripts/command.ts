// The command line as a user runs it: a process with its output, its errors and its exit status.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Outcome {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

export function command(...words: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['scripts/sample.mjs', ...words],
      { cwd: root, maxBuffer: 1e8 },
      (_, output, errors) => resolve({ status: child.exitCode, output, errors }),
    );
  });
}

/** A folder of its own for the files of a test. */
export class Folder {
  private readonly path = mkdtempSync(join(tmpdir(), 'tadpool-'));

  file(name: string): string {
    return join(this.path, name);
  }

  write(name: string, content: unknown): string {
    writeFileSync(this.file(name), typeof content === 'string' ? content : JSON.stringify(content));
    return this.file(name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}
