// Which marks of a chart are a symbol's, and which symbol the page marks.
import { describe, expect, test } from 'vitest';
import { holdsMarks, readSymbolAttribute, symbolAttribute } from '../../src/charts/symbol-marks';
import { focusSymbol, linkedSymbol, pinSymbol, pointAtSymbol, shownSymbol } from '../../src/store/linked-symbol';

describe('marks of a symbol', () => {
  test('an attribute gives back what was written', () => {
    expect(readSymbolAttribute(symbolAttribute({ estimates: 'p alpha', 'lines:2': 'alpha_bar' }))).toEqual([
      { name: 'estimates', place: null, symbols: ['p', 'alpha'] },
      { name: 'lines', place: 2, symbols: ['alpha_bar'] },
    ]);
    expect(readSymbolAttribute('')).toEqual([]);
  });

  test.each([
    ['mark-rule role-mark lines_marks', 'lines', true],
    ['mark-rule role-mark lines-2_marks', 'lines', true],
    ['mark-rule role-mark linesOfOther_marks', 'lines', false],
    ['mark-text role-mark labels-before_marks', 'labels', true],
    ['mark-rule role-axis-grid', 'lines', false],
  ])('%j holds %s: %s', (groupClass, name, holds) => {
    expect(holdsMarks(groupClass, name)).toBe(holds);
  });
});

test('pointing comes before focus, focus before a pin; a second press lets go', () => {
  const shown = (): string | null => shownSymbol(linkedSymbol.getState());
  pinSymbol('sigma');
  expect(shown()).toBe('sigma');
  focusSymbol('alpha');
  expect(shown()).toBe('alpha');
  pointAtSymbol('p');
  expect(shown()).toBe('p');
  pointAtSymbol(null);
  focusSymbol(null);
  expect(shown()).toBe('sigma');
  pinSymbol('sigma');
  expect(shown()).toBeNull();
});
