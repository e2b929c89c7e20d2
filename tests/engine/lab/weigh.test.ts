// When a model outgrows a browser: sizes from the data, time from the gradient, and what is said of them.
import { describe, expect, it } from 'vitest';
import { burdenOf, keepsDeterministics, secondsOf, weigh } from '../../../src/engine/lab/weigh';
import type { Weight } from '../../../src/engine/lab/weigh';

const light: Weight = {
  parameters: 50,
  observations: 48,
  deterministics: 48,
  gradient: 0.005,
  parts: [],
  labels: {},
};
const usual = { chains: 4, warmup: 400, draws: 1000 };

describe('the weight of a model', () => {
  it('is that of its data', () => {
    const source = {
      text: 'y[i] ~ Normal(a[g[i]], s)\na[j] ~ Normal(0, 1)\ns ~ Exponential(1)\n',
      roles: { observed: ['y'], data: ['g'], knobs: [] },
      data: { y: [1, 2, 3], g: [1, 2, 2] },
      noncentered: [],
    };
    const weighed = weigh(source, {});
    if (!weighed.ok) throw new Error(JSON.stringify(weighed.errors));
    expect(weighed.value).toMatchObject({
      parameters: 3,
      observations: 3,
      parts: [
        { name: 'a', size: 2 },
        { name: 's', size: 1 },
      ],
    });
    expect(weighed.value.gradient).toBeGreaterThan(0);
    expect(weighed.value.gradient).toBeLessThan(5);
  });

  it('takes rounds of chains on few workers, and as long as its gradient', () => {
    const alone = secondsOf(light, usual, 1);
    expect(secondsOf(light, usual, 4)).toBeCloseTo(alone / 4, 9);
    expect(secondsOf(light, usual, 3)).toBeCloseTo(alone / 2, 9);
    expect(secondsOf({ ...light, gradient: 0.5 }, usual, 1)).toBeCloseTo(100 * alone, 6);
    // 5,600 transitions of 15 steps of 5 µs.
    expect(alone).toBeCloseTo(0.42, 6);
  });

  it('is too much where it takes over a minute, and beyond a page where its draws do not fit', () => {
    const burden = (weight: Weight) => burdenOf(weight, usual, secondsOf(weight, usual, 2));
    expect(burden(light)).toBe('light');
    expect(burden({ ...light, gradient: 2 })).toBe('heavy');
    expect(burden({ ...light, parameters: 100_000 })).toBe('beyond');
  });

  it('leaves derived quantities out where there are very many', () => {
    expect(keepsDeterministics(light, usual)).toBe(true);
    expect(keepsDeterministics({ ...light, deterministics: 9_930 }, usual)).toBe(false);
  });
});
