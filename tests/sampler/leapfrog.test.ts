// The leapfrog step: reversible, of second order, and the dense metric a change of coordinates.

import { describe, expect, it } from 'vitest';
import { randomStream } from '../../src/math/random';
import { Hamiltonian } from '../../src/sampler/hamiltonian';
import { cholesky } from '../../src/sampler/cholesky';
import { createMetric, unitMetric, type InverseMass, type Metric } from '../../src/sampler/metric';
import { Points } from '../../src/sampler/points';
import type { Target } from '../../src/sampler/target';
import { orthonormalized } from '../../src/sampler/subspace';
import { autoregressiveNormal, banana, reedFrogs } from './targets';

/** A Hamiltonian with two slots, 0 started at a random point with a random momentum. */
function startAt(target: Target, metric: Metric, seed: number) {
  const points = new Points(target.dimension, 2, 0);
  const hamiltonian = new Hamiltonian(target, points, metric);
  const random = randomStream(seed);
  points.positions[0].forEach((_, i, position) => (position[i] = random.normal()));
  hamiltonian.evaluate(0);
  hamiltonian.drawMomentum(0, random);
  return { points, hamiltonian };
}

/** Makes an even number of steps, so that the end is back in slot 0. */
function steps(hamiltonian: Hamiltonian, count: number, step: number): number {
  let worst = 0;
  const { energies } = hamiltonian.points;
  const start = energies[0];
  for (let i = 0; i < count; i++) {
    const energy = hamiltonian.leapfrog(i % 2, 1 - (i % 2), step);
    worst = Math.max(worst, Math.abs(energy - start));
  }
  return worst;
}

function randomCovariance(dimension: number, seed: number): Float64Array {
  const random = randomStream(seed);
  const factor = Float64Array.from({ length: dimension * dimension }, () => random.normal());
  return Float64Array.from({ length: dimension * dimension }, (_, index) => {
    const [i, j] = [Math.floor(index / dimension), index % dimension];
    let sum = i === j ? 1 : 0;
    for (let k = 0; k < dimension; k++) sum += factor[i * dimension + k] * factor[j * dimension + k];
    return sum / dimension;
  });
}

/** Two random directions, one five times as long as the variances say and one a third as long. */
function lowRank(dimension: number, seed: number): Extract<InverseMass, { kind: 'low-rank' }> {
  const random = randomStream(seed);
  const vector = () => Float64Array.from({ length: dimension }, () => random.normal());
  return {
    kind: 'low-rank',
    variances: vector().map((x) => 0.1 + x * x),
    directions: Float64Array.from(orthonormalized([vector(), vector()]).flatMap((direction) => Array.from(direction))),
    eigenvalues: Float64Array.of(25, 1 / 9),
  };
}

const metrics: Record<string, (dimension: number) => InverseMass> = {
  diagonal: (dimension) => ({
    kind: 'diagonal',
    variances: Float64Array.from({ length: dimension }, (_, i) => 0.1 + 0.05 * i),
  }),
  'low-rank': (dimension) => lowRank(dimension, 5),
  dense: (dimension) => ({ kind: 'dense', covariance: randomCovariance(dimension, 5) }),
};

describe.each(Object.keys(metrics))('with a %s metric', (kind) => {
  it.each([
    ['reed frogs', reedFrogs('centered'), 0.05],
    ['banana', banana(), 0.1],
    ['correlated normal', autoregressiveNormal(7, 0.9), 0.1],
  ] as const)('is reversible: %s', (_, target, step) => {
    const { points, hamiltonian } = startAt(target, createMetric(metrics[kind](target.dimension)), 3);
    const position = points.positions[0].slice();
    const momentum = points.momenta[0].slice();
    steps(hamiltonian, 100, step);
    expect(Math.abs(points.positions[0][0] - position[0])).toBeGreaterThan(1e-3);
    steps(hamiltonian, 100, -step);
    for (let i = 0; i < target.dimension; i++) {
      expect(Math.abs(points.positions[0][i] - position[i])).toBeLessThan(1e-12);
      expect(Math.abs(points.momenta[0][i] - momentum[i])).toBeLessThan(1e-12);
    }
  });

  it('has an energy error that falls fourfold when the step halves', () => {
    for (const target of [reedFrogs('noncentered'), autoregressiveNormal(7, 0.5)]) {
      const errors = [0.008, 0.004, 0.002].map((step) => {
        const { hamiltonian } = startAt(target, createMetric(metrics[kind](target.dimension)), 3);
        return steps(hamiltonian, Math.floor(1 / step), step);
      });
      expect(errors[0] / errors[1]).toBeCloseTo(4, 1);
      expect(errors[1] / errors[2]).toBeCloseTo(4, 1);
    }
  });
});

/** The factors L of two inverse masses, entry by entry. */
const factors: Record<
  string,
  (dimension: number) => { inverseMass: InverseMass; factor: (i: number, j: number) => number }
> = {
  dense: (dimension) => {
    const covariance = randomCovariance(dimension, 8);
    const packed = cholesky(covariance, dimension);
    if (packed === undefined) throw new Error('not positive definite');
    return {
      inverseMass: { kind: 'dense', covariance },
      factor: (i, j) => (j > i ? 0 : packed[(i * (i + 1)) / 2 + j]),
    };
  },
  'low-rank': (dimension) => {
    const inverseMass = lowRank(dimension, 8);
    const { variances, directions, eigenvalues } = inverseMass;
    const factor = (i: number, j: number) => {
      let entry = i === j ? 1 : 0;
      eigenvalues.forEach((eigenvalue, k) => {
        entry += (Math.sqrt(eigenvalue) - 1) * directions[k * dimension + i] * directions[k * dimension + j];
      });
      return Math.sqrt(variances[i]) * entry;
    };
    return { inverseMass, factor };
  },
};

it.each(Object.keys(factors))('moves with a %s metric as with a unit metric in whitened coordinates', (kind) => {
  const dimension = 5;
  const { inverseMass, factor } = factors[kind](dimension);
  const color = (z: Float64Array) =>
    z.map((_, i) => {
      let sum = 0;
      for (let j = 0; j < dimension; j++) sum += factor(i, j) * z[j];
      return sum;
    });
  const target = autoregressiveNormal(dimension, 0.7);
  const whitened: Target = {
    dimension,
    logDensity(z, gradient) {
      const inner = new Float64Array(dimension);
      const value = target.logDensity(color(z), inner);
      for (let j = 0; j < dimension; j++) {
        gradient[j] = 0;
        for (let i = 0; i < dimension; i++) gradient[j] += factor(i, j) * inner[i];
      }
      return value;
    },
  };
  const plain = startAt(whitened, unitMetric(dimension), 6);
  const metric = startAt(target, createMetric(inverseMass), 6);
  metric.points.positions[0].set(color(plain.points.positions[0]));
  metric.hamiltonian.evaluate(0);
  metric.hamiltonian.drawMomentum(0, randomStream(1));
  metric.points.momenta[0].set(plain.points.momenta[0]);
  steps(plain.hamiltonian, 20, 0.3);
  steps(metric.hamiltonian, 20, 0.3);
  const expected = color(plain.points.positions[0]);
  metric.points.positions[0].forEach((x, i) => expect(x).toBeCloseTo(expected[i], 12));
  metric.points.momenta[0].forEach((r, i) => expect(r).toBeCloseTo(plain.points.momenta[0][i], 12));
});
