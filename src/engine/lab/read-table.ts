// A file of comma-, semicolon- or tab-separated values, read with care: what is wrong with it is said by line.
import { formatCount } from '../../stats/format';
import { refused } from './table';
import type { Readable, TextTable } from './table';

export const mostRows = 100_000;
export const mostBytes = 20_000_000;
export const mostColumns = 500;

/** The text of a file; bytes that are not UTF-8 are taken for Windows-1252, as spreadsheets write it. */
export function decodeFile(bytes: Uint8Array): Readable<string> {
  const large = tooLarge(bytes.length);
  if (large !== null) return refused(large);
  if (bytes.length === 0) return refused('The file is empty.');
  const encoding = markOf(bytes) ?? (bytes.includes(0) ? null : 'utf-8');
  if (encoding === null) return refused('This is not a text file. Save the table as CSV, and choose that file.');
  try {
    return { kind: 'read', value: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'read', value: new TextDecoder('windows-1252').decode(bytes) };
  }
}

/** Known before a file is read; null where it is not. */
export function tooLarge(bytes: number): string | null {
  return bytes > mostBytes
    ? `The file has ${megabytes(bytes)} MB; the lab reads up to ${megabytes(mostBytes)} MB.`
    : null;
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function megabytes(bytes: number): string {
  return String(Math.ceil(bytes / 100_000) / 10);
}

interface Row {
  readonly cells: readonly string[];
  /** Of the file, from 1. */
  readonly line: number;
}

export function readTextTable(source: string): Readable<TextTable> {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  if (text.trim() === '') return refused('The file holds no text.');
  if (looksBinary(text)) return refused('This is not a text file. Save the table as CSV, and choose that file.');
  const delimiter = delimiterOf(text);
  const read = readRows(text, delimiter);
  if (read.kind === 'refused') return read;
  const [header, ...rows] = read.value;
  const names = header.cells.map((cell, k) => (cell.trim() === '' ? `column ${k + 1}` : cell.trim()));
  const complaint = complaintOf(header, names, rows);
  if (complaint !== null) return refused(complaint);
  return {
    kind: 'read',
    value: {
      columns: names.map((name, k) => ({ name, cells: rows.map(({ cells }) => cells[k]) })),
      rows: rows.length,
      decimalComma: delimiter !== ',',
    },
  };
}

function complaintOf(header: Row, names: readonly string[], rows: readonly Row[]): string | null {
  if (names.length > mostColumns)
    return `The first line names ${names.length} columns; the lab reads up to ${mostColumns}.`;
  const long = names.find((name) => name.length > 100);
  if (long !== undefined)
    return `The first line should name the columns, but a name in it has ${long.length} characters.`;
  if (header.cells.length > 1 && header.cells.every((cell) => /^[+-]?[\d.]+$/.test(cell.trim())))
    return 'The first line should name the columns, but it holds numbers. Add a line of names above it.';
  const twice = names.find((name, k) => names.indexOf(name) !== k);
  if (twice !== undefined) return `Two columns are named ${twice}. Give each column a name of its own.`;
  if (rows.length === 0) return 'There is a line of names, but no row below it.';
  const ragged = rows.filter(({ cells }) => cells.length !== names.length);
  if (ragged.length === 0) return null;
  const [{ cells, line }] = ragged;
  const others = ragged.length === 1 ? '' : `, and so it is in ${ragged.length - 1} more`;
  const names_ = names.length === 1 ? 'one column' : `${names.length} columns`;
  return `Line ${line} has ${cells.length === 1 ? 'one cell' : `${cells.length} cells`}, but the first line names ${names_}${others}.`;
}

/** Control characters that no table holds. */
function looksBinary(text: string): boolean {
  const part = text.slice(0, 4000);
  let strange = 0;
  for (let i = 0; i < part.length; i++) {
    const code = part.charCodeAt(i);
    if (code === 0 || code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13)) strange++;
  }
  return strange > part.length / 50;
}

/** The sign that parts the cells of the first line: the most frequent one outside quotes. */
function delimiterOf(text: string): string {
  const counts = new Map([',', ';', '\t', '|'].map((sign) => [sign, 0]));
  let inside = false;
  for (const character of text.slice(0, 100_000)) {
    if (character === '"') inside = !inside;
    else if (!inside && (character === '\n' || character === '\r')) break;
    else if (!inside && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

/** The first line of names, then the rows; lines with nothing on them are passed over. */
function readRows(text: string, delimiter: string): Readable<readonly Row[]> {
  const rows: Row[] = [];
  let cells: string[] = [];
  let line = 1;
  let rowLine = 1;
  let at = 0;
  while (at <= text.length) {
    if (text[at] === '"') {
      const end = closingQuote(text, at);
      if (end < 0) return refused(`Line ${line} opens a quotation mark that is never closed.`);
      const cell = text.slice(at + 1, end).replaceAll('""', '"');
      const after = text[end + 1];
      if (after !== undefined && after !== delimiter && after !== '\n' && after !== '\r')
        return refused(
          `On line ${line} something follows a closing quotation mark. Double the marks that belong to a cell: ""so"".`,
        );
      cells.push(cell);
      for (let i = at; i < end; i++) if (text[i] === '\n') line++;
      at = end + 1;
    } else {
      let end = at;
      while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
      cells.push(text.slice(at, end));
      at = end;
    }
    const sign = text[at];
    if (sign === delimiter) {
      at++;
      if (cells.length > mostColumns + 1)
        return refused(`Line ${line} has more than ${mostColumns} cells; the lab reads up to that many columns.`);
      continue;
    }
    if (cells.length > 1 || cells[0].trim() !== '') rows.push({ cells, line: rowLine });
    if (rows.length > mostRows + 1)
      return refused(`The file has more than ${formatCount(mostRows)} rows, which is as many as the lab takes.`);
    if (sign === undefined) break;
    at += sign === '\r' && text[at + 1] === '\n' ? 2 : 1;
    cells = [];
    line++;
    rowLine = line;
  }
  return rows.length === 0 ? refused('The file holds no cells.') : { kind: 'read', value: rows };
}

/** The quotation mark that ends the cell which one at `from` begins; -1 where there is none. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  return -1;
}
