// A lab as a link and back: text only, read with a suspicion that ends in a plain sentence. Nothing in a link is run.
import { samplerVersion } from '../../sampler/version';
import { lectureModels } from '../../models';
import {
  datasets,
  documentOf,
  longestText,
  metrics,
  mostDeclarations,
  settingBounds,
  simulatedBounds,
} from './document';
import type { Bounds, ColumnChoice, ColumnType, DataChoice, Declaration, LabDocument, LabSettings } from './document';
import type { Readable } from './table';
import { refused } from './table';
import { textDocument } from './text-document';

export interface LabLink {
  readonly document: LabDocument;
  /** Null where the link names none. */
  readonly seed: number | null;
  /** The sampler that made the draws of `hash`; null where the link tells of no draws. */
  readonly sampler: number | null;
  readonly hash: string | null;
}

/** Of the notation of links; a change that older pages would misread counts it up. The second tells of the non-centred form. */
const linkVersions: readonly unknown[] = [1, 2];
/** A longer one was not made here. */
const longestLink = 60_000;

/** The fragment of an address, without its #. */
export function writeLink(document: LabDocument, seed: number, hash: string | null): string {
  const v = document.noncentered.length === 0 ? 1 : 2;
  const whole = { v, ...document, seed, ...(hash === null ? {} : { hash, sampler: samplerVersion }) };
  return `lab=${toBase64(JSON.stringify(whole))}`;
}

/** Null where the fragment is no link to the lab at all. */
export function readLink(fragment: string): Readable<LabLink> | null {
  const text = fragment.startsWith('#') ? fragment.slice(1) : fragment;
  if (text.startsWith('lab=')) return text.length > longestLink ? tooLong : decode(text.slice('lab='.length));
  if (text.startsWith('model=')) return text.length > longestLink ? tooLong : readModelLink(text);
  if (text.startsWith('text=')) return text.length > longestLink ? tooLong : readTextLink(text);
  return null;
}

const tooLong = refused('The link is longer than any that the lab writes, so it was not opened.');
const damaged = refused('The link is damaged, so the lab shows what it had. Ask for it again, as a whole.');

function readModelLink(text: string): Readable<LabLink> {
  const parameters = new URLSearchParams(text);
  const id = parameters.get('model') ?? '';
  const model = lectureModels.get(id);
  if (model === undefined) return refused('The link asks for a model that the lecture does not have.');
  const knobs = Object.fromEntries(
    model.roles.knobs.flatMap(({ name, minimum, maximum }) => {
      const given = parameters.get(name);
      const value = given === null || given.trim() === '' ? Number.NaN : Number(given);
      return value >= minimum && value <= maximum ? [[name, value]] : [];
    }),
  );
  const document = documentOf(id, knobs);
  if (document === null) return damaged;
  return { kind: 'read', value: { document, seed: null, sampler: null, hash: null } };
}

function readTextLink(link: string): Readable<LabLink> {
  const text = (new URLSearchParams(link).get('text') ?? '').replaceAll('\r\n', '\n');
  if (text.length > longestText) return tooLong;
  return { kind: 'read', value: { document: textDocument(text), seed: null, sampler: null, hash: null } };
}

function decode(encoded: string): Readable<LabLink> {
  let fields: unknown;
  try {
    fields = JSON.parse(fromBase64(encoded));
  } catch {
    return damaged;
  }
  return readFields(fields);
}

/** Thrown inside the reader alone: what the link asks for and cannot have. */
class Unusable extends Error {}

/** What a link holds, or what was kept of it in this browser. */
export function readFields(fields: unknown): Readable<LabLink> {
  try {
    const whole = record(fields, 'link');
    if (!linkVersions.includes(whole.v))
      return refused('The link was made by another version of this page. Ask for the model itself, as text.');
    const hash = optional(whole.hash, (value) => matched(value, /^[0-9a-f]{64}$/, 'fingerprint'));
    const document: LabDocument = {
      base: optional(whole.base, (value) => oneOf(value, [...lectureModels.keys()], 'model')),
      text: shortText(whole.text, longestText, 'model’s text').replaceAll('\r\n', '\n'),
      declarations: readDeclarations(whole.declarations),
      noncentered: optional(whole.noncentered, readNames) ?? [],
      data: readData(whole.data),
      types: readTypes(whole.types),
      leaveOut: boolean(whole.leaveOut),
      settings: readSettings(whole.settings),
    };
    return {
      kind: 'read',
      value: {
        document,
        seed: optional(whole.seed, (value) => number(value, { minimum: 0, maximum: 4294967295 }, 'seed', true)),
        sampler: optional(whole.sampler, (value) => number(value, { minimum: 0, maximum: 1e6 }, 'sampler', true)),
        hash,
      },
    };
  } catch (error) {
    if (error instanceof Unusable)
      return refused(`The link cannot be used: ${error.message} The lab shows what it had.`);
    throw error;
  }
}

