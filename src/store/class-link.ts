// One class, one posterior: a link that names the draws it was made from, and what to say of the draws of the page that opens it.
import { digitsOf, printOf } from '../engine/key-print';
import type { SettledDraws } from './fit-status';

/** What a link says of draws. */
export interface Promised {
  /** Name of the figure that showed them: 'shrinkage'. */
  readonly figure: string;
  /** The first digits of each fit's SHA-256, in the figure's order. */
  readonly hashes: readonly string[];
  readonly sampler: number;
  /** Fingerprint of the run keys, sampler version apart. */
  readonly key: string;
}

export type ReadPromise =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly promised: Promised }
  /** A sentence for the reader. */
  | { readonly kind: 'refused'; readonly message: string };

const digits = 16;
/** No figure shows more fits. */
const mostFits = 8;
/** What a link says of draws, and what changes none of them. */
const beside = new Set(['draws', 'sampler', 'key', 'figure', 'interval', 'theme', 'present', 'step']);

/** The query of a link that carries `query` and names these draws. */
export function writeClassLink(query: string, figure: string, drawn: readonly SettledDraws[]): string {
  const parameters = new URLSearchParams(withoutPromise(query));
  parameters.set('figure', figure);
  parameters.set('draws', drawn.map(({ hash }) => hash.slice(0, digits)).join('.'));
  parameters.set('key', keyFingerprint(drawn));
  parameters.set('sampler', String(drawn[0].key.samplerVersion));
  return `?${parameters.toString()}`;
}

/** The query of a link that promises nothing. */
export function withoutPromise(query: string): string {
  const parameters = new URLSearchParams(query);
  for (const name of ['draws', 'sampler', 'key', 'figure', 'theme', 'present', 'step']) parameters.delete(name);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

export function readClassLink(query: string): ReadPromise {
  const parameters = new URLSearchParams(query);
  const draws = parameters.get('draws');
  if (draws === null) return { kind: 'none' };
  const hashes = draws.split('.');
  const [figure, key, sampler] = ['figure', 'key', 'sampler'].map((name) => parameters.get(name) ?? '');
  const readable =
    draws.length <= mostFits * (digits + 1) &&
    hashes.every((hash) => /^[0-9a-f]{16}$/.test(hash)) &&
    /^[a-z][a-z0-9-]{0,59}$/.test(figure) &&
    /^[0-9a-f]{8}$/.test(key) &&
    /^\d{1,6}$/.test(sampler);
  if (readable) return { kind: 'read', promised: { figure, hashes, key, sampler: Number(sampler) } };
  return {
    kind: 'refused',
    message:
      'The link speaks of draws in a way that cannot be read, so this page cannot say whether yours are the same. Ask for the link again, as a whole.',
  };
}

/** Of one fit its key's print, of several a print of theirs. */
export function keyFingerprint(drawn: readonly SettledDraws[]): string {
  const prints = drawn.map(({ key }) => ('print' in key ? key : printOf(key)).print);
  return prints.length === 1 ? prints[0] : digitsOf(prints.join('.'));
}

export interface Change {
  readonly name: string;
  /** Null where the query does not name it: then it has its default. */
  readonly before: string | null;
  readonly now: string | null;
}

/** What stands otherwise in the address than in the link, and may bear on draws. */
export function changesSince(link: string, address: string): readonly Change[] {
  const [before, now] = [new URLSearchParams(link), new URLSearchParams(address)];
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter((name) => !beside.has(name) && before.get(name) !== now.get(name))
    .map((name) => ({ name, before: before.get(name), now: now.get(name) }));
}

export type Comparison =
  | { readonly kind: 'waiting' | 'same'; readonly sentence: string }
  | { readonly kind: 'other'; readonly sentence: string; readonly because: 'version' | 'changed' | 'key' | 'fault' };

/**
 * `drawn`: null for a fit that has not settled. `changes`: what the reader set since the link was opened. `press`: the button that makes
 * the fit, where it is not made unasked.
 */
export function compareDraws(
  promised: Promised,
  drawn: readonly (SettledDraws | null)[],
  changes: readonly Change[],
  press: string | null = null,
): Comparison {
  const settled = drawn.flatMap((one) => (one === null ? [] : [one]));
  if (settled.length === 0 || settled.length < drawn.length)
    return {
      kind: 'waiting',
      sentence: `Whether these are your instructor’s draws is said when the run is done${press === null ? '' : `: press “${press}”`}.`,
    };
  const same =
    settled.length === promised.hashes.length &&
    settled.every(({ hash }, k) => hash.startsWith(promised.hashes[k] ?? ' '));
  if (same) return { kind: 'same', sentence: 'Matches your instructor’s draws, bit for bit.' };
  if (changes.length > 0)
    return {
      kind: 'other',
      because: 'changed',
      sentence: `Not your instructor’s draws, since you have other settings: ${changes.map(changeInWords).join('; ')}.`,
    };
  const sampler = settled[0].key.samplerVersion;
  const sameKey = keyFingerprint(settled) === promised.key;
  if (sampler !== promised.sampler)
    return {
      kind: 'other',
      because: 'version',
      sentence:
        `Not your instructor’s draws: theirs are from version ${promised.sampler} of the sampler, these from version ${sampler}. ` +
        (sameKey ? 'They differ by chance only.' : 'The page has changed in other ways, too.'),
    };
  if (sameKey)
    return {
      kind: 'other',
      because: 'fault',
      sentence:
        'Not your instructor’s draws, though model, data, settings and seed are the same. That should never happen: ' +
        'please report it, with the fingerprint of both and the name of your browser.',
    };
  return {
    kind: 'other',
    because: 'key',
    sentence:
      'Not your instructor’s draws: the link belongs to another state of this figure than the one it opens. ' +
      'The page has changed since, or the link was changed by hand.',
  };
}

function changeInWords({ name, before, now }: Change): string {
  const said = (value: string | null): string => (value === null ? 'the default' : short(value));
  return `${short(name)} is ${said(now)}, the link has ${said(before)}`;
}

function short(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
