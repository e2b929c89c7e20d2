// What is taken away reads back as what was shown.
import { csvParse } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import type { Draws } from '../../src/engine/draws';
import { lectureModels } from '../../src/models';
import { drawTable } from '../../src/store/shown-draws';
import { csvLine, csvText, plainCell } from '../../src/widgets/take-away/csv';
import { programFile } from '../../src/widgets/take-away/files';
import { covers } from '../../src/widgets/take-away/fonts';
import { fileStem } from '../../src/widgets/take-away/save';

describe('CSV', () => {
  test('any text and any number reads back', () => {
    const columns = ['name', 'a, b', 'say "x"'];
    const rows = [
      ['two\nlines', 0.1 + 0.2, -1e-300],
      ['', Number.NaN, -Infinity],
    ];
    const [first, second] = csvParse(csvText(columns, rows));
    expect(first).toMatchObject({ name: 'two\nlines', 'a, b': '0.30000000000000004', 'say "x"': '-1e-300' });
    expect(second).toMatchObject({ name: '', 'a, b': '', 'say "x"': '-Inf' });
  });

  test.each([
    ['\u22121,234.5', '-1234.5'],
    ['72\u202f%', '72'],
    ['\u2013', ''],
    ['tank 3, deep', 'tank 3, deep'],
    ['12,34', '12,34'],
  ])('a cell that shows %j holds %j', (shown, plain) => {
    expect(plainCell(shown)).toBe(plain);
  });
});

test('the table of draws has each value in its place', () => {
  const draws: Draws = {
    parameters: {
      variables: [{ name: 'a', offset: 0, size: 2 }],
      elements: ['a[1]', 'a[2]'],
      chains: [Float64Array.of(1, 2, 3, 4), Float64Array.of(5, 6, 7, 8)],
    },
    deterministics: { variables: [], elements: [], chains: [new Float64Array(0), new Float64Array(0)] },
    statistics: [Float64Array.of(0.9, 0.1, 2, 3, 10, 0, 0.8, 0.1, 3, 7, 11, 1), new Float64Array(12).fill(9)],
  };
  const table = drawTable(draws);
  expect(table.columns.slice(0, 5)).toEqual(['chain', 'draw', 'a[1]', 'a[2]', 'acceptance_rate']);
  expect(table.rows).toBe(4);
  expect(table.slice(1, 3)).toEqual([
    [1, 2, 3, 4, 0.8, 0.1, 3, 7, 11, 1],
    [2, 1, 5, 6, 9, 9, 9, 9, 9, 9],
  ]);
  expect(csvLine(table.columns).split(',')).toHaveLength(10);
});

test('each lecture model can be had in three languages, with its knobs as the figure has them', async () => {
  for (const model of lectureModels.values()) {
    const texts = await Promise.all(
      (['notation', 'stan', 'pymc'] as const).map((form) => programFile(model, {}, form).content.text()),
    );
    expect(texts[0]).toContain(model.text.trimEnd());
    expect(texts[1]).toContain('parameters {');
    expect(texts[2]).toContain('import pymc as pm');
  }
  const model = lectureModels.get('frogs-fixed-sigma');
  if (model === undefined) throw new Error('no model');
  const { name, content } = programFile(model, { sigma: 0.25 }, 'stan');
  expect(name).toBe('tadpool-frogs-fixed-sigma.stan');
  expect(await content.text()).toContain('// knobs, as the figure has them: sigma = 0.25\n');
});

test('a face is packed where its range holds a character', () => {
  const greek = new Set([0x3c3]);
  expect(covers('U+0370-03FF', greek)).toBe(true);
  expect(covers('U+0000-00FF, U+2212', greek)).toBe(false);
  expect(covers('U+0000-00FF, U+2212', new Set([0x2212]))).toBe(true);
  expect(covers('', greek)).toBe(true);
});

test('file names are plain', () => {
  expect(fileStem('tadpool', 'Reed frogs sigma 0.5, seed 1')).toBe('tadpool-reed-frogs-sigma-0.5-seed-1');
});
