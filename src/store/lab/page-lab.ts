// The lab of the page: its worker, the site's pool and settings, the address, and what is kept in the browser.
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { answered } from '../../engine/inquiry';
import { createBrowserBench } from '../../engine/lab/browser';
import type { LabBench } from '../../engine/lab/bench-client';
import { blankDocument, documentOf } from '../../engine/lab/document';
import type { LabDocument } from '../../engine/lab/document';
import { readLink, writeLink } from '../../engine/lab/link';
import { decodeFile, tooLarge } from '../../engine/lab/read-table';
import { programDataPlan } from '../../engine/results/program-data';
import type { DataFile } from '../../engine/results/program-data';
import { pagePool } from '../page-pool';
import { chooseSeed, readSettingsFromAddress, settings } from '../settings';
import {
  browserShelf,
  clearKept,
  dropFile,
  keepDocument,
  keepFile,
  keptDocument,
  keptFile,
  longestKeptFile,
} from './keep';
import { createLab, firstModel } from './lab';
import { createRunner } from './run-lab';
import type { LabState } from './state';

let bench: LabBench | null = null;
const shelf = browserShelf();

async function fetchData(file: string): Promise<string> {
  const { root = './' } = document.documentElement.dataset;
  const response = await fetch(new URL(`${root}data/${file}`, window.location.href));
  if (!response.ok) throw new Error(`the data file answered ${response.status}`);
  return response.text();
}

export const pageLab = createLab({
  bench: () => (bench ??= createBrowserBench()),
  fetchData,
  workers: () => pagePool().size,
  pause: 150,
});

export const pageRunner = createRunner(pageLab, {
  pool: pagePool,
  seed: () => settings.getState().seed,
  probability: () => settings.getState().interval / 100,
});

export function useLab<T>(read: (state: LabState) => T): T {
  return useStore(pageLab.store, useShallow(read));
}

let opened = false;

/** Takes up the link of the address, or else what was kept; call after hydration, any number of times. */
export function openLab(): void {
  if (opened) return;
  opened = true;
  readSettingsFromAddress();
  takeUp(keptDocument(shelf));
  window.addEventListener('hashchange', () => {
    if (readLink(window.location.hash) !== null) takeUp(pageLab.store.getState().document);
  });
  pageLab.store.subscribe((now, before) => {
    if (now.document === before.document) return;
    keepDocument(shelf, now.document);
    leaveLink();
    if (now.promised !== null && !sameModel(now.document, before.document)) pageLab.store.setState({ promised: null });
  });
}

/** Whether two documents ask for the same draws, given the same data. */
function sameModel(a: LabDocument, b: LabDocument): boolean {
  const asked = ({ text, declarations, noncentered, settings: how, types, leaveOut }: LabDocument): string =>
    JSON.stringify([text, declarations, noncentered, how, types, leaveOut]);
  return asked(a) === asked(b);
}

/** What was changed since is no longer what the address says. */
function leaveLink(): void {
  const { pathname, search, hash } = window.location;
  if (readLink(hash) !== null) window.history.replaceState(window.history.state, '', pathname + search);
}

/** A link takes the place of what is there, which is kept aside; one that cannot be used leaves it untouched. */
function takeUp(kept: LabDocument | null): void {
  const link = readLink(window.location.hash);
  const { store } = pageLab;
  if (link?.kind === 'read') {
    const { document, seed, hash, sampler } = link.value;
    if (seed !== null) chooseSeed(seed);
    const other = kept !== null && JSON.stringify(kept) !== JSON.stringify(document) ? kept : null;
    pageLab.load(document);
    store.setState({ before: other, promised: hash === null ? null : { hash, sampler }, notice: null });
  } else {
    store.setState({ notice: link?.message ?? null });
    const document = kept ?? documentOf(firstModel) ?? blankDocument;
    if (document !== store.getState().document || store.getState().table.kind === 'none') pageLab.load(document);
  }
  const text = keptFile(shelf);
  const { data } = store.getState().document;
  if (data.kind === 'file' && text !== null && link?.kind !== 'read') {
    store.setState({ fileKept: true });
    void pageLab.openFile(data.name, { kind: 'pasted', text });
  }
}

/** Back to what was in the lab before a link came. */
export function restoreBefore(): void {
  const { before } = pageLab.store.getState();
  if (before === null) return;
  pageLab.store.setState({ before: null, promised: null });
  pageLab.load(before);
}

export function dismissNotice(): void {
  pageLab.store.setState({ notice: null });
}

/**
 * The whole address of the lab as it stands; with the fingerprint of its draws, if they are of this very model. Null where no lab would
 * open it, because it is too long.
 */
export function labAddress(): string | null {
  const { document: now, fit } = pageLab.store.getState();
  const { origin, pathname } = window.location;
  const { seed } = settings.getState();
  const same = fit !== null && fit.document === now && fit.runKey.seed === seed;
  const summary = same ? fit.result.summary : null;
  const hash = summary?.depth === 'full' ? summary.draws_sha256 : null;
  const link = writeLink(now, seed, hash);
  return readLink(link)?.kind === 'read' ? `${origin}${pathname}#${link}` : null;
}

/** A file of the reader's: read, and kept in this browser where it is small enough. */
export async function openFile(file: File): Promise<void> {
  const refuse = (message: string): void => pageLab.store.setState({ table: { kind: 'refused', message } });
  const large = tooLarge(file.size);
  if (large !== null) return refuse(large);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refuse('The file could not be read. It may have been moved or changed: choose it again.');
  }
  await pageLab.openFile(file.name, { kind: 'bytes', bytes });
  if (pageLab.store.getState().table.kind !== 'open') return;
  const text = bytes.length > longestKeptFile ? null : decodeFile(bytes);
  if (text?.kind === 'read') keep(text.value);
  else {
    dropFile(shelf);
    pageLab.store.setState({ fileKept: false });
  }
}

export async function pasteTable(text: string): Promise<void> {
  await pageLab.openFile('pasted table', { kind: 'pasted', text });
  if (pageLab.store.getState().table.kind === 'open') keep(text);
}

function keep(text: string): void {
  pageLab.store.setState({ fileKept: keepFile(shelf, text) });
}

/** Forgets all work in this browser, and begins again. */
export function clearLab(): void {
  clearKept(shelf);
  pageLab.store.setState({
    fit: null,
    preview: null,
    fits: [],
    run: { kind: 'idle' },
    notice: null,
    before: null,
    promised: null,
  });
  pageLab.load(documentOf(firstModel) ?? blankDocument);
  clearKept(shelf);
  leaveLink();
}

/** The data as the model's Stan or PyMC program reads them; null where they cannot be had. */
export async function programDataNow(language: 'stan' | 'pymc'): Promise<DataFile | null> {
  const key = pageRunner.key();
  if (key === null) return null;
  const answer = await answered(pagePool(), programDataPlan(key));
  return answer.kind === 'done' ? answer.value[language] : null;
}
