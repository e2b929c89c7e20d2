// The naive gradients: what anyone would write by hand, with Math.exp and Math.log1p. They are the unit of cost, so they stay as they are.
import type { BoundModel } from '../../src/lang/bind';
import type { LogDensity } from '../../src/sampler/target';
import { codesOf, valuesOf } from './columns';
import { naiveTrolley } from './naive-trolley';

/** Up to a constant of the log density; null for a model that has none written. */
export function naiveGradient(id: string, bound: BoundModel): LogDensity | null {
  switch (id.replace(/-x10$/, '')) {
    case 'frogs-multilevel':
      return naiveFrogs(bound, null);
    case 'frogs-fixed-sigma':
      return naiveFrogs(bound, 1);
    case 'mundlak-latent':
      return naiveMundlak(bound);
    case 'trolley-full':
      return naiveTrolley(bound);
    default:
      return null;
  }
}

/** `fixed` is sigma where it is a knob; otherwise the last coordinate is its logarithm. */
function naiveFrogs(bound: BoundModel, fixed: number | null): LogDensity {
  const survived = valuesOf(bound, 'S');
  const density = valuesOf(bound, 'D');
  const tank = codesOf(bound, 'T');
  const tanks = Math.max(...tank) + 1;
  return (q, g) => {
    const mean = q[tanks];
    const sigma = fixed ?? Math.exp(q[tanks + 1]);
    let lp = -0.5 * (mean / 1.5) ** 2;
    let dMean = -mean / 1.5 ** 2;
    let dSigma = 0;
    for (let j = 0; j < tanks; j++) {
      const z = (q[j] - mean) / sigma;
      lp += -0.5 * z * z - Math.log(sigma);
      g[j] = -z / sigma;
      dMean += z / sigma;
      dSigma += (z * z - 1) / sigma;
    }
    for (let i = 0; i < survived.length; i++) {
      const j = tank[i];
      const eta = q[j];
      const e = Math.exp(-Math.abs(eta));
      const p = eta >= 0 ? 1 / (1 + e) : e / (1 + e);
      lp += survived[i] * eta - density[i] * (Math.max(eta, 0) + Math.log1p(e));
      g[j] += survived[i] - density[i] * p;
    }
    g[tanks] = dMean;
    if (fixed !== null) return lp;
    g[tanks + 1] = (dSigma - 1) * sigma + 1;
    return lp - sigma + q[tanks + 1];
  };
}

function naiveMundlak(bound: BoundModel): LogDensity {
  const [x, y, z] = ['X', 'Y', 'Z'].map((name) => valuesOf(bound, name));
  const group = codesOf(bound, 'G');
  const groups = z.length;
  const tail = 2 * groups;
  return (q, g) => {
    const aX = q[tail];
    const aBar = q[tail + 1];
    const bXY = q[tail + 2];
    const bZY = q[tail + 3];
    const bGY = q[tail + 4];
    const bGX = Math.exp(q[tail + 5]);
    const sX = Math.exp(q[tail + 6]);
    const tau = Math.exp(q[tail + 7]);
    let lp = -bGX - sX - tau + q[tail + 5] + q[tail + 6] + q[tail + 7];
    for (let k = 0; k < tail + 5; k++) {
      lp -= 0.5 * q[k] * q[k];
      g[k] = -q[k];
    }
    let dAX = 0;
    let dABar = 0;
    let dBXY = 0;
    let dBZY = 0;
    let dBGY = 0;
    let dBGX = 0;
    let dSX = 0;
    let dTau = 0;
    for (let i = 0; i < x.length; i++) {
      const j = group[i];
      const u = q[j];
      const residual = (x[i] - aX - bGX * u) / sX;
      lp += -0.5 * residual * residual - Math.log(sX);
      const dMu = residual / sX;
      dSX += (residual * residual - 1) / sX;
      dAX += dMu;
      dBGX += dMu * u;
      const eta = aBar + tau * q[groups + j] + bXY * x[i] + bZY * z[j] + bGY * u;
      const e = Math.exp(-Math.abs(eta));
      const p = eta >= 0 ? 1 / (1 + e) : e / (1 + e);
      lp += y[i] * eta - Math.max(eta, 0) - Math.log1p(e);
      const dEta = y[i] - p;
      dABar += dEta;
      dTau += dEta * q[groups + j];
      dBXY += dEta * x[i];
      dBZY += dEta * z[j];
      dBGY += dEta * u;
      g[j] += dMu * bGX + dEta * bGY;
      g[groups + j] += dEta * tau;
    }
    g[tail] += dAX;
    g[tail + 1] += dABar;
    g[tail + 2] += dBXY;
    g[tail + 3] += dBZY;
    g[tail + 4] += dBGY;
    g[tail + 5] = (dBGX - 1) * bGX + 1;
    g[tail + 6] = (dSX - 1) * sX + 1;
    g[tail + 7] = (dTau - 1) * tau + 1;
    return lp;
  };
}
