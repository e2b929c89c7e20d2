// The built site as the check sees it: its files, and what a document, a style sheet or a script names.
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Paths of all files below `folder`, with slashes; what begins with a dot is not served. */
export function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      posix.join(entry.parentPath.slice(folder.length).replaceAll('\\', '/'), entry.name).replace(/^\//, ''),
    )
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort();
}

export const read = (folder, path) => readFileSync(join(folder, path), 'utf8');

/** Bytes over the line, as any static host sends text. */
export const gzipped = (folder, path) => gzipSync(readFileSync(join(folder, path)), { level: 9 }).length;

/** The start tags of a document: name and attributes, entities undone. Our own documents quote every attribute and escape every <. */
export function tagsOf(html) {
  return [...html.matchAll(/<([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(([, name, text]) => ({
    name: name.toLowerCase(),
    attributes: new Map(
      [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key, value = '']) => [
        key.toLowerCase(),
        unescaped(value),
      ]),
    ),
  }));
}

/** Modules that a script imports before it runs, and those and workers that it may fetch later; names as the bundler writes them, beside the script. */
export function importsOf(script) {
  const beside = (pattern) => [...script.matchAll(pattern)].map(([, name]) => name);
  return {
    first: beside(/(?:\bfrom|\bimport)\s*["'`]\.\/([\w.-]+)["'`]/g),
    later: beside(/\bimport\(\s*["'`]\.\/([\w.-]+)["'`]\s*\)/g),
    workers: beside(/new URL\(\s*["'`]([\w.-]+\.js)["'`]/g),
  };
}

function unescaped(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
}
