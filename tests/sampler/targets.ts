// Densities whose moments are known, and the reed frogs written out by hand, for testing and measuring the sampler.

import { exp } from '../../src/math/exp';
import { log1p } from '../../src/math/log';
import { randomStream, type Random } from '../../src/math/random';
import type { Target } from '../../src/sampler/target';

/** Independent normals with mean 0. */
export function independentNormals(sds: readonly number[]): Target {
  return {
    dimension: sds.length,
    logDensity(position, gradient) {
      let value = 0;
      for (let i = 0; i < sds.length; i++) {
        const z = position[i] / sds[i];
        value -= 0.5 * z * z;
        gradient[i] = -z / sds[i];
      }
      return value;
    },
  };
}

/** Standard deviations from 1 / sqrt(condition) to sqrt(condition), evenly spaced in the logarithm: the ratio of extremes is `condition`. */
export function spreadSds(dimension: number, condition: number): number[] {
  if (dimension === 1) return [Math.sqrt(condition)];
  return Array.from({ length: dimension }, (_, i) => condition ** (i / (dimension - 1) - 0.5));
}

/** Unit normals with correlation rho^|i - j| (a stationary autoregression), which has a tridiagonal precision. */
export function autoregressiveNormal(dimension: number, rho: number): Target {
  const scale = 1 / (1 - rho * rho);
  return {
    dimension,
    logDensity(q, gradient) {
      let value = -0.5 * q[0] * q[0];
      gradient[0] = -q[0];
      for (let i = 1; i < dimension; i++) {
        const residual = q[i] - rho * q[i - 1];
        value -= 0.5 * scale * residual * residual;
        gradient[i] = -scale * residual;
        gradient[i - 1] += scale * rho * residual;
      }
      return value;
    },
  };
}

/**
 * A normal of unit variance but along two orthogonal directions that no axis follows, a long ridge and a narrow wall, of the given
 * variances; with exact draws.
 */
export function ridgeNormal(dimension: number, variances: { ridge: number; wall: number }) {
  const unit = (sign: (i: number) => number) =>
    Float64Array.from({ length: dimension }, (_, i) => sign(i) / Math.sqrt(dimension));
  const ridge = unit(() => 1);
  const wall = unit((i) => (i % 2 === 0 ? 1 : -1));
  const along = (direction: Float64Array, x: Float64Array) =>
    x.reduce((sum, value, i) => sum + value * direction[i], 0);
  /** x with its components along the two directions multiplied. */
  const scaled = (x: Float64Array, byRidge: number, byWall: number) => {
    const [r, w] = [(byRidge - 1) * along(ridge, x), (byWall - 1) * along(wall, x)];
    return x.map((value, i) => value + r * ridge[i] + w * wall[i]);
  };
  const target: Target = {
    dimension,
    logDensity(position, gradient) {
      gradient.set(scaled(position, 1 / variances.ridge, 1 / variances.wall).map((x) => -x));
      return 0.5 * along(gradient, position);
    },
  };
  const draw = (random: Random) =>
    scaled(
      Float64Array.from({ length: dimension }, () => random.normal()),
      Math.sqrt(variances.ridge),
      Math.sqrt(variances.wall),
    );
  return { target, draw, ridge, wall };
}

/** x ~ Normal(0, 1), y | x ~ Normal(x² - 1, 1): a banana with mean 0 and variances 1 and 3. */
export function banana(): Target {
  return {
    dimension: 2,
    logDensity(position, gradient) {
      const [x, y] = position;
      const residual = y - (x * x - 1);
      gradient[0] = -x + 2 * x * residual;
      gradient[1] = -residual;
      return -0.5 * (x * x + residual * residual);
    },
  };
}

/** Neal's funnel: v ~ Normal(0, 3), x[i] | v ~ Normal(0, exp(v / 2)), with `necks` coordinates x. */
export function funnel(necks: number): Target {
  return {
    dimension: necks + 1,
    logDensity(position, gradient) {
      const v = position[0];
      const precision = exp(-v);
      let squares = 0;
      for (let i = 1; i <= necks; i++) {
        squares += position[i] * position[i];
        gradient[i] = -precision * position[i];
      }
      gradient[0] = -v / 9 + 0.5 * precision * squares - 0.5 * necks;
      return (-0.5 * v * v) / 9 - 0.5 * precision * squares - 0.5 * necks * v;
    },
  };
}

