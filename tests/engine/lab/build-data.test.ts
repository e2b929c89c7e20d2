// From a table to a model's data: types, missing rows and their levels, means within groups, each trouble in a sentence.
import { describe, expect, it } from 'vitest';
import { buildData } from '../../../src/engine/lab/build-data';
import type { DataRequest } from '../../../src/engine/lab/build-data';
import { readTextTable } from '../../../src/engine/lab/read-table';
import type { TextTable } from '../../../src/engine/lab/table';

const text = 'who,x,y\nanna,1,5\nbert,2,\nanna,4,7\ncleo,NA,8\n';

function table(source = text): TextTable {
  const read = readTextTable(source);
  if (read.kind === 'refused') throw new Error(read.message);
  return read.value;
}

const own = (column: string, within: string | null = null) => ({ column, within });
const types = { who: 'factor', x: 'number', y: 'number' } as const;
const request = (part: Partial<DataRequest>): DataRequest => ({
  bindings: [
    { name: 'Y', from: own('y') },
    { name: 'G', from: own('who') },
  ],
  types,
  leaveOut: false,
  ...part,
});

describe('data', () => {
  it('that miss values are not used before the reader has decided; rows are named', () => {
    expect(buildData(table(), request({}))).toEqual({
      kind: 'missing',
      columns: [{ column: 'y', rows: [2], count: 1 }],
      rows: 1,
      of: 4,
    });
  });

  it('keep the levels of rows that are left out', () => {
    expect(buildData(table(), request({ leaveOut: true }))).toEqual({
      kind: 'data',
      data: {
        Y: Float64Array.of(5, 7, 8),
        G: { kind: 'factor', codes: [1, 1, 3], levels: ['anna', 'bert', 'cleo'] },
      },
      rows: 3,
      leftOut: [2],
    });
  });

  it('miss nothing in columns that no name reads', () => {
    const built = buildData(table(), request({ bindings: [{ name: 'G', from: own('who') }] }));
    expect(built).toMatchObject({ kind: 'data', rows: 4, leftOut: [] });
  });

  it('have means within groups, in the order of the levels', () => {
    const source = 'who,x\nanna,1\nbert,2\nanna,4\n';
    const bindings = [{ name: 'M', from: own('x', 'who') }];
    expect(
      buildData(table(source), { bindings, types: { who: 'factor', x: 'number' }, leaveOut: false }),
    ).toMatchObject({
      kind: 'data',
      data: { M: [2.5, 2] },
    });
  });

  it('say what cannot be', () => {
    const sentences = (part: Partial<DataRequest>, source?: string): readonly string[] => {
      const built = buildData(table(source), request({ leaveOut: true, ...part }));
      return built.kind === 'problem' ? built.sentences : [];
    };
    expect(sentences({ bindings: [{ name: 'Y', from: own('z') }] })).toEqual([
      'The data have no column “z”, which Y is to be taken from.',
    ]);
    expect(sentences({ types: { ...types, who: 'number' } })).toEqual([
      'Row 1 of “who” holds “anna”, which is not a number. Take the column as a factor, or mend the file.',
    ]);
    expect(sentences({}, 'who,x,y\nanna,1,\nbert,2,\n')).toEqual([
      'Every row misses a value in one of these columns, so no row is left.',
    ]);
    expect(sentences({ bindings: [{ name: 'M', from: own('y', 'who') }] })).toEqual([
      'Of “who” group 2 has no rows, and so no mean of “y”.',
    ]);
    expect(sentences({ bindings: [{ name: 'M', from: own('who', 'y') }] })).toEqual([
      '“who” is a factor, and has no mean.',
    ]);
    expect(sentences({ bindings: [{ name: 'M', from: own('y', 'x') }] }, 'who,x,y\na,0.5,1\nb,2,2\n')).toEqual([
      '“x” does not number groups from 1, so means within it cannot be had. Take it as a factor.',
    ]);
  });
});
