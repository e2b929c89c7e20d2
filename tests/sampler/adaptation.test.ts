// What the warm-up learns: a step size that meets its target, and metrics that are exact where they can be.

import { describe, expect, it } from 'vitest';
import { randomStream } from '../../src/math/random';
import { DenseFisherEstimator, geometricMean } from '../../src/sampler/dense-fisher-estimate';
import { FisherEstimator } from '../../src/sampler/fisher-estimate';
import { LowRankFisherEstimator } from '../../src/sampler/low-rank-estimate';
import type { InverseMass } from '../../src/sampler/metric';
import { windowEstimator } from '../../src/sampler/metric-estimate';
import { Covariances, Variances } from '../../src/sampler/moments';
import { DualAveraging } from '../../src/sampler/step-size';
import { dot, orthonormalized, principalSubspace } from '../../src/sampler/subspace';
import { Scatter } from '../../src/sampler/scatter';
import { symmetricEigen } from '../../src/sampler/symmetric-eigen';
import type { Target } from '../../src/sampler/target';
import { mustStart } from './run';
import { autoregressiveNormal, independentNormals, reedFrogs, ridgeNormal, spreadSds } from './targets';

const gradientAt = (target: Target, position: Float64Array) => {
  const gradient = new Float64Array(target.dimension);
  target.logDensity(position, gradient);
  return gradient;
};

const vector = (dimension: number, random: { normal(): number }) =>
  Float64Array.from({ length: dimension }, () => random.normal());

describe('step size', () => {
  it('follows the recurrence of Hoffman and Gelman', () => {
    // Their equation 6, written with powers and logarithms: mu = log(10 * 0.5), gamma 0.05, t0 10, kappa 0.75.
    const rates = [0.2, 0.9, 0.7, 1, 0.1, 0.85, 0.8, 0.4];
    const averaging = new DualAveraging(0.8, 0.5);
    let meanError = 0;
    let logAverage = 0;
    rates.forEach((rate, index) => {
      const t = index + 1;
      meanError = (1 - 1 / (t + 10)) * meanError + (0.8 - rate) / (t + 10);
      const logStep = Math.log(10 * 0.5) - (Math.sqrt(t) / 0.05) * meanError;
      const weight = t ** -0.75;
      logAverage = weight * logStep + (1 - weight) * logAverage;
      averaging.update(rate);
      expect(averaging.current / Math.exp(logStep)).toBeCloseTo(1, 12);
      expect(averaging.averaged / Math.exp(logAverage)).toBeCloseTo(1, 12);
    });
  });

  it.each([0.6, 0.8, 0.95])('meets a target acceptance rate of %f', (targetAccept) => {
    for (const target of [reedFrogs('centered'), autoregressiveNormal(20, 0.8)]) {
      const chain = mustStart(target, { targetAccept, draws: 1000 }, [1]);
      chain.advance(1000);
      const { acceptanceRates } = chain.advance(1000).batch;
      const mean = acceptanceRates.reduce((total, rate) => total + rate, 0) / 1000;
      // Over seeds 1 to 10 the mean rate lay within 0.051 of a target of 0.6, 0.024 of 0.8 and 0.006 of 0.95.
      expect(Math.abs(mean - targetAccept)).toBeLessThan(0.06);
    }
  });

  it('starts in proportion to the scale of the target', () => {
    const stepSize = (sd: number) => mustStart(independentNormals([sd, sd]), {}, [1]).adaptation.stepSize;
    expect(stepSize(1e-4)).toBeLessThan(1e-3);
    expect(stepSize(1)).toBeGreaterThan(0.1);
    expect(stepSize(1)).toBeLessThan(4);
    expect(stepSize(1e4)).toBeGreaterThan(1e3);
  });
});

describe('moments', () => {
  it('agree with their definitions', () => {
    const random = randomStream(3);
    const draws = Array.from({ length: 25 }, () => vector(4, random).map((x, i) => 1e3 + x * (i + 1)));
    const variances = new Variances(4);
    const covariances = new Covariances(4);
    for (const draw of draws) {
      variances.add(draw);
      covariances.add(draw);
    }
    const mean = (i: number) => draws.reduce((total, draw) => total + draw[i], 0) / draws.length;
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j <= i; j++) {
        const sum = draws.reduce((total, draw) => total + (draw[i] - mean(i)) * (draw[j] - mean(j)), 0);
        expect(covariances.products[i * 4 + j]).toBeCloseTo(sum, 7);
        if (i === j) expect(variances.squares[i]).toBeCloseTo(sum, 7);
      }
    }
  });
});

