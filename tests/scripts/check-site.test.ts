// The check of the built site finds each fault that it is there for, and says nothing of a sound site.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkSite } from '../../scripts/lib/site-check.mjs';

const policy =
  `default-src 'none'; script-src 'self' 'sha256-abc='; style-src 'self'; connect-src 'self'; worker-src 'self'; ` +
  `font-src 'self'; base-uri 'none'; form-action 'none'`;
const head = `<meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="stylesheet" href="./assets/a.css">`;
const sound: Readonly<Record<string, string>> = {
  'index.html': `<html><head>${head}</head><body><h1 id="top">A</h1><a href="./b/?seed=1#end">b</a><a href="https://doi.org/1">paper</a><script type="module" src="./assets/a.js"></script></body></html>`,
  'b/index.html': `<html><head>${head.replace('./', '../')}</head><body><p id="end"><a href="../#top">up</a></p></body></html>`,
  'assets/a.css': 'a{background:url(./a.svg)}',
  'assets/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'assets/a.js': 'import"./b.js";',
  'assets/b.js': 'export default "https://react.dev/errors/1"',
};
const folders: string[] = [];

function complaintsOf(changes: Readonly<Record<string, string>>): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'tadpool-check-'));
  folders.push(folder);
  for (const [path, text] of Object.entries({ ...sound, ...changes })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return checkSite(folder).complaints;
}

/** A change of one place of the front page. */
const index = (from: string, to: string) => ({ 'index.html': (sound['index.html'] ?? '').replace(from, to) });

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

test('a sound site', () => {
  expect(complaintsOf({})).toEqual([]);
});

test.each([
  ['a page that is not there', index('./b/', './c/'), 'index.html: ./c/?seed=1#end is not there'],
  ['an anchor that is not there', index('#end', '#start'), 'names an anchor that is not there'],
  ['a script that is not there', index('a.js', 'c.js'), 'index.html: ./assets/c.js is not there'],
  ['a way out of the folder', index('./b/', '../b/'), 'is not there'],
  ['a style sheet’s picture', { 'assets/a.css': 'a{background:url(./c.svg)}' }, 'assets/a.css: ./c.svg is not there'],
  ['a foreign script', index('./assets/a.js', 'https://x.org/a.js'), '<script src="https://x.org/a.js">'],
  ['a foreign font', { 'assets/a.css': '@import "//x.org/a.css";' }, 'assets/a.css: fetches //x.org/a.css'],
  ['a foreign address in a script', { 'assets/b.js': 'fetch(`https://x.org/count`)' }, 'names https://x.org/count'],
  ['a page without a policy', index(head, ''), 'index.html: has no Content-Security-Policy'],
  ['a policy that lets eval in', index(`'sha256-abc='`, `'unsafe-eval'`), `its policy says 'script-src`],
  ['a script before the policy', index('<head>', '<head><script src="./assets/a.js">'), 'asks for something before'],
])('%s', (_, changes, said) => {
  expect(complaintsOf(changes)).toEqual([expect.stringContaining(said)]);
});

test('weights: what is imported counts, text counts twice over, fonts do not', () => {
  const heavy = (bytes: number) => `/* ${randomBytes(bytes).toString('base64')} */`;
  expect(complaintsOf({ 'assets/a.css': heavy(140_000) })).toHaveLength(2);
  expect(complaintsOf({ 'assets/b.js': heavy(310_000) })).toEqual([
    expect.stringMatching(/^index\.html: 31\d\.\d KB with its first live figure, more than 300\.0 KB$/),
  ]);
  expect(complaintsOf({ 'assets/a.woff2': heavy(500_000) })).toEqual([]);
});
