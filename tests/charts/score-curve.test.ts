// The score curve as it is drawn: three curves, the best starred, what lies below the axis said in words.
import { describe, expect, test, vi } from 'vitest';
import { compileChart } from '../../src/charts/build/compile';
import { layoutNames } from '../../src/charts/definition';
import paretoK from '../../src/charts/pareto-k';
import { describeParetoK, paretoKBands, paretoKRows } from '../../src/charts/pareto-k-rows';
import { renderStatic } from '../../src/charts/render-static';
import scoreCurve from '../../src/charts/score-curve';
import { bestOf, describeScores, knobRows, scoreCurveData } from '../../src/charts/score-curve-rows';
import type { ScoredSigma } from '../../src/charts/score-curve-rows';
import { bandRows } from '../../src/charts/tank-rows';
import { groups } from './drawn';
import { rows } from './frogs';

vi.mock('vega', () => import('../../src/charts/build/vega-slim.mjs'));

const axis = { low: -220, high: -60 };
/** A curve by rule: it peaks at the seventh sigma, and the first lies below the axis. */
const scored: readonly ScoredSigma[] = Array.from({ length: 20 }, (_, k) => ({
  sigma: 0.1 + (4.9 * k) / 19,
  exact: k === 0 ? -281 : -134 - Math.abs(k - 6) * 3,
  psis: k === 0 ? -280 : -110 - k,
  seen: k === 0 ? -251 : -90 + k / 2,
}));
const data = { ...scoreCurveData(scored, axis), knob: knobRows(1) };

describe.each(layoutNames)('%s', (layout) => {
  const svg = renderStatic(compileChart(scoreCurve).layouts[layout], data, axis);
  const [exact] = groups(svg, 'exact');

  test('a mark for each sigma but the one below the axis', () => {
    expect(exact).toHaveLength(19);
    expect(groups(svg, 'psis')[0]).toHaveLength(19);
    expect(svg).toContain('below the axis: −281 at σ = 0.1');
  });

  test('marks stand at their sigma and score', () => {
    const [a, b] = [exact[0], exact[10]];
    const [s, t] = [scored[1], scored[11]];
    const perUnit = (b.x - a.x) / (t.sigma - s.sigma);
    expect(exact[18].x).toBeCloseTo(a.x + perUnit * (scored[19].sigma - s.sigma), 1);
    const perPoint = (exact[5].y - a.y) / ((scored[6].exact ?? 0) - (s.exact ?? 0));
    expect(exact[18].y).toBeCloseTo(a.y + perPoint * ((scored[19].exact ?? 0) - (s.exact ?? 0)), 1);
    expect(perPoint).toBeLessThan(0);
  });

  test('the star stands on the best, the line at the slider’s sigma', () => {
    const [best] = groups(svg, 'best');
    expect(best[0].x).toBeCloseTo(exact[5].x, 2);
    expect(best[0].y).toBeCloseTo(exact[5].y, 2);
    const [knob] = groups(svg, 'knob');
    expect((knob[0].x - exact[0].x) / (exact[18].x - exact[0].x)).toBeCloseTo(
      (1 - scored[1].sigma) / (5 - scored[1].sigma),
      3,
    );
  });

  test('labels at the ends do not touch, even where curves do', () => {
    const close = scored.map((one) => ({ ...one, psis: one.exact }));
    const drawn = renderStatic(
      compileChart(scoreCurve).layouts[layout],
      { ...scoreCurveData(close, axis), knob: knobRows(1) },
      axis,
    );
    const heights = groups(drawn, 'ends')[0]
      .map(({ y }) => y)
      .sort((one, other) => one - other);
    for (let k = 1; k < heights.length; k++) expect(heights[k] - heights[k - 1]).toBeGreaterThan(14);
  });

  test('of a curve under way what is there', () => {
    const partial = scored.map((one, k) => (k < 5 ? one : { ...one, psis: null, seen: null }));
    const drawn = renderStatic(
      compileChart(scoreCurve).layouts[layout],
      { ...scoreCurveData(partial, axis), knob: knobRows(1) },
      axis,
    );
    expect(groups(drawn, 'psis')[0]).toHaveLength(4);
    expect(groups(drawn, 'exact')[0]).toHaveLength(19);
  });

  test('Pareto k: too large is a diamond over the line', () => {
    const ks = rows.map((_, t) => (t === 3 ? null : t % 2 === 0 ? 0.5 : 0.9));
    const tanks = paretoKRows(rows, ks, 0.7);
    const drawn = renderStatic(compileChart(paretoK).layouts[layout], {
      tanks,
      bands: paretoKBands(bandRows(rows), rows),
    });
    const marks = groups(drawn, 'tanks')[0];
    const [line] = groups(drawn, 'threshold')[0];
    marks.forEach((mark, t) => {
      expect(mark.y < line.y).toBe(t % 2 === 1);
      expect(mark.attributes.get('fill')).toBe(t % 2 === 1 ? 'var(--warning)' : 'var(--paper)');
    });
    expect(describeParetoK(tanks, '1.65')).toContain('for 24 of them');
  });
});

test('in words: the best, the fall, the rise of what was seen', () => {
  expect(bestOf(scored)?.sigma).toBeCloseTo(0.1 + (4.9 * 6) / 19, 12);
  expect(describeScores(scored, 'tank')).toBe(
    'Log score of each left-out tank against sigma. It rises to −134.0 at sigma 1.65 and falls to −173.0 at sigma 5. ' +
      'With nothing left out the score is −87.0 there and still rises, to −80.5 at sigma 5. PSIS estimates −116.0 where the exact score is −134.0.',
  );
  expect(bestOf(scored.map((one) => ({ ...one, exact: null })))).toBeNull();
});
