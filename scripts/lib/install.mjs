// Installs exactly what the lock file says, when node_modules is missing or was made from another lock file.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fingerprint } from './fingerprint.mjs';
import { runNpm } from './run.mjs';
import { inTree } from './tree.mjs';

const stamp = inTree('node_modules/.installed-from');

export async function ensureInstalled() {
  refuseOldNode();
  const wanted = `${fingerprint(['package-lock.json'])} ${process.platform} ${process.arch}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Installing what package-lock.json names …');
  const status = await runNpm(['ci', '--no-audit', '--no-fund'], { quiet: true });
  if (status !== 0) {
    console.error('npm ci did not succeed; its messages are above.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node ${process.versions.node} is too old: this needs Node 20.19 or newer.`);
  process.exit(1);
}