/** Independent Student-t variables. */
export function studentT(dimension: number, degreesOfFreedom: number): Target {
  return {
    dimension,
    logDensity(position, gradient) {
      let value = 0;
      for (let i = 0; i < dimension; i++) {
        const x = position[i];
        value -= 0.5 * (degreesOfFreedom + 1) * log1p((x * x) / degreesOfFreedom);
        gradient[i] = (-(degreesOfFreedom + 1) * x) / (degreesOfFreedom + x * x);
      }
      return value;
    },
  };
}

// Vonesh and Bolker 2005, in the order of public/data/frogs.csv.
const tadpoles = Array.from({ length: 48 }, (_, tank) => [10, 25, 35][Math.floor(tank / 16)]);
const survived = [
  9, 10, 7, 10, 9, 9, 10, 9, 4, 9, 7, 6, 7, 5, 9, 9, 24, 23, 22, 25, 23, 23, 23, 21, 6, 13, 4, 9, 13, 20, 8, 10, 34, 33,
  33, 31, 31, 35, 33, 32, 4, 12, 13, 14, 22, 12, 31, 17,
];

/**
 * The multilevel model of the 48 tanks: survived ~ Binomial(tadpoles, invLogit(alpha)), alpha ~ Normal(alphaBar, sigma),
 * alphaBar ~ Normal(0, 1.5), sigma ~ Exponential(1). Coordinates: alpha (or its standard scores), alphaBar, log sigma.
 */
export function reedFrogs(form: 'centered' | 'noncentered'): Target {
  const tanks = 48;
  return {
    dimension: tanks + 2,
    logDensity(position, gradient) {
      const alphaBar = position[tanks];
      const sigma = exp(position[tanks + 1]);
      let value = (-0.5 * alphaBar * alphaBar) / 2.25 - sigma + position[tanks + 1];
      let toAlphaBar = -alphaBar / 2.25;
      let toSigma = 0;
      for (let tank = 0; tank < tanks; tank++) {
        const centered = form === 'centered';
        const z = centered ? (position[tank] - alphaBar) / sigma : position[tank];
        const alpha = centered ? position[tank] : alphaBar + sigma * z;
        const e = exp(-Math.abs(alpha));
        const p = alpha > 0 ? 1 / (1 + e) : e / (1 + e);
        value += survived[tank] * alpha - tadpoles[tank] * (Math.max(alpha, 0) + log1p(e)) - 0.5 * z * z;
        const toAlpha = survived[tank] - tadpoles[tank] * p;
        if (centered) {
          gradient[tank] = toAlpha - z / sigma;
          toAlphaBar += z / sigma;
          toSigma += (z * z) / sigma;
        } else {
          gradient[tank] = sigma * toAlpha - z;
          toAlphaBar += toAlpha;
          toSigma += z * toAlpha;
        }
      }
      if (form === 'centered') value -= tanks * position[tanks + 1];
      gradient[tanks] = toAlphaBar;
      gradient[tanks + 1] = sigma * (toSigma - 1) + 1 - (form === 'centered' ? tanks : 0);
      return value;
    },
  };
}

/** A normal of full covariance AAᵀ with a random A of independent standard normals, plus the identity; with its covariance. */
export function randomNormal(dimension: number, seed: number): { target: Target; sds: number[] } {
  const random = randomStream(seed);
  const factor = Array.from({ length: dimension }, (_, i) =>
    Array.from({ length: dimension }, (_, j) =>
      j < i ? random.normal() : j === i ? 1 + Math.abs(random.normal()) : 0,
    ),
  );
  // With x = Lz, the density is that of z = L⁻¹x by forward substitution, and the gradient is -L⁻ᵀz.
  const z = new Float64Array(dimension);
  const target: Target = {
    dimension,
    logDensity(position, gradient) {
      let value = 0;
      for (let i = 0; i < dimension; i++) {
        let rest = position[i];
        for (let j = 0; j < i; j++) rest -= factor[i][j] * z[j];
        z[i] = rest / factor[i][i];
        value -= 0.5 * z[i] * z[i];
      }
      for (let i = dimension - 1; i >= 0; i--) {
        let rest = -z[i];
        for (let j = i + 1; j < dimension; j++) rest -= factor[j][i] * gradient[j];
        gradient[i] = rest / factor[i][i];
      }
      return value;
    },
  };
  const sds = factor.map((row) => Math.sqrt(row.reduce((total, entry) => total + entry * entry, 0)));
  return { target, sds };
}
