// Nothing in the site asks another origin for anything, and each page's policy would refuse it.
import { read, tagsOf } from './read-site.mjs';

/** Attributes that the browser fetches without a click, by tag; links in `a` are the reader's own step. */
const fetched = new Map([
  ...['script', 'img', 'iframe', 'source', 'audio', 'video', 'embed', 'track'].map((tag) => [
    tag,
    ['src', 'srcset', 'poster'],
  ]),
  ['link', ['href']],
  ['image', ['href', 'xlink:href']],
  ['use', ['href', 'xlink:href']],
  ['object', ['data']],
  ['form', ['action']],
]);

/**
 * Addresses that scripts carry and never fetch: names of XML kinds, licences and sources in saved files, React's and Vega's own
 * explanations. A new one is either added here with a reason or is a request that should not be.
 */
const spoken = [
  /^https?:\/\/www\.w3\.org\//, // names of SVG, MathML and XLink
  /^https:\/\/react\.dev\/errors\//, // what React says when it fails
  /^https:\/\/vega\.github\.io\/schema\//, // the kind of a specification
  /^https:\/\/creativecommons\.org\//, // the licence, in pictures that are saved
  /^https:\/\/github\.com\//, // sources, in prose and in saved files
  /^https:\/\/doi\.org\//,
];

export function checkOrigins(folder, files) {
  const complaints = [];
  for (const path of files) {
    if (path.endsWith('.html')) {
      const text = read(folder, path);
      for (const { name, attributes } of tagsOf(text))
        for (const key of fetched.get(name) ?? [])
          if (isForeign(attributes.get(key))) complaints.push(`${path}: <${name} ${key}="${attributes.get(key)}">`);
      for (const address of cssAddresses(text)) complaints.push(`${path}: style fetches ${address}`);
    }
    if (path.endsWith('.css') || path.endsWith('.svg'))
      for (const address of cssAddresses(read(folder, path))) complaints.push(`${path}: fetches ${address}`);
    if (path.endsWith('.js'))
      for (const [address] of read(folder, path).matchAll(/\b(?:https?|wss?):\/\/[\w-]+(?:\.[\w-]+)*[^\s"'`<>)\\]*/g))
        if (!spoken.some((known) => known.test(address))) complaints.push(`${path}: names ${address}`);
  }
  return [...new Set(complaints)];
}

const isForeign = (address) => address !== undefined && /^(https?:)?\/\//i.test(address);

function cssAddresses(text) {
  return [...text.matchAll(/(?:url\(\s*["']?|@import\s+["'])((?:https?:)?\/\/[^"')\s]+)/g)].map(
    ([, address]) => address,
  );
}

/** What a page's policy must say, a directive each. `script-src` may name scripts by hash and nothing else beside. */
const wanted = new Map([
  ['default-src', /^'none'$/],
  ['script-src', /^'self'( 'sha256-[\w+/]+=*')*$/],
  ['style-src', /^'self'$/],
  ['connect-src', /^'self'$/],
  ['worker-src', /^'self'$/],
  ['font-src', /^'self'$/],
  ['base-uri', /^'none'$/],
  ['form-action', /^'none'$/],
]);

export function checkPolicies(folder, files) {
  return files
    .filter((path) => path.endsWith('.html'))
    .flatMap((path) => policyFaults(tagsOf(read(folder, path))).map((fault) => `${path}: ${fault}`));
}

function policyFaults(tags) {
  const at = tags.findIndex(({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy');
  if (at === -1) return ['has no Content-Security-Policy'];
  const policy = new Map(
    tags[at].attributes
      .get('content')
      .split(';')
      .map((directive) => directive.trim())
      .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]),
  );
  const faults = [...wanted]
    .filter(([name, value]) => !value.test(policy.get(name) ?? ''))
    .map(([name]) => `its policy says '${name} ${policy.get(name) ?? ''}'`);
  if (tags.slice(0, at).some(({ name }) => ['script', 'link', 'style'].includes(name)))
    faults.push('asks for something before its policy');
  return faults;
}
