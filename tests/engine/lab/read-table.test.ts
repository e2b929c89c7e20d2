// Tables as they come: what is sound is read, what is malformed is named by line, nothing throws.
import { describe, expect, it } from 'vitest';
import { tableFacts } from '../../../src/engine/lab/column-facts';
import { decodeFile, mostBytes, mostRows, readTextTable } from '../../../src/engine/lab/read-table';
import type { TextTable } from '../../../src/engine/lab/table';
import { randomStream } from '../../../src/math/random';
import type { Random } from '../../../src/math/random';
import { plainSentence } from './plain';

function table(text: string): TextTable {
  const read = readTextTable(text);
  if (read.kind === 'refused') throw new Error(read.message);
  return read.value;
}

function refusal(text: string): string {
  const read = readTextTable(text);
  return read.kind === 'refused' ? read.message : 'read';
}

const cells = (text: string): readonly (readonly string[])[] => table(text).columns.map((column) => column.cells);

describe('tables', () => {
  it('are read with commas, semicolons, tabs, quotes, Windows lines and a byte order mark', () => {
    expect(cells('a,b\n1,2\n3,4\n')).toEqual([
      ['1', '3'],
      ['2', '4'],
    ]);
    expect(cells('\uFEFFa;b\r\n1,5;2\r\n3;4')).toEqual([
      ['1,5', '3'],
      ['2', '4'],
    ]);
    expect(cells('a\tb\r1\t2\r')).toEqual([['1'], ['2']]);
    expect(cells('"a ""x""",b\n"one, two\nthree",2\n')).toEqual([['one, two\nthree'], ['2']]);
    expect(table('"a ""x""",b\n1,2').columns[0].name).toBe('a "x"');
    expect(cells('only\n1\n2\n\n')).toEqual([['1', '2']]);
  });

  it('have numbers, factors and missing values guessed', () => {
    const facts = tableFacts(table('g,x,t,n,m\nanna,1.5,TRUE,1,5\nbert,NA,FALSE,oops,\nanna,-2e3,TRUE,3,7\n'));
    expect(facts.columns.map(({ guess }) => guess)).toEqual(['factor', 'number', 'number', 'factor', 'number']);
    expect(facts.columns.map(({ missing }) => missing)).toEqual([0, 1, 0, 0, 1]);
    expect(facts.columns[3].remark).toBe('Taken as a factor, because row 2 holds “oops”.');
    expect(tableFacts(table('a;b\n1,5;x\n2,25;y')).columns[0].guess).toBe('number');
  });

  it('are refused in a sentence that names the line', () => {
    expect(refusal('a,b\n1,2\n3\n')).toBe('Line 3 has one cell, but the first line names 2 columns.');
    expect(refusal('a,b\n1,2,3\n1,2,3\n')).toBe(
      'Line 2 has 3 cells, but the first line names 2 columns, and so it is in 1 more.',
    );
    expect(refusal('a,b\n"x\n\ny",2\n3\n')).toMatch(/^Line 5 has one cell/);
    expect(refusal('a,b\n1,"2\n3,4\n')).toBe('Line 2 opens a quotation mark that is never closed.');
    expect(refusal('a,b\n"1"x,2\n')).toMatch(/^On line 2 something follows a closing quotation mark/);
    expect(refusal('a,a\n1,2\n')).toBe('Two columns are named a. Give each column a name of its own.');
    expect(refusal('1,2\n3,4\n')).toMatch(/^The first line should name the columns, but it holds numbers/);
    expect(refusal('a,b\n')).toBe('There is a line of names, but no row below it.');
    expect(refusal(' \n\n')).toBe('The file holds no text.');
    expect(refusal(`a\n${'1\n'.repeat(mostRows + 1)}`)).toBe(
      'The file has more than 100,000 rows, which is as many as the lab takes.',
    );
    expect(refusal(Array.from({ length: 600 }, (_, k) => `c${k}`).join())).toMatch(/^Line 1 has more than 500 cells/);
  });

  it('are decoded from UTF-8, UTF-16 and Windows-1252, and not from what is no text', () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...Array.from('a\n1').flatMap((sign) => [sign.charCodeAt(0), 0])]);
    expect(decodeFile(utf16)).toEqual({ kind: 'read', value: 'a\n1' });
    expect(decodeFile(Uint8Array.of(0x61, 0xe9, 0x0a))).toEqual({ kind: 'read', value: 'aé\n' });
    expect(decodeFile(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))).toMatchObject({ kind: 'refused' });
    expect(decodeFile(new Uint8Array(0))).toEqual({ kind: 'refused', message: 'The file is empty.' });
    expect(decodeFile(new Uint8Array(mostBytes + 1))).toEqual({
      kind: 'refused',
      message: 'The file has 20.1 MB; the lab reads up to 20 MB.',
    });
  });

  it('of 100,000 rows are read whole', () => {
    const rows = Array.from({ length: mostRows }, (_, k) => `${k % 50},${k / 7},"x${k % 3}"`);
    expect(table(`g,x,f\n${rows.join('\n')}\n`).rows).toBe(mostRows);
  });

  it('give a plain sentence or a whole table and no exception, 200 malformed ones (seed 12)', () => {
    const random = randomStream(12, 1);
    let refused = 0;
    for (let k = 0; k < 200; k++) {
      const bytes = malformed(random);
      const text = decodeFile(bytes);
      const read = text.kind === 'read' ? readTextTable(text.value) : text;
      if (read.kind === 'refused') {
        refused++;
        expect(read.message).toSatisfy(plainSentence);
        continue;
      }
      const { columns, rows } = read.value;
      expect(columns.every((column) => column.cells.length === rows)).toBe(true);
      expect(tableFacts(read.value).rows).toBe(rows);
    }
    expect(refused).toBeGreaterThan(140);
  });
});

/** A sound table with one thing done to it that makes it unsound, or bytes that never were a table. */
function malformed(random: Random): Uint8Array {
  const width = 2 + random.integer(4);
  const height = 1 + random.integer(12);
  const lines = [
    Array.from({ length: width }, (_, k) => `column${k}`),
    ...Array.from({ length: height }, () => Array.from({ length: width }, () => String(random.integer(100)))),
  ];
  const row = lines[random.integer(lines.length)];
  const cell = random.integer(width);
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  const whole = (): Uint8Array => utf8(lines.map((line) => line.join(',')).join('\n'));
  switch (random.integer(10)) {
    case 0:
      row.splice(cell, 1);
      if (row === lines[0] && width === 2) lines[0] = ['one'];
      return whole();
    case 1:
      row.push('more');
      return whole();
    case 2:
      row[cell] = `"${row[cell]}`;
      return whole();
    case 3:
      row[cell] = `"${row[cell]}"tail`;
      return whole();
    case 4:
      lines[0][cell] = lines[0][(cell + 1) % width];
      return whole();
    case 5:
      lines.splice(1);
      return whole();
    case 6:
      lines.shift();
      return whole();
    case 7:
      return Uint8Array.from({ length: random.integer(3000) }, () => random.integer(256));
    case 8: {
      const bytes = whole();
      for (let n = 0; n < 3; n++) bytes[random.integer(bytes.length)] = random.integer(2) === 0 ? 0 : 34;
      return bytes;
    }
    default:
      lines[0][cell] = 'n'.repeat(150);
      return whole();
  }
}
