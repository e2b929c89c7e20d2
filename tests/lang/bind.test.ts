// Joining a model with data: sizes, levels, and every error that needs values.
import { describe, expect, test } from 'vitest';
import { bind } from '../../src/lang/bind';
import type { BoundModel } from '../../src/lang/bind';
import { factor, groupMeans, indexColumn } from '../../src/lang/data';
import type { DataSet } from '../../src/lang/data';
import type { Roles } from '../../src/lang/model';
import { readModel } from '../../src/lang/resolve';
import { formatErrors } from '../../src/lang/result';
import type { Result } from '../../src/lang/result';

function join(
  text: string,
  observed: readonly string[],
  data: DataSet,
  knobs: Roles['knobs'] = [],
): Result<BoundModel> {
  const names = Object.keys(data).filter((name) => !observed.includes(name));
  const model = readModel(text, {
    observed,
    data: [...names, 'missing', 'g', 'Z'].filter((name, k, all) => all.indexOf(name) === k),
    knobs,
  });
  if (!model.ok) throw new Error(formatErrors(text, model.errors));
  return bind(model.value, data);
}

function bound(text: string, observed: readonly string[], data: DataSet): BoundModel {
  const result = join(text, observed, data);
  if (!result.ok) throw new Error(formatErrors(text, result.errors));
  return result.value;
}

function sizeOf(model: BoundModel, name: string): number[] {
  return (model.model.symbols.get(name)?.plates ?? []).map((plate) => model.plates[plate].size);
}

const groups = `y[i] ~ Normal(a[g[i]], 1)
a[j] ~ Normal(0, 1)
`;
const withZ =
  `y[i] ~ Normal(a[g[i]] + b * Z[g[i]], 1)
a[j], b ~ Normal(0, 1)
`.replace('a[j], b', 'a[j]') + 'b ~ Normal(0, 1)\n';

describe('sizes', () => {
  test('raw indices: as many as the largest', () => {
    const model = bound(groups, ['y'], { y: [1, 2, 3], g: [1, 4, 2] });
    expect(sizeOf(model, 'a')).toEqual([4]);
    expect(sizeOf(model, 'y')).toEqual([3]);
    expect([...(model.columns.get('g')?.codes ?? [])]).toEqual([0, 3, 1]);
  });
  test('levels survive when their rows are left out', () => {
    expect(sizeOf(bound(groups, ['y'], { y: [1, 2], g: indexColumn([1, 2], 5) }), 'a')).toEqual([5]);
    const named = bound(groups, ['y'], { y: [1, 2], g: factor(['b', 'b'], ['a', 'b', 'c']) });
    expect(sizeOf(named, 'a')).toEqual([3]);
    expect(named.plates.find(({ labels }) => labels !== null)?.labels).toEqual(['a', 'b', 'c']);
    expect(sizeOf(bound(groups, ['y'], { y: [], g: indexColumn([], 5) }), 'a')).toEqual([5]);
  });
  test('texts are a factor in order of first appearance', () => {
    const model = bound(groups, ['y'], { y: [1, 2, 3], g: ['pear', 'apple', 'pear'] });
    expect([...(model.columns.get('g')?.values ?? [])]).toEqual([1, 2, 1]);
  });
  test('two columns of texts that index one vector share their levels', () => {
    const text = 'y[i] ~ Normal(a[home[i]] - a[away[i]], 1)\na[t] ~ Normal(0, 1)\n';
    const model = bound(text, ['y'], { y: [1, 2], home: ['x', 'y'], away: ['z', 'x'] });
    expect(sizeOf(model, 'a')).toEqual([3]);
    expect([...(model.columns.get('away')?.values ?? [])]).toEqual([3, 1]);
  });
  test('group-level data have the length of the plate', () => {
    expect(sizeOf(bound(withZ, ['y'], { y: [1, 2], g: [1, 2], Z: [0, 0, 0] }), 'a')).toEqual([3]);
  });
  test('x[e] with e data reads x at the level of e', () => {
    const short = bound('y[i] ~ Normal(a[g], 1)\na[g] ~ Normal(0, 1)\n', ['y'], { y: [1, 2, 3], g: [1, 4, 2] });
    expect(sizeOf(short, 'a')).toEqual([4]);
  });
  test('cutpoints are one fewer than levels, or than the largest response', () => {
    const text = 'y[i] ~ OrderedLogit(0, c)\nc[k] ~ Normal(0, 1)\n';
    expect(sizeOf(bound(text, ['y'], { y: [1, 5, 2] }), 'c')).toEqual([4]);
    expect(sizeOf(bound(text, ['y'], { y: indexColumn([1, 5, 2], 7) }), 'c')).toEqual([6]);
    expect(sizeOf(bound(text, ['y'], { y: factor(['no', 'yes'], ['no', 'maybe', 'yes']) }), 'c')).toEqual([2]);
  });
  test('tables', () => {
    const text = 'y[i, k] ~ Normal(m[k] + u[i], 1)\nm[k] ~ Normal(0, 1)\nu[i] ~ Normal(0, 1)\n';
    const model = bound(text, ['y'], { y: [[1, 2, 3], [4, 5, 6]] }); // prettier-ignore
    expect([sizeOf(model, 'm'), sizeOf(model, 'u')]).toEqual([[3], [2]]);
  });
});

