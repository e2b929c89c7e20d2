// The benchmark's line for each pass compares a model without it to the whole: another code, the same density.
import { describe, expect, test } from 'vitest';
import { benchCase } from '../../scripts/bench/cases';
import { withoutPass } from '../../scripts/bench/pass-costs';
import { prepareModel } from '../../src/engine/prepare';
import { allPasses } from '../../src/lang/compile/passes';
import type { Pass } from '../../src/lang/compile/passes';

const applied: Readonly<Record<string, readonly Pass[]>> = {
  'frogs-multilevel': ['constant terms', 'log products', 'row totals'],
  'frogs-multilevel-x10': ['pooled rows', 'log products', 'row totals'],
  'mundlak-latent': ['pooled rows', 'grouped rows', 'log products', 'row totals'],
};

describe.each(Object.entries(applied))('%s', (id, passes) => {
  const model = prepareModel(benchCase(id).source);
  if (!model.ok) throw new Error(`no model ${id}`);
  const { compiled, instance } = model.value;

  test('its passes', () => {
    expect(allPasses.filter((pass) => withoutPass(compiled.bound, pass) !== null)).toEqual(passes);
  });

  test.each(passes)('the same density without %s', (pass) => {
    const position = Float64Array.from({ length: compiled.dimension }, (_, k) => Math.sin(k) / 2);
    const [ours, theirs] = [0, 1].map(() => new Float64Array(compiled.dimension));
    const density = instance.logDensity(position, ours);
    const without = withoutPass(compiled.bound, pass)?.instantiate().logDensity(position, theirs) ?? NaN;
    expect(Math.abs(without - density)).toBeLessThan(1e-10 * Math.abs(density));
    theirs.forEach((g, k) => expect(Math.abs(g - ours[k])).toBeLessThan(1e-10 * Math.max(1, ...ours.map(Math.abs))));
  });
});
