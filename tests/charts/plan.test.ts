// The plan that a page gets of a drawing is JSON, and whole: a view made of it draws what the specification draws, and leaves it as it was.
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { compileChart } from '../../src/charts/build/compile';
import { layoutNames } from '../../src/charts/definition';
import type { ChartDefinition } from '../../src/charts/definition';
import { planOf } from '../../src/charts/plan';
import { createView } from '../../src/charts/view';

const files: Readonly<Record<string, { readonly default?: unknown }>> = import.meta.glob('../../src/charts/*.ts', {
  eager: true,
});
const charts = Object.values(files).flatMap((file) => (isChart(file.default) ? [file.default] : []));

function isChart(value: unknown): value is ChartDefinition {
  return typeof value === 'object' && value !== null && 'layouts' in value && 'name' in value;
}

/** JSON has no undefined, and Vega does not tell a missing field from one that is undefined. NaN, functions and the like are kept, to be found. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.map(([key, one]) => [key, withoutUndefined(one)]));
}

test.each(charts)('$name', (chart) => {
  const { layouts } = compileChart(chart);
  for (const layout of layoutNames) {
    const plan = planOf(layouts[layout].spec);
    const text = JSON.stringify(plan);
    const sent: typeof plan = JSON.parse(text);
    // Not `toBe` on the texts: a plan is too long to print.
    expect(isDeepStrictEqual(sent, withoutUndefined(plan))).toBe(true);
    createView(sent, {}, {}, 'none').run().finalize();
    expect(JSON.stringify(sent) === text).toBe(true);
  }
});
