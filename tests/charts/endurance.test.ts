// A chart that is updated again and again holds no more than at first.
import { expect, test, vi } from 'vitest';
import { compileChart } from '../../src/charts/build/compile';
import type { Row } from '../../src/charts/definition';
import { planOf } from '../../src/charts/plan';
import shrinkage from '../../src/charts/shrinkage';
import { createView, own } from '../../src/charts/view';
import { data, rows } from './frogs';

// What the site has in Vega's place.
vi.mock('vega', () => import('../../src/charts/build/vega-slim.mjs'));

/** The most places in one object that can be reached from `root`, those of arrays included. */
function largest(root: object): number {
  const seen = new Set<unknown>([root]);
  const waiting: object[] = [root];
  let most = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const values: unknown[] = ArrayBuffer.isView(next) ? [] : Object.values(next);
    most = Math.max(most, values.length);
    for (const value of values) {
      if (typeof value !== 'object' || value === null || seen.has(value)) continue;
      seen.add(value);
      waiting.push(value);
    }
  }
  return most;
}

test('rows that are gone leave no trace', () => {
  const view = createView(planOf(compileChart(shrinkage).layouts.medium.spec), data, {}, 'none').run();
  const update = (times: number): void => {
    for (let k = 0; k < times; k++) {
      const moved = rows.map((row): Row => ({ ...row, estimate: row.estimate * (1 - 0.001 * (k % 7)) }));
      view.data('tanks', own(moved)).run();
    }
  };
  update(10);
  const first = largest(view);
  update(100);
  expect(first).toBeGreaterThan(rows.length - 1);
  expect(largest(view) - first).toBeLessThan(10 * rows.length);
  view.finalize();
});
