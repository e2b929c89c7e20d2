// Every link, asset and anchor that a document or a style sheet names is there.
import { posix } from 'node:path';
import { read, tagsOf } from './read-site.mjs';

const addressAttributes = ['href', 'src', 'poster', 'data', 'action', 'xlink:href'];

/** `base`: the folder of the host, which the 404 page names. Answers a sentence for each fault. */
export function checkLinks(folder, files, base) {
  const there = new Set(files);
  const anchors = new Map();
  const documents = files.filter((path) => path.endsWith('.html'));
  for (const path of documents)
    anchors.set(path, new Set(tagsOf(read(folder, path)).flatMap(({ attributes }) => attributes.get('id') ?? [])));
  const complaints = [];
  for (const path of documents) {
    const named = tagsOf(read(folder, path)).flatMap(({ attributes }) =>
      addressAttributes.flatMap((key) => (attributes.has(key) ? [attributes.get(key)] : [])),
    );
    for (const address of new Set(named)) {
      const fault = faultOf(address, path, base, there, anchors);
      if (fault !== null) complaints.push(`${path}: ${address} ${fault}`);
    }
  }
  for (const path of files.filter((file) => file.endsWith('.css')))
    for (const [, address] of read(folder, path).matchAll(/url\(["']?([^"')]+)["']?\)/g))
      if (isOwn(address) && !there.has(posix.join(posix.dirname(path), address.split(/[?#]/)[0])))
        complaints.push(`${path}: ${address} is not there`);
  return complaints;
}

const isOwn = (address) => !/^([a-z][\w+.-]*:|\/\/)/i.test(address);

function faultOf(address, from, base, there, anchors) {
  if (!isOwn(address)) return null;
  const [path, hash = ''] = address.replace(/\?[^#]*/, '').split('#');
  const target = path === '' ? from : resolve(path, from, base);
  if (target === null || !there.has(target)) return 'is not there';
  // The lab keeps what it shows after the mark: '#model=frogs-multilevel' is no anchor.
  if (hash === '' || hash.includes('=') || !anchors.has(target)) return null;
  return anchors.get(target).has(decodeURIComponent(hash)) ? null : 'names an anchor that is not there';
}

function resolve(path, from, base) {
  const decoded = decodeURIComponent(path);
  if (decoded.startsWith('/') && !decoded.startsWith(base)) return null;
  const joined = decoded.startsWith('/') ? decoded.slice(base.length) : posix.join(posix.dirname(from), decoded);
  if (joined.startsWith('..')) return null;
  return joined === '' || joined === '.' || joined === './' || joined.endsWith('/')
    ? posix.join(joined, 'index.html')
    : joined;
}
