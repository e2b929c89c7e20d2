// The naive gradient of the crossed trolley model: two exponentials and two logarithms a row.
import type { BoundModel } from '../../src/lang/bind';
import type { LogDensity } from '../../src/sampler/target';
import { codesOf, valuesOf } from './columns';

export function naiveTrolley(bound: BoundModel): LogDensity {
  const response = valuesOf(bound, 'R');
  const [story, person] = ['S', 'U'].map((name) => codesOf(bound, name));
  const [action, intention, contact] = ['A', 'I', 'C'].map((name) => valuesOf(bound, name));
  const stories = Math.max(...story) + 1;
  const slopes = stories + Math.max(...person) + 1;
  const scales = slopes + 3;
  const cuts = scales + 2;
  const levels = Math.max(...response);
  const kappa = new Float64Array(levels - 1);
  const dKappa = new Float64Array(levels - 1);
  const gapLog = new Float64Array(levels);
  const gapSlope = new Float64Array(levels);
  return (q, g) => {
    const sigmaS = Math.exp(q[scales]);
    const sigmaU = Math.exp(q[scales + 1]);
    let lp = q[scales] + q[scales + 1] - sigmaS - sigmaU;
    let dS = -1;
    let dU = -1;
    for (let j = 0; j < slopes; j++) {
      const sigma = j < stories ? sigmaS : sigmaU;
      const z = q[j] / sigma;
      lp += -0.5 * z * z - Math.log(sigma);
      g[j] = -z / sigma;
      if (j < stories) dS += (z * z - 1) / sigma;
      else dU += (z * z - 1) / sigma;
    }
    g[scales] = dS * sigmaS + 1;
    g[scales + 1] = dU * sigmaU + 1;
    for (let k = slopes; k < scales; k++) {
      lp -= 0.5 * (q[k] / 0.5) ** 2;
      g[k] = -q[k] / 0.25;
    }
    for (let k = 0; k < kappa.length; k++) {
      const step = Math.exp(q[cuts + k]);
      kappa[k] = k === 0 ? q[cuts] : kappa[k - 1] + step;
      if (k > 0) {
        lp += q[cuts + k];
        gapLog[k] = Math.log(-Math.expm1(-step));
        gapSlope[k] = 1 / Math.expm1(step);
      }
      lp -= 0.5 * (kappa[k] / 1.5) ** 2;
      dKappa[k] = -kappa[k] / 2.25;
    }
    const bA = q[slopes];
    const bI = q[slopes + 1];
    const bC = q[slopes + 2];
    for (let i = 0; i < response.length; i++) {
      const above = response[i] - 1;
      const phi = q[story[i]] + q[stories + person[i]] + bA * action[i] + bI * intention[i] + bC * contact[i];
      let dPhi = 0;
      if (above < kappa.length) {
        const x = kappa[above] - phi;
        const e = Math.exp(-Math.abs(x));
        const slope = x >= 0 ? e / (1 + e) : 1 / (1 + e);
        lp -= Math.max(-x, 0) + Math.log1p(e);
        dKappa[above] += slope;
        dPhi -= slope;
      }
      if (above > 0) {
        const x = kappa[above - 1] - phi;
        const e = Math.exp(-Math.abs(x));
        const slope = x >= 0 ? 1 / (1 + e) : e / (1 + e);
        lp -= Math.max(x, 0) + Math.log1p(e);
        dKappa[above - 1] -= slope;
        dPhi += slope;
      }
      if (above > 0 && above < kappa.length) {
        lp += gapLog[above];
        dKappa[above] += gapSlope[above];
        dKappa[above - 1] -= gapSlope[above];
      }
      g[story[i]] += dPhi;
      g[stories + person[i]] += dPhi;
      g[slopes] += dPhi * action[i];
      g[slopes + 1] += dPhi * intention[i];
      g[slopes + 2] += dPhi * contact[i];
    }
    let rest = 0;
    for (let k = kappa.length - 1; k >= 0; k--) {
      rest += dKappa[k];
      g[cuts + k] = k === 0 ? rest : rest * (kappa[k] - kappa[k - 1]) + 1;
    }
    return lp;
  };
}