describe('metric', () => {
  const feed = (
    estimator: { add(position: Float64Array, gradient: Float64Array): unknown },
    target: Target,
    draws: number,
  ) => {
    const random = randomStream(9);
    let last: unknown;
    for (let i = 0; i < draws; i++) {
      const position = vector(target.dimension, random);
      last = estimator.add(position, gradientAt(target, position));
    }
    return last;
  };

  it('from gradients is exact for independent normals after three draws, wherever they lie', () => {
    const sds = spreadSds(6, 1e6);
    const estimator = new FisherEstimator(6, 3);
    feed(estimator, independentNormals(sds), 2);
    feed(estimator, independentNormals(sds), 1);
    estimator.variances().forEach((variance, i) => expect(variance / (sds[i] * sds[i])).toBeCloseTo(1, 10));
  });

  it('from gradients keeps a unit scale for a coordinate that says nothing', () => {
    const flat: Target = { dimension: 2, logDensity: (q, g) => ((g[0] = -q[0]), (g[1] = 0), -0.5 * q[0] * q[0]) };
    const estimator = new FisherEstimator(2, 3);
    feed(estimator, flat, 5);
    expect(Array.from(estimator.variances())).toEqual([expect.closeTo(1, 10), 1]);
  });

  it('from a window is Stan’s regularized variance', () => {
    // With n draws of variance v: n / (n + 5) v + 0.001 * 5 / (n + 5).
    for (const kind of ['diagonal', 'dense'] as const) {
      const estimator = windowEstimator(kind, 1);
      for (const x of [1, 2, 3, 6]) estimator.add(Float64Array.of(x), Float64Array.of(0));
      const mass: InverseMass | undefined = estimator.endPhase()?.inverseMass;
      const value = mass?.kind === 'dense' ? mass.covariance[0] : mass?.variances[0];
      expect(value).toBeCloseTo((4 / 9) * (14 / 3) + (0.001 * 5) / 9, 14);
    }
  });

  it.each([
    [40, 4],
    [200, 1.5],
  ])(
    'low-rank from gradients finds a ridge and a wall in 60 dimensions: %i draws, within a factor of %f',
    (draws, factor) => {
      const dimension = 60;
      const { target, draw, ridge, wall } = ridgeNormal(dimension, { ridge: 100, wall: 0.01 });
      const estimator = new LowRankFisherEstimator(dimension, 3, true);
      const random = randomStream(3);
      for (let k = 0; k < draws; k++) {
        const position = draw(random);
        estimator.add(position, gradientAt(target, position));
      }
      const mass = estimator.endPhase()?.inverseMass;
      if (mass?.kind !== 'low-rank') throw new Error('not low-rank');
      const { variances, directions, eigenvalues } = mass;
      const variance = (along: Float64Array) => {
        const scaled = along.map((x, i) => x * Math.sqrt(variances[i]));
        let sum = dot(scaled, scaled);
        eigenvalues.forEach((eigenvalue, k) => {
          const coordinate = dot(scaled, directions.subarray(k * dimension, (k + 1) * dimension));
          sum += (eigenvalue - 1) * coordinate * coordinate;
        });
        return sum;
      };
      expect(eigenvalues.length).toBe(2);
      // The diagonal alone is about a hundred off on both.
      for (const ratio of [variance(ridge) / 100, variance(wall) / 0.01]) {
        expect(ratio).toBeGreaterThan(1 / factor);
        expect(ratio).toBeLessThan(factor);
      }
    },
  );

  it('low-rank from gradients stays diagonal where there is nothing to correct, and while draws are few', () => {
    const independent = new LowRankFisherEstimator(30, 3, false);
    feed(independent, independentNormals(spreadSds(30, 1e3)), 40);
    expect(independent.endPhase()?.inverseMass.kind).toBe('diagonal');
    const early = new LowRankFisherEstimator(12, 3, true);
    feed(early, autoregressiveNormal(12, 0.9), 19);
    expect(early.endPhase()).toBeUndefined();
    expect(early.add(new Float64Array(12), new Float64Array(12))?.inverseMass.kind).toBe('diagonal');
    expect(early.endPhase()?.inverseMass.kind).toBe('low-rank');
  });

  it('dense from gradients comes close to a normal’s covariance with few more draws than dimensions', () => {
    const dimension = 12;
    const target = autoregressiveNormal(dimension, 0.8);
    const estimator = new DenseFisherEstimator(dimension, 3);
    const random = randomStream(2);
    // Draws of the autoregression itself.
    for (let draw = 0; draw < 40; draw++) {
      const position = vector(dimension, random);
      for (let i = 1; i < dimension; i++) position[i] = 0.8 * position[i - 1] + 0.6 * position[i];
      estimator.add(position, gradientAt(target, position));
    }
    const mass = estimator.endPhase()?.inverseMass;
    if (mass?.kind !== 'dense') throw new Error('not dense');
    // The estimate seen from the target: eigenvalues of covariance⁻¹ S, which are 1 for a perfect one. The sample covariance of 40
    // such draws has them from 0.24 to 2.2.
    const precision = new Float64Array(dimension * dimension);
    for (let j = 0; j < dimension; j++) {
      const unit = new Float64Array(dimension);
      unit[j] = 1;
      gradientAt(target, unit).forEach((g, i) => (precision[i * dimension + j] = -g));
    }
    const root = geometricMean(precision, identity(dimension), dimension);
    if (root === undefined) throw new Error('not positive definite');
    const { values } = symmetricEigen(product(root, product(mass.covariance, root, dimension), dimension), dimension);
    expect(Math.min(...values)).toBeGreaterThan(0.7);
    expect(Math.max(...values)).toBeLessThan(1.4);
  });
});

