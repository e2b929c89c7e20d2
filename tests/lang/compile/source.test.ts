// What is generated, to be read by a person: in full for the reed frogs, the log density for the other lecture models in generated/.
import { describe, expect, test } from 'vitest';
import { lectureModels } from '../../../src/models';
import { build } from '../checks';
import { testModel, testModels } from '../models';

function source(id: string, rows: number): string {
  const { text, roles, data } = testModel(id);
  const few = Object.fromEntries(
    Object.entries(data).map(([name, column]) => [name, Array.isArray(column) ? column.slice(0, rows) : column]),
  );
  return build(text, roles, few).source;
}

describe('reed frogs', () => {
  test('sigma as a knob', () => {
    expect(source('frogs-fixed-sigma', 3)).toMatchInlineSnapshot(`
      "// q[0..2]: alpha
      // q[3]: alpha_bar
      const { exp, log, invLogit, lchoose } = math;
      const { S, D, T } = data;

      let c = 0;
      for (let i = 0; i < 3; i++) c += lchoose(D[i], S[i]);
      const c_2 = new Float64Array(3);
      for (let i = 0; i < 3; i++) c_2[i] = D[i] - S[i];
      const c_4 = 1 / 1.5;
      const c_5 = log(1.5) + 0.9189385332046728;

      function logDensity(q, g) {
        g.fill(0);
        const sigma = knobs[0];
        const alpha_bar = q[3];
        let d_alpha_bar = 0;
        let lp = 0;

        // S[i] ~ Binomial(D[i], p[i])
        lp += c;
        let product = 1;
        for (let i = 0; i < 3; i++) {
          const alpha = q[T[i]];
          const e = exp(-Math.abs(alpha));
          const against = alpha < 0 ? S[i] : -c_2[i];
          product *= 1 + e;
          lp += (against === 0 ? 0 : against * alpha);
          g[T[i]] += (alpha < 0 ? S[i] - c_2[i] * e : S[i] * e - c_2[i]) / (1 + e);
        }
        lp -= 10 * log(product);

        // alpha[j] ~ Normal(alpha_bar, sigma)
        const inverse_sigma = 1 / sigma;
        const c_3 = log(sigma) + 0.9189385332046728;
        let squares = 0;
        for (let j = 0; j < 3; j++) {
          const alpha = q[j];
          const z = (alpha - alpha_bar) * inverse_sigma;
          squares += z * z;
          g[j] += -z * inverse_sigma;
          d_alpha_bar += z * inverse_sigma;
        }
        lp += -0.5 * squares - 3 * c_3;

        // alpha_bar ~ Normal(0, 1.5)
        const z = alpha_bar * c_4;
        lp += -0.5 * z * z - c_5;
        d_alpha_bar += -z * c_4;

        g[3] = d_alpha_bar;
        return lp === lp ? lp : -Infinity;
      }

      function constrain(q, out) {
        for (let j = 0; j < 3; j++) out[j] = q[j];
        out[3] = q[3];
      }

      function unconstrain(values, q) {
        for (let j = 0; j < 3; j++) q[j] = values[j];
        q[3] = values[3];
      }

      function deterministics(values, out) {
        for (let i = 0; i < 3; i++) {
          out[i] = invLogit(values[T[i]]);
        }
      }

      return { logDensity, constrain, unconstrain, deterministics };
      "
    `);
  });
  test('multilevel', () => {
    expect(source('frogs-multilevel', 3)).toMatchInlineSnapshot(`
      "// q[0..2]: alpha
      // q[3]: alpha_bar
      // q[4]: sigma, as its logarithm
      const { exp, log, invLogit, lchoose } = math;
      const { S, D, T } = data;

      let c = 0;
      for (let i = 0; i < 3; i++) c += lchoose(D[i], S[i]);
      const c_2 = new Float64Array(3);
      for (let i = 0; i < 3; i++) c_2[i] = D[i] - S[i];
      const c_4 = 1 / 1.5;
      const c_5 = log(1.5) + 0.9189385332046728;

      function logDensity(q, g) {
        g.fill(0);
        const alpha_bar = q[3];
        let d_alpha_bar = 0;
        const log_sigma = q[4];
        const sigma = exp(log_sigma);
        let d_sigma = 0, d_log_sigma = 1;
        let lp = log_sigma;

        // S[i] ~ Binomial(D[i], p[i])
        lp += c;
        let product = 1;
        for (let i = 0; i < 3; i++) {
          const alpha = q[T[i]];
          const e = exp(-Math.abs(alpha));
          const against = alpha < 0 ? S[i] : -c_2[i];
          product *= 1 + e;
          lp += (against === 0 ? 0 : against * alpha);
          g[T[i]] += (alpha < 0 ? S[i] - c_2[i] * e : S[i] * e - c_2[i]) / (1 + e);
        }
        lp -= 10 * log(product);

        // alpha[j] ~ Normal(alpha_bar, sigma)
        const inverse_sigma = 1 / sigma;
        const c_3 = log_sigma + 0.9189385332046728;
        let squares = 0;
        for (let j = 0; j < 3; j++) {
          const alpha = q[j];
          const z = (alpha - alpha_bar) * inverse_sigma;
          squares += z * z;
          g[j] += -z * inverse_sigma;
          d_alpha_bar += z * inverse_sigma;
        }
        lp += -0.5 * squares - 3 * c_3;
        d_sigma += (squares - 3) * inverse_sigma;

        // alpha_bar ~ Normal(0, 1.5)
        const z = alpha_bar * c_4;
        lp += -0.5 * z * z - c_5;
        d_alpha_bar += -z * c_4;

        // sigma ~ Exponential(1)
        lp -= sigma;
        d_sigma -= 1;

        g[3] = d_alpha_bar;
        g[4] = d_sigma * sigma + d_log_sigma;
        return lp === lp ? lp : -Infinity;
      }

      function constrain(q, out) {
        for (let j = 0; j < 3; j++) out[j] = q[j];
        out[3] = q[3];
        out[4] = exp(q[4]);
      }

      function unconstrain(values, q) {
        for (let j = 0; j < 3; j++) q[j] = values[j];
        q[3] = values[3];
        q[4] = log(values[4]);
      }

      function deterministics(values, out) {
        for (let i = 0; i < 3; i++) {
          out[i] = invLogit(values[T[i]]);
        }
      }

      return { logDensity, constrain, unconstrain, deterministics };
      "
    `);
  });
  test('multilevel, non-centred', () => {
    expect(source('frogs-multilevel-noncentred', 3)).toMatchInlineSnapshot(`
      "// q[0..2]: alpha_z
      // q[3]: alpha_bar
      // q[4]: sigma, as its logarithm
      const { exp, log, invLogit, lchoose } = math;
      const { S, D, T } = data;

      const alpha = new Float64Array(3);
      const d_alpha = new Float64Array(3);

      let c = 0;
      for (let i = 0; i < 3; i++) c += lchoose(D[i], S[i]);
      const c_2 = new Float64Array(3);
      for (let i = 0; i < 3; i++) c_2[i] = D[i] - S[i];
      const c_3 = 1 / 1;
      const c_4 = log(1) + 0.9189385332046728;
      const c_5 = 1 / 1.5;
      const c_6 = log(1.5) + 0.9189385332046728;

      function logDensity(q, g) {
        g.fill(0);
        const alpha_bar = q[3];
        let d_alpha_bar = 0;
        const log_sigma = q[4];
        const sigma = exp(log_sigma);
        let d_sigma = 0, d_log_sigma = 1;
        let lp = log_sigma;

        // alpha[j] = alpha_bar + alpha_z[j] * sigma
        for (let j = 0; j < 3; j++) {
          alpha[j] = alpha_bar + q[j] * sigma;
          d_alpha[j] = 0;
        }

        // S[i] ~ Binomial(D[i], p[i])
        lp += c;
        let product = 1;
        for (let i = 0; i < 3; i++) {
          const alpha_2 = alpha[T[i]];
          const e = exp(-Math.abs(alpha_2));
          const against = alpha_2 < 0 ? S[i] : -c_2[i];
          product *= 1 + e;
          lp += (against === 0 ? 0 : against * alpha_2);
          d_alpha[T[i]] += (alpha_2 < 0 ? S[i] - c_2[i] * e : S[i] * e - c_2[i]) / (1 + e);
        }
        lp -= 10 * log(product);

        // alpha_z[j] ~ Normal(0, 1)
        let squares = 0;
        for (let j = 0; j < 3; j++) {
          const alpha_z = q[j];
          const z = alpha_z * c_3;
          squares += z * z;
          g[j] += -z * c_3;
        }
        lp += -0.5 * squares - 3 * c_4;

        // alpha_bar ~ Normal(0, 1.5)
        const z = alpha_bar * c_5;
        lp += -0.5 * z * z - c_6;
        d_alpha_bar += -z * c_5;

        // sigma ~ Exponential(1)
        lp -= sigma;
        d_sigma -= 1;

        // back through what was derived
        for (let j = 0; j < 3; j++) {
          const d_alpha_2 = d_alpha[j];
          d_alpha_bar += d_alpha_2;
          g[j] += d_alpha_2 * sigma;
          d_sigma += d_alpha_2 * q[j];
        }

        g[3] = d_alpha_bar;
        g[4] = d_sigma * sigma + d_log_sigma;
        return lp === lp ? lp : -Infinity;
      }

      function constrain(q, out) {
        for (let j = 0; j < 3; j++) out[j] = q[j];
        out[3] = q[3];
        out[4] = exp(q[4]);
      }

      function unconstrain(values, q) {
        for (let j = 0; j < 3; j++) q[j] = values[j];
        q[3] = values[3];
        q[4] = log(values[4]);
      }

      function deterministics(values, out) {
        const alpha_bar = values[3];
        const sigma = values[4];
        for (let j = 0; j < 3; j++) {
          out[3 + j] = alpha_bar + values[j] * sigma;
        }
        for (let i = 0; i < 3; i++) {
          out[i] = invLogit(out[3 + T[i]]);
        }
      }

      return { logDensity, constrain, unconstrain, deterministics };
      "
    `);
  });
  test('predators', () => {
    expect(source('frogs-predators', 3)).toMatchInlineSnapshot(`
      "// q[0..2]: alpha
      // q[3]: beta_P
      // q[4]: alpha_bar
      // q[5]: sigma, as its logarithm
      const { exp, log, invLogit, lchoose } = math;
      const { S, D, T, P } = data;

      let c = 0;
      for (let i = 0; i < 3; i++) c += lchoose(D[i], S[i]);
      const c_2 = new Float64Array(3);
      for (let i = 0; i < 3; i++) c_2[i] = D[i] - S[i];
      const c_5 = 1 / 1.5;
      const c_6 = log(1.5) + 0.9189385332046728;

      function logDensity(q, g) {
        g.fill(0);
        const sd_P = knobs[0];
        const beta_P = q[3];
        let d_beta_P = 0;
        const alpha_bar = q[4];
        let d_alpha_bar = 0;
        const log_sigma = q[5];
        const sigma = exp(log_sigma);
        let d_sigma = 0, d_log_sigma = 1;
        let lp = log_sigma;

        // S[i] ~ Binomial(D[i], p[i])
        lp += c;
        let product = 1;
        for (let i = 0; i < 3; i++) {
          const logit_p = q[T[i]] + beta_P * P[i];
          const e = exp(-Math.abs(logit_p));
          const against = logit_p < 0 ? S[i] : -c_2[i];
          product *= 1 + e;
          lp += (against === 0 ? 0 : against * logit_p);
          const d_logit_p = (logit_p < 0 ? S[i] - c_2[i] * e : S[i] * e - c_2[i]) / (1 + e);
          g[T[i]] += d_logit_p;
          d_beta_P += d_logit_p * P[i];
        }
        lp -= 10 * log(product);

        // alpha[j] ~ Normal(alpha_bar, sigma)
        const inverse_sigma = 1 / sigma;
        const c_3 = log_sigma + 0.9189385332046728;
        let squares = 0;
        for (let j = 0; j < 3; j++) {
          const alpha = q[j];
          const z = (alpha - alpha_bar) * inverse_sigma;
          squares += z * z;
          g[j] += -z * inverse_sigma;
          d_alpha_bar += z * inverse_sigma;
        }
        lp += -0.5 * squares - 3 * c_3;
        d_sigma += (squares - 3) * inverse_sigma;

        // beta_P ~ Normal(0, sd_P)
        const inverse_sd_P = 1 / sd_P;
        const c_4 = log(sd_P) + 0.9189385332046728;
        const z = beta_P * inverse_sd_P;
        lp += -0.5 * z * z - c_4;
        d_beta_P += -z * inverse_sd_P;

        // alpha_bar ~ Normal(0, 1.5)
        const z_2 = alpha_bar * c_5;
        lp += -0.5 * z_2 * z_2 - c_6;
        d_alpha_bar += -z_2 * c_5;

        // sigma ~ Exponential(1)
        lp -= sigma;
        d_sigma -= 1;

        g[3] = d_beta_P;
        g[4] = d_alpha_bar;
        g[5] = d_sigma * sigma + d_log_sigma;
        return lp === lp ? lp : -Infinity;
      }

      function constrain(q, out) {
        for (let j = 0; j < 3; j++) out[j] = q[j];
        out[3] = q[3];
        out[4] = q[4];
        out[5] = exp(q[5]);
      }

      function unconstrain(values, q) {
        for (let j = 0; j < 3; j++) q[j] = values[j];
        q[3] = values[3];
        q[4] = values[4];
        q[5] = log(values[5]);
      }

      function deterministics(values, out) {
        const beta_P = values[3];
        for (let i = 0; i < 3; i++) {
          out[i] = invLogit(values[T[i]] + beta_P * P[i]);
        }
      }

      return { logDensity, constrain, unconstrain, deterministics };
      "
    `);
  });
});

const others = testModels.filter(({ id }) => lectureModels.has(id) && !id.startsWith('frogs'));
test.each(others)('$id', async ({ id, text, roles, data }) => {
  await expect(build(text, roles, data).source).toMatchFileSnapshot(`generated/${id}.txt`);
});

test.each(testModels)('$id calls nothing that an engine may round its own way', ({ text, roles, data }) => {
  const { source: code } = build(text, roles, data);
  const calls = [...code.matchAll(/Math\.(\w+)/g)].map((match) => match[1]);
  for (const name of calls) expect(['abs', 'sqrt', 'min', 'max', 'sign', 'floor', 'ceil', 'trunc']).toContain(name);
  expect(code).not.toContain('**');
});
