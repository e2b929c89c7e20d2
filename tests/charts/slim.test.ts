// Every chart's dataflow is made of what the site's part of Vega has. Other tests draw with the whole of Vega, which Node loads anyhow.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'vega';
import { compileChart } from '../../src/charts/build/compile';
import { layoutNames } from '../../src/charts/definition';
import type { ChartDefinition } from '../../src/charts/definition';

const slim = readFileSync('src/charts/build/vega-slim.mjs', 'utf8');
const held = new Set(
  [...slim.matchAll(/Object\.assign\(transforms, \{([^}]*)\}/g)].flatMap(([, names]) => names.match(/\w+/g) ?? []),
);

const files: Readonly<Record<string, { readonly default?: unknown }>> = import.meta.glob('../../src/charts/*.ts', {
  eager: true,
});
const charts = Object.values(files).flatMap((file) => (isChart(file.default) ? [file.default] : []));

function isChart(value: unknown): value is ChartDefinition {
  return typeof value === 'object' && value !== null && 'layouts' in value && 'name' in value;
}

/** Types of operators, those of faceted groups among them. `operator` is the runtime's own. */
function typesIn(value: unknown, found: Set<string>): Set<string> {
  if (Array.isArray(value)) for (const one of value) typesIn(one, found);
  else if (typeof value === 'object' && value !== null) {
    if ('id' in value && 'type' in value && typeof value.type === 'string') found.add(value.type);
    for (const one of Object.values(value)) typesIn(one, found);
  }
  return found;
}

test('the part of Vega can be read', () => {
  expect(held.has('collect')).toBe(true);
  expect(held.has('wordcloud')).toBe(false);
  expect(charts.length).toBeGreaterThan(8);
});

test.each(charts)('$name', (chart) => {
  const { layouts } = compileChart(chart);
  const used = new Set<string>();
  for (const name of layoutNames) typesIn(parse(layouts[name].spec, {}, { ast: true }), used);
  expect(used.has('collect')).toBe(true);
  expect([...used].filter((type) => type !== 'operator' && !held.has(type))).toEqual([]);
});