function identity(n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : 0));
}

function product(a: Float64Array, b: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, index) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += a[Math.floor(index / n) * n + k] * b[k * n + (index % n)];
    return sum;
  });
}

function timesMatrix(matrix: Float64Array, v: Float64Array): Float64Array {
  return v.map((_, i) => dot(matrix.subarray(i * v.length, (i + 1) * v.length), v));
}

describe('linear algebra', () => {
  const n = 9;
  const randomPositive = (seed: number) => {
    const random = randomStream(seed);
    const a = Float64Array.from({ length: n * n }, () => random.normal());
    const transposed = a.map((_, index) => a[(index % n) * n + Math.floor(index / n)]);
    return product(a, transposed, n);
  };

  it('finds eigenvalues and orthonormal eigenvectors', () => {
    const matrix = randomPositive(1);
    const { values, vectors } = symmetricEigen(matrix, n);
    const transposed = vectors.map((_, index) => vectors[(index % n) * n + Math.floor(index / n)]);
    const scaled = vectors.map((v, index) => v * values[Math.floor(index / n)]);
    product(transposed, scaled, n).forEach((x, k) => expect(x).toBeCloseTo(matrix[k], 11));
    product(vectors, transposed, n).forEach((x, k) => expect(x).toBeCloseTo(identity(n)[k], 12));
  });

  it('finds the leading principal directions', () => {
    const random = randomStream(6);
    const spread = [30, 10, 5, 1, 1, 1, 1];
    const points = Array.from({ length: 20 }, () => vector(7, random).map((x, i) => x * spread[i]));
    const scatter = new Float64Array(49);
    for (const point of points) scatter.forEach((_, k) => (scatter[k] += point[Math.floor(k / 7)] * point[k % 7]));
    const { values, vectors } = symmetricEigen(scatter, 7);
    const basis = principalSubspace(
      { times: (vectors) => vectors.map((v) => timesMatrix(scatter, v)) },
      points.slice(0, 3),
      6,
    );
    expect(basis.length).toBe(3);
    const third = Array.from(values).sort((a, b) => b - a)[2];
    values.forEach((value, k) => {
      const eigenvector = vectors.subarray(7 * k, 7 * k + 7);
      const within = basis.reduce((sum, direction) => sum + dot(direction, eigenvector) ** 2, 0);
      expect(within).toBeCloseTo(value >= third ? 1 : 0, 9);
    });
  });

  it('multiplies by a covariance that is never written out', () => {
    const random = randomStream(8);
    const factor = vector(n, random);
    for (const count of [6, 7]) {
      const points = Array.from({ length: count }, () => vector(n, random).map((x) => 3 + x));
      const scatter = new Scatter(points, factor, 0.5);
      const moments = new Covariances(n);
      points.forEach((point) => moments.add(point.map((x, i) => x * factor[i])));
      const matrix = moments.products.map((x, k) => (x + (k % (n + 1) === 0 ? 0.5 : 0)) / (count + 0.5));
      const basis = orthonormalized([vector(n, random), vector(n, random), vector(n, random)]);
      const products = scatter.times(basis);
      const projected = scatter.projected(basis);
      basis.forEach((direction, j) => {
        const expected = timesMatrix(matrix, direction);
        products[j].forEach((x, i) => expect(x).toBeCloseTo(expected[i], 12));
        basis.forEach((other, k) => expect(projected[3 * j + k]).toBeCloseTo(dot(other, expected), 12));
      });
    }
  });

  it('makes an orthonormal basis, and leaves out what depends on the rest', () => {
    const random = randomStream(7);
    const [a, b, c] = [vector(n, random), vector(n, random), vector(n, random)];
    const dependent = a.map((x, i) => 2 * x - 3 * b[i]);
    const basis = orthonormalized([a, b, dependent, new Float64Array(n), c]);
    expect(basis.length).toBe(3);
    basis.forEach((u, i) => basis.forEach((v, j) => expect(dot(u, v)).toBeCloseTo(i === j ? 1 : 0, 13)));
    for (const given of [a, b, c, dependent]) {
      const within = basis.reduce((sum, direction) => sum + dot(direction, given) ** 2, 0);
      expect(within / dot(given, given)).toBeCloseTo(1, 12);
    }
  });

  it('finds the S with S B S = A', () => {
    const [a, b] = [randomPositive(2), randomPositive(3)];
    const s = geometricMean(a, b, n);
    if (s === undefined) throw new Error('not positive definite');
    product(s, product(b, s, n), n).forEach((x, k) => expect(x).toBeCloseTo(a[k], 9));
  });

  it('says when a matrix is not positive definite', () => {
    expect(
      geometricMean(
        identity(2).map((x, k) => (k === 3 ? -1 : x)),
        identity(2),
        2,
      ),
    ).toBeUndefined();
    expect(geometricMean(identity(2), Float64Array.of(0, 0, 0, 0), 2)).toBeUndefined();
  });
});
