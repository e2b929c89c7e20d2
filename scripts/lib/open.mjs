// Opens an address in the reader's browser, where there is one; says nothing where there is none.
import { spawn } from 'node:child_process';

export function openBrowser(address) {
  const [command, ...words] = opener(address);
  if (command === undefined) return;
  const child = spawn(command, words, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function opener(address) {
  if (process.env.CI !== undefined) return [];
  switch (process.platform) {
    case 'darwin':
      return ['open', address];
    case 'win32':
      return ['cmd', '/c', 'start', '', address];
    default:
      return process.env.DISPLAY || process.env.WAYLAND_DISPLAY || process.env.WSL_DISTRO_NAME
        ? ['xdg-open', address]
        : [];
  }
}