/** Text, observed, data, what the sentence says, line. */
const errors: readonly (readonly [string, readonly string[], DataSet, RegExp, number])[] = [
  [groups, ['y'], { y: [1, 2] }, /The data have no column g/, 1],
  [groups, ['y'], { y: [1, 2], g: [1] }, /y has 2 values, but g has 1 values|g has 1 values, but y has 2 values \(line 1\)/, 1],
  [groups, ['y'], { y: [1, 2], g: [1, 0] }, /g\[2\] is 0, but indices start at 1/, 1],
  [groups, ['y'], { y: [1, 2], g: [1, -3] }, /g\[2\] is -3, but indices start at 1/, 1],
  [groups, ['y'], { y: [1, 2], g: [1, 1.5] }, /g\[2\] is 1\.5, but an index is a whole number/, 1],
  [groups, ['y'], { y: [1, 2], g: indexColumn([1, 6], 5) }, /g\[2\] is 6, but g has 5 levels/, 1],
  [groups, ['y'], { y: [1, NaN], g: [1, 2] }, /y\[2\] is missing/, 1],
  [groups, ['y'], { y: [1, Infinity], g: [1, 2] }, /y\[2\] is Infinity/, 1],
  [groups, ['y'], { y: [1, 2], g: [1, 1e12] }, /g\[2\] = 1000000000000 would make/, 1],
  [groups, ['y'], { y: 3, g: [1, 2] }, /y is a single number in the data, but a list of values in the text/, 1],
  [groups, ['y'], { y: [1, 2], g: [1, 2], a: [1, 2] }, /a is data, but|a is in the data/, 2],
  [withZ, ['y'], { y: [1, 2, 1], g: [1, 2, 4], Z: [0, 0, 0] }, /g\[3\] = 4 is out of range: Z has 3 values \(line 1\)/, 1],
  [withZ, ['y'], { y: [1, 2], g: factor(['a', 'b']), Z: [0, 0, 0] }, /Z has 3 values, but g has 2 levels|g has 2 levels, but Z has 3 values/, 1],
  ['y[i] ~ Normal(x[i], 1)', ['y'], { y: [1, 2], x: ['a', 'b'] }, /x holds texts, but is used as a number/, 1],
  ['y[i] ~ Binomial(n[i], 0.5)', ['y'], { y: [1, 5], n: [4, 4] }, /y\[2\] is 5, but Binomial gives whole numbers from 0 to 4 there/, 1],
  ['y[i] ~ Binomial(n[i], 0.5)', ['y'], { y: [1, 2], n: [4, 4.5] }, /trials of Binomial is a whole number from 0, but it is 4\.5 for y\[2\]/, 1],
  ['y[i] ~ Poisson(2)', ['y'], { y: [1, 2.5] }, /y\[2\] is 2\.5, but Poisson gives whole numbers from 0/, 1],
  ['y[i] ~ Bernoulli(0.5)', ['y'], { y: [1, 2] }, /y\[2\] is 2, but Bernoulli gives 0 or 1/, 1],
  ['y[i] ~ Exponential(1)', ['y'], { y: [1, -2] }, /y\[2\] is -2, but Exponential gives positive numbers/, 1],
  ['y[i] ~ Beta(1, 1)', ['y'], { y: [0.5, 1] }, /y\[2\] is 1, but Beta gives numbers between 0 and 1/, 1],
  ['y[i] ~ Uniform(0, x[i])', ['y'], { y: [0.5, 1], x: [1, 0.5] }, /y\[2\] is 1, but Uniform gives numbers from 0 to 0\.5/, 1],
  ['y[i] ~ OrderedLogit(0, c)\nc[k] ~ Normal(0, 1)', ['y'], { y: [1, 0] }, /y\[2\] is 0, but OrderedLogit gives whole numbers from 1/, 1],
  ['y[i] ~ Normal(0, x[i])', ['y'], { y: [1, 2], x: [1, 0] }, /sd of Normal is positive, but it is 0 for y\[2\]/, 1],
  ['y[i] ~ Normal(m[1], 1)\nm[k] ~ Normal(0, 1)\nw[c] ~ Normal(0, 1)', ['y'], { y: [1] }, /Nothing says how many values w has/, 3],
  ['y[i] ~ Normal(x[i, 1], 1)', ['y'], { y: [1, 2], x: [[1, 2], [3]] }, /rows of x differ in length/, 1],
]; // prettier-ignore

describe('errors', () => {
  test.each(errors)('%j %j %j', (text, observed, data, message, line) => {
    const own = text === groups && 'a' in data ? readModel(text, { observed, data: ['g'], knobs: [] }) : null;
    const result = own !== null && own.ok ? bind(own.value, data) : join(text, observed, data);
    const said = result.ok ? [] : result.errors;
    const wanted = said.find((error) => message.test(error.message));
    if (wanted === undefined) throw new Error(`not among:\n${formatErrors(text, said)}`);
    expect(wanted.line).toBe(line);
  });
  test('several together', () => {
    const result = join('y[i] ~ Binomial(n[i], p)\nz[i] ~ Poisson(r)\np ~ Beta(1, 1)\nr ~ Exponential(1)', ['y', 'z'], {
      y: [3],
      n: [2],
      z: [-1],
    });
    expect(result.ok ? [] : result.errors.map((error) => error.line)).toEqual([1, 2]);
  });
});

test('the mean of a group without rows is not a number but its name', () => {
  expect(groupMeans([1, 2, 6], [1, 1, 3], 3)).toEqual({ kind: 'empty', groups: [2] });
  expect(groupMeans([1, 2, 6], [1, 1, 2], 2)).toEqual({ kind: 'means', means: [1.5, 6] });
});
