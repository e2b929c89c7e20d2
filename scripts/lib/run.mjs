// Child processes: one that must succeed, one whose exit status is wanted, and the way npm is called.
import { spawn } from 'node:child_process';
import { top } from './tree.mjs';

/** Runs a program with the terminal's streams and answers its exit status; `quiet` keeps its output off standard output. */
export function run(command, words, { env = {}, cwd = top, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 2 : 1, 2],
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal === null ? (code ?? 1) : 1));
  });
}

/** Runs one of this tree's JavaScript programs with the Node that runs us. */
export const runNode = (file, words, options) => run(process.execPath, [file, ...words], options);

/** npm as the calling npm would run it; through the shell's npm when we were started without one. */
export function runNpm(words, options) {
  const own = process.env.npm_execpath;
  if (own !== undefined && /\.c?js$/.test(own)) return runNode(own, words, options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', words, options);
}
