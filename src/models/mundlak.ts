// The models of the random confound: outcome Y, individual trait X, group G with trait Z.
import type { Knob } from '../lang/model';
import type { LectureModel } from './lecture-model';

const columns = { Y: 'Y', X: 'X', Z: 'Z', G: 'group' };
const symbols = { bXY: 'b_{XY}', bZY: 'b_{ZY}' };
const rate: Knob = { name: 'rate_tau', value: 1, minimum: 1, maximum: 10 };
const pooled = { ...symbols, rate_tau: '\\lambda_\\tau' };

export const mundlak: readonly LectureModel[] = [
  {
    id: 'mundlak-naive',
    text: `Y[i] ~ Bernoulli(p[i])
logit(p[i]) = alpha + bXY * X[i] + bZY * Z[G[i]]
alpha ~ Normal(0, 10)
bXY, bZY ~ Normal(0, 1)
`,
    roles: { observed: ['Y'], data: ['X', 'Z', 'G'], knobs: [], symbols },
    dataset: 'mundlak',
    columns,
  },
  {
    id: 'mundlak-fixed',
    text: `Y[i] ~ Bernoulli(p[i])
logit(p[i]) = alpha[G[i]] + bXY * X[i] + bZY * Z[G[i]]
alpha[j] ~ Normal(0, 10)
bXY, bZY ~ Normal(0, 1)
`,
    roles: { observed: ['Y'], data: ['X', 'Z', 'G'], knobs: [], symbols },
    dataset: 'mundlak',
    columns,
    // With an intercept a group, nothing but the prior tells Z's slope from their mean.
    metric: 'low-rank',
  },
  {
    id: 'mundlak-multilevel',
    text: `Y[i] ~ Bernoulli(p[i])
logit(p[i]) = a[G[i]] + bXY * X[i] + bZY * Z[G[i]]
a[j] = a_bar + tau * z[j]
z[j] ~ Normal(0, 1)
a_bar, bXY, bZY ~ Normal(0, 1)
tau ~ Exponential(rate_tau)
`,
    roles: { observed: ['Y'], data: ['X', 'Z', 'G'], knobs: [rate], symbols: pooled },
    dataset: 'mundlak',
    columns,
  },
  {
    id: 'mundlak-mundlak',
    text: `Y[i] ~ Bernoulli(p[i])
logit(p[i]) = a[G[i]] + bXY * X[i] + bZY * Z[G[i]] + bXbar * Xbar[G[i]]
a[j] = a_bar + tau * z[j]
z[j] ~ Normal(0, 1)
a_bar, bXY, bZY, bXbar ~ Normal(0, 1)
tau ~ Exponential(rate_tau)
`,
    roles: {
      observed: ['Y'],
      data: ['X', 'Z', 'G', 'Xbar'],
      knobs: [rate],
      symbols: { ...pooled, Xbar: '\\bar X', bXbar: 'b_{\\bar X}' },
    },
    dataset: 'mundlak',
    columns: { ...columns, Xbar: { meanOf: 'X', by: 'group' } },
  },
  {
    id: 'mundlak-latent',
    text: `X[i] ~ Normal(mu[i], sX)
mu[i] = aX + bGX * u[G[i]]
Y[i] ~ Bernoulli(p[i])
logit(p[i]) = a[G[i]] + bXY * X[i] + bZY * Z[G[i]] + bGY * u[G[i]]
a[j] = a_bar + tau * z[j]
u[j], z[j] ~ Normal(0, 1)
aX, a_bar, bXY, bZY, bGY ~ Normal(0, 1)
bGX, sX ~ Exponential(1)
tau ~ Exponential(rate_tau)
`,
    roles: {
      observed: ['X', 'Y'],
      data: ['Z', 'G'],
      knobs: [rate],
      symbols: { ...pooled, aX: 'a_X', sX: 's_X', bGX: 'b_{GX}', bGY: 'b_{GY}' },
    },
    dataset: 'mundlak',
    columns,
    // aX and a_bar share a location with the mean of u.
    metric: 'low-rank',
  },
];
