// The energy plot draws the counts that it is given.
import { expect, test, vi } from 'vitest';
import { compileChart } from '../../src/charts/build/compile';
import { layoutNames } from '../../src/charts/definition';
import energy from '../../src/charts/energy';
import { describeEnergy, energyRows } from '../../src/charts/energy-rows';
import { renderStatic } from '../../src/charts/render-static';

// The site's bundle has the slim module in Vega's place: a transform that it lacks must fail here.
vi.mock('vega', () => import('../../src/charts/build/vega-slim.mjs'));

const counts = { from: -8, to: 8, energies: [1, 3, 3, 1], changes: [0, 4, 4, 0] };

test.each(layoutNames)('%s: bars as tall as their share, an outline around the changes', (layout) => {
  const svg = renderStatic(compileChart(energy).layouts[layout], { ...energyRows(counts) });
  const [, bars] = /<g class="mark-rect role-mark energies[^"]*">(.*?)<\/g>/.exec(svg) ?? [];
  const heights = [...bars.matchAll(/h[\d.]+v([\d.]+)/g)].map(([, height]) => Number(height));
  // The highest share is a half, of the changes; those of the energies are an eighth and three.
  const expected = [1, 3, 3, 1].map((count) => (110 * count) / 8 / 0.5);
  expect(heights).toHaveLength(4);
  heights.forEach((height, i) => expect(height).toBeCloseTo(expected[i], 2));
  const [, outline] = /<g class="mark-line role-mark changes[^"]*">.*?d="([^"]*)"/.exec(svg) ?? [];
  const corners = [...outline.matchAll(/[ML]([\d.]+),([\d.]+)/g)].map(([, , y]) => Number(y));
  expect(corners).toEqual([110, 110, 110, 0, 0, 0, 0, 110, 110, 110]);
  expect([...svg.matchAll(/>(−?\d+)</g)].map(([, text]) => text)).toEqual(['\u22124', '0', '4']);
});

test('its words give both spreads', () => {
  expect(describeEnergy(counts)).toBe(
    'Energies about their mean, with a standard deviation of about 3.5, and their changes from one draw to the next, with one of about 2.0.',
  );
});