function readDeclarations(given: unknown): readonly Declaration[] {
  const list = array(given, mostDeclarations, 'roles').map((entry): Declaration => {
    const fields = record(entry, 'role');
    const name = nameOf(fields.name);
    const role = oneOf(fields.role, ['observed', 'data', 'knob'] as const, 'role');
    if (role !== 'knob') return { role, name, from: optional(fields.from, readColumn) };
    const any: Bounds = { minimum: -1e9, maximum: 1e9 };
    const [value, minimum, maximum] = [fields.value, fields.minimum, fields.maximum].map((one) =>
      number(one, any, `knob ${name}`, false),
    );
    if (!(minimum < maximum) || value < minimum || value > maximum)
      throw new Unusable(`the range of the knob ${name} makes no sense.`);
    return { role, name, value, minimum, maximum };
  });
  const names = new Set(list.map(({ name }) => name));
  if (names.size !== list.length) throw new Unusable('it gives one name two roles.');
  return list;
}

function readNames(given: unknown): readonly string[] {
  return [...new Set(array(given, mostDeclarations, 'non-centred names').map(nameOf))];
}

function readColumn(given: unknown): ColumnChoice {
  const fields = record(given, 'column');
  return {
    column: shortText(fields.column, 100, 'column’s name'),
    within: optional(fields.within, (value) => shortText(value, 100, 'column’s name')),
  };
}

function readData(given: unknown): DataChoice {
  const fields = record(given, 'choice of data');
  const kind = oneOf(fields.kind, ['none', 'lecture', 'simulated', 'file'] as const, 'choice of data');
  switch (kind) {
    case 'none':
      return { kind };
    case 'lecture':
      return { kind, dataset: oneOf(fields.dataset, datasets, 'data set') };
    case 'simulated':
      return {
        kind,
        rows: number(fields.rows, simulatedBounds.rows, 'number of rows', true),
        members: number(fields.members, simulatedBounds.members, 'number of members', true),
        seed: number(fields.seed, { minimum: 0, maximum: 4294967295 }, 'seed of the data', true),
      };
    case 'file':
      return { kind, name: shortText(fields.name, 200, 'file’s name') };
  }
}

function readTypes(given: unknown): Readonly<Record<string, ColumnType>> {
  const entries = Object.entries(record(given, 'list of column types'));
  if (entries.length > 500) throw new Unusable('it types more columns than the lab reads.');
  return Object.fromEntries(
    entries.map(([name, type]) => [
      shortText(name, 100, 'column’s name'),
      oneOf(type, ['number', 'factor', 'ignored'] as const, 'type of a column'),
    ]),
  );
}

function readSettings(given: unknown): LabSettings {
  const fields = record(given, 'settings');
  const whole = (name: 'chains' | 'warmup' | 'draws'): number => number(fields[name], settingBounds[name], name, true);
  return {
    chains: whole('chains'),
    warmup: whole('warmup'),
    draws: whole('draws'),
    targetAccept: number(fields.targetAccept, settingBounds.targetAccept, 'target acceptance', false),
    metric: oneOf(fields.metric, metrics, 'metric'),
  };
}

function record(given: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new Unusable(`its ${what} cannot be read.`);
  return Object.fromEntries(Object.entries(given));
}

function array(given: unknown, most: number, what: string): readonly unknown[] {
  if (!Array.isArray(given)) throw new Unusable(`its ${what} cannot be read.`);
  if (given.length > most) throw new Unusable(`it has more ${what} than any model.`);
  return given;
}

function optional<T>(given: unknown, read: (given: unknown) => T): T | null {
  return given === undefined || given === null ? null : read(given);
}

function shortText(given: unknown, longest: number, what: string): string {
  if (typeof given !== 'string') throw new Unusable(`its ${what} cannot be read.`);
  if (given.length > longest) throw new Unusable(`its ${what} is longer than ${longest} characters.`);
  return given;
}

function matched(given: unknown, pattern: RegExp, what: string): string {
  if (typeof given !== 'string' || !pattern.test(given)) throw new Unusable(`its ${what} cannot be read.`);
  return given;
}

function nameOf(given: unknown): string {
  const name = shortText(given, 60, 'name');
  return matched(name, /^[A-Za-z\u0370-\u03FF][A-Za-z\u0370-\u03FF0-9_]*$/, 'name');
}

function boolean(given: unknown): boolean {
  if (typeof given !== 'boolean') throw new Unusable('it does not say whether rows are left out.');
  return given;
}

function oneOf<T extends string>(given: unknown, choices: readonly T[], what: string): T {
  const found = choices.find((choice) => choice === given);
  if (found === undefined) throw new Unusable(`its ${what} is none that the lab has.`);
  return found;
}

function number(given: unknown, { minimum, maximum }: Bounds, what: string, whole: boolean): number {
  if (typeof given !== 'number' || !Number.isFinite(given) || (whole && !Number.isInteger(given)))
    throw new Unusable(`its ${what} is not a ${whole ? 'whole ' : ''}number.`);
  if (given < minimum || given > maximum) throw new Unusable(`its ${what} lies outside ${minimum} to ${maximum}.`);
  return given;
}

/** URL-safe base64 of UTF-8. */
function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Throws on what is not that. */
function fromBase64(text: string): string {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) throw new Error('not base64');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (one) => one.charCodeAt(0)));
}
