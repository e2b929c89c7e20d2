// Charts compile without a warning, and the compiler does complain when there is cause.
import { expect, test } from 'vitest';
import { compileChart } from '../../src/charts/build/compile';
import type { ChartDefinition } from '../../src/charts/definition';
import { layoutFor, layoutNames, layoutWidth } from '../../src/charts/definition';
import population from '../../src/charts/population';
import shrinkage from '../../src/charts/shrinkage';
import tanks from '../../src/charts/tanks';

test.each([tanks, shrinkage, population])('$name compiles, and its drawing fills the size it states', (definition) => {
  const { layouts } = compileChart(definition);
  for (const name of layoutNames) {
    const { spec, width, height } = layouts[name];
    expect(width).toBe(layoutWidth[name]);
    expect(height).toBeGreaterThan(0);
    expect(spec.autosize).toBe('none');
  }
});

test('a specification that Vega-Lite warns about is refused', () => {
  const { narrow } = shrinkage.layouts;
  const doubtful = {
    ...narrow,
    spec: {
      data: { name: 'tanks' },
      mark: 'point',
      encoding: { x: { field: 'a', type: 'quantitative' }, strokeWidth: { field: 'b', type: 'nominal' } },
    },
  } as const;
  const definition: ChartDefinition = {
    name: 'doubtful',
    layouts: { narrow: doubtful, medium: doubtful, wide: doubtful },
  };
  expect(() => compileChart(definition)).toThrow('chart doubtful: ');
});

test('a container gets the layout of its width', () => {
  expect([320, 479, 480, 584, 719, 720, 1600].map(layoutFor)).toEqual([
    'narrow',
    'narrow',
    'medium',
    'medium',
    'medium',
    'wide',
    'wide',
  ]);
});
