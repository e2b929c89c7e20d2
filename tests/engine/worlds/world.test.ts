// Simulated worlds: the bits that every engine draws, the moments that analysis gives, and the lecture's own.
import { describe, expect, test } from 'vitest';
import { estimators, groupMeansOfX, worldSource } from '../../../src/engine/worlds/estimators';
import { lectureEffects, lectureSize, lectureWorld } from '../../../src/engine/worlds/lecture-world';
import { baselinesOf, drawLuck, groupSizes, worldOf } from '../../../src/engine/worlds/world';
import type { Effects } from '../../../src/engine/worlds/world';
import { drawsSha256 } from '../../../src/engine/hash';
import { prepareModel } from '../../../src/engine/prepare';
import { table } from '../run-model';

const many = worldOf(drawLuck({ groups: 400, individuals: 20_000 }, 5), lectureEffects);

function moments(values: readonly number[]): { readonly mean: number; readonly sd: number } {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  return { mean, sd: Math.sqrt(values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1)) };
}

describe('a world', () => {
  test('is the same bits at every run: a change of streams or of arithmetic shows here', () => {
    const { group, Z, X, Y } = worldOf(drawLuck(lectureSize, 1), lectureEffects);
    const hash = drawsSha256([Float64Array.from([...group, ...Z, ...X, ...Y])]);
    expect(hash).toMatchInlineSnapshot(`"04e1b6594945c739f08b9ec3e36744a62d52fd7307df8b9672b47af791704d9c"`);
  });

  // Bounds are 4.9 standard errors: each false alarm has probability 1e-6, were the seed not fixed.
  test('has standard normal group traits and confounds, and groups of binomial size', () => {
    for (const values of [many.Z, many.u]) {
      const { mean, sd } = moments(values);
      expect(Math.abs(mean)).toBeLessThan(4.9 / Math.sqrt(400));
      expect(Math.abs(sd - 1)).toBeLessThan(4.9 / Math.sqrt(800));
    }
    const sizes = moments(groupSizes(many));
    expect(sizes.mean).toBe(50);
    expect(Math.abs(sizes.sd - Math.sqrt(50))).toBeLessThan((4.9 * Math.sqrt(50)) / Math.sqrt(800));
  });

  test('has X of mean U and sd 1 within its groups', () => {
    const noise = moments(many.X.map((x, i) => x - 1.5 * many.u[many.group[i] - 1]));
    expect(Math.abs(noise.mean)).toBeLessThan(4.9 / Math.sqrt(20_000));
    expect(Math.abs(noise.sd - 1)).toBeLessThan(4.9 / Math.sqrt(40_000));
  });

  test('has outcomes of the probability that X, Z and the confound give', () => {
    const { alpha, bXY, toY, bZY } = lectureEffects;
    const p = many.X.map((x, i) => {
      const g = many.group[i] - 1;
      return 1 / (1 + Math.exp(-(alpha + bXY * x + toY * 1.5 * many.u[g] + bZY * many.Z[g])));
    });
    const score = many.Y.reduce((total, y, i) => total + y - p[i], 0);
    const spread = Math.sqrt(p.reduce((total, one) => total + one * (1 - one), 0));
    expect(Math.abs(score / spread)).toBeLessThan(4.9);
  });

  test('keeps its people when an effect changes, and its groups when people are added', () => {
    const luck = drawLuck(lectureSize, 3);
    const [without, confounded] = [0, 2].map((toY) => worldOf(luck, { ...lectureEffects, toY }));
    expect(confounded.X).toEqual(without.X);
    expect(confounded.Y).not.toEqual(without.Y);
    const more = drawLuck({ ...lectureSize, individuals: 300 }, 3);
    expect(more.group.slice(0, 200)).toEqual(luck.group);
    expect([more.z, more.u]).toEqual([luck.z, luck.u]);
  });
});

describe("the lecture's world", () => {
  const file = table('mundlak');
  const world = lectureWorld(file);

  test('is the file, at the effects that the file was made with', () => {
    const { group, Z, X, Y } = world(lectureEffects);
    expect({ group, Z, X, Y }).toEqual({ group: file.group, Z: file.Z, X: file.X, Y: file.Y });
    expect(lectureSize).toEqual({ groups: Z.length, individuals: X.length });
  });

  test('is nearly the file at effects nearly those, and other people do not appear', () => {
    const near: Effects = { ...lectureEffects, bXY: 1 + 1e-9 };
    const moved = world(near);
    moved.X.forEach((x, i) => expect(x).toBeCloseTo(Number(file.X[i]), 12));
    expect(moved.Y).toEqual(file.Y);
    const far = world({ ...lectureEffects, alpha: 0 });
    far.Y.forEach((y, i) => expect(y).toBeGreaterThanOrEqual(Number(file.Y[i])));
  });

  test('has the baselines that its confounds give', () => {
    const { effects, Z, u } = world(lectureEffects);
    baselinesOf(effects, Z, u).forEach((baseline, g) =>
      expect(baseline).toBeCloseTo(-2 + Number(file.U[g]) - 0.5 * Number(file.Z[g]), 12),
    );
  });
});

describe('a group without members', () => {
  // 12 individuals in 30 groups: most are empty.
  const sparse = worldOf(drawLuck({ groups: 30, individuals: 12 }, 1), lectureEffects);

  test('is there, keeps its parameters, and leaves every model alone', () => {
    expect(groupSizes(sparse).filter((size) => size === 0).length).toBeGreaterThan(15);
    for (const estimator of estimators) {
      const model = prepareModel(worldSource(estimator, sparse));
      expect(model.ok && model.value.target.dimension).toBeGreaterThan(estimator === 'naive' ? 2 : 30);
    }
  });

  test('has a mean of X that no density reads', () => {
    const source = worldSource('mundlak', sparse);
    const sizes = groupSizes(sparse);
    const other = {
      ...source,
      data: { ...source.data, Xbar: groupMeansOfX(sparse).map((m, g) => (sizes[g] > 0 ? m : m + 100)) },
    };
    const densities = [source, other].map((one) => {
      const model = prepareModel(one);
      if (!model.ok) throw new Error('the model does not compile');
      const { dimension, logDensity } = model.value.target;
      return logDensity(new Float64Array(dimension).fill(0.3), new Float64Array(dimension));
    });
    expect(densities[0]).toBe(densities[1]);
  });
});
