// Who moves: marks where the numbers say, a line a density through the typical tank, and the mean share of the gap in each label.
import { describe, expect, test, vi } from 'vitest';
import { compileChart } from '../../src/charts/build/compile';
import { layoutNames } from '../../src/charts/definition';
import { guessedTanks, rootMeanSquare, wholePercent } from '../../src/charts/predict-tanks-score';
import { renderStatic } from '../../src/charts/render-static';
import whoMoves from '../../src/charts/who-moves';
import { describeMoves, fractionsOf, movesOf, whoMovesData } from '../../src/charts/who-moves-rows';
import { groups } from './drawn';
import { rows } from './frogs';

vi.mock('vega', () => import('../../src/charts/build/vega-slim.mjs'));

const typical = 0.79;
/** Every tank of 10 loses a quarter of its gap, of 25 a tenth, of 35 a twelfth. */
const share = new Map([
  [10, 1 / 4],
  [25, 1 / 10],
  [35, 1 / 12],
]);
const moved = rows.map((row) => ({ ...row, estimate: row.raw + (share.get(row.density) ?? 0) * (typical - row.raw) }));
const moves = movesOf(moved, typical);

test('points and fractions are those that went in', () => {
  for (const move of moves) {
    expect(move.fraction).toBeCloseTo(share.get(move.density) ?? NaN, 10);
    expect(move.points).toBeCloseTo(100 * (share.get(move.density) ?? NaN) * Math.abs(move.raw - typical), 10);
  }
  expect(fractionsOf(moves).map(({ density }) => density)).toEqual([10, 25, 35]);
  expect(describeMoves(moves, typical)).toContain(
    '25 percent with 10 tadpoles, 10 percent with 25 tadpoles, 8 percent with 35',
  );
});

describe.each(layoutNames)('%s', (layout) => {
  const svg = renderStatic(compileChart(whoMoves).layouts[layout], whoMovesData(moves, typical));

  test('a mark a tank, higher the farther it moved, and the larger the more tadpoles', () => {
    const [marks] = groups(svg, 'moves');
    expect(marks).toHaveLength(48);
    const perPoint = (marks[8].y - marks[1].y) / (moves[8].points - moves[1].points);
    expect(perPoint).toBeLessThan(0);
    marks.forEach((mark, k) =>
      expect(mark.y).toBeCloseTo(marks[0].y + perPoint * (moves[k].points - moves[0].points), 1),
    );
  });

  test('a label for each density, apart from the others', () => {
    const [labels] = groups(svg, 'ends');
    const heights = labels.map(({ y }) => y).sort((one, other) => one - other);
    expect(heights).toHaveLength(3);
    for (let k = 1; k < 3; k++) expect(heights[k] - heights[k - 1]).toBeGreaterThan(14);
    expect(svg).toContain('25\u202f%');
  });
});

test('the six tanks share two raw proportions across three densities', () => {
  const six = guessedTanks.map((tank) => rows[tank - 1]);
  expect(six.map(({ raw }) => raw)).toEqual([0.4, 1, 0.4, 1, 0.4, 1]);
  expect(six.map(({ density }) => density)).toEqual([10, 10, 25, 25, 35, 35]);
});

test('guesses are scored in percentage points', () => {
  expect(rootMeanSquare([0.5, 0.9], [0.5, 0.8])).toBeCloseTo(10 / Math.SQRT2, 10);
  expect([-3, 41.5, 250, NaN].map(wholePercent)).toEqual([0, 42, 100, null]);
});
