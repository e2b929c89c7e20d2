// Models outside the lecture that between them use every distribution and every way to write an index.
import type { Roles } from '../../../src/lang/model';

export interface Classic {
  readonly text: string;
  readonly roles: Roles;
}

function classic(
  text: string,
  observed: readonly string[],
  data: readonly string[],
  knobs: Roles['knobs'] = [],
): Classic {
  return { text, roles: { observed, data, knobs } };
}

export const classics: Readonly<Record<string, Classic>> = {
  'eight-schools': classic(
    `y[j] ~ Normal(theta[j], s[j])
theta[j] ~ Normal(mu, tau)
mu ~ Normal(0, 5)
tau ~ HalfCauchy(5)`,
    ['y'],
    ['s'],
  ),
  regression: classic(
    `y[i] ~ Normal(mu[i], sigma)
mu[i] = a + b * (x[i] - xbar) / 2 + c * square(x[i])
a ~ Normal(0, 10)
b ~ Laplace(0, 1)
c ~ Cauchy(0, 1)
sigma ~ HalfNormal(2)
xbar = mean(x)`,
    ['y'],
    ['x'],
  ),
  exposure: classic(
    `y[i] ~ Poisson(lambda[i])
log(lambda[i]) = log(days[i]) + a + b * z[i]
a ~ Normal(0, 1)
b ~ Normal(0, 1)`,
    ['y'],
    ['days', 'z'],
  ),
  overdispersed: classic(
    `y[i] ~ NegativeBinomial(exp(a + b * z[i]), phi)
a, b ~ StudentT(4, 0, 1)
phi ~ Gamma(2, 0.5)`,
    ['y'],
    ['z'],
  ),
  'beta-binomial': classic(
    `admit[i] ~ BetaBinomial(n[i], p[i] * theta, (1 - p[i]) * theta)
logit(p[i]) = a[gender[i]]
a[j] ~ Normal(0, 1.5)
theta ~ LogNormal(1, 0.5)`,
    ['admit'],
    ['n', 'gender'],
  ),
  'gamma-regression': classic(
    `y[i] ~ Gamma(shape, shape / mu[i])
log(mu[i]) = a + b * x[i]
a, b ~ Normal(0, 1)
shape ~ InverseGamma(3, 2)`,
    ['y'],
    ['x'],
  ),
  robust: classic(
    `y[i] ~ StudentT(nu, a + b * x[i], sigma)
a, b ~ Normal(0, 5)
sigma ~ Exponential(1)
nu ~ Gamma(2, 0.1)`,
    ['y'],
    ['x'],
  ),
  crossed: classic(
    `y[i] ~ Bernoulli(p[i])
logit(p[i]) = m[g[i], h[i]] + w * D[i] / n[i]
m[j, k] ~ Normal(row[j] + column[k], tau)
row[j], column[k] ~ Normal(0, 1)
w ~ Uniform(-1, top)
tau ~ Exponential(1)`,
    ['y'],
    ['g', 'h', 'D', 'n'],
    [{ name: 'top', value: 2, minimum: 1, maximum: 5 }],
  ),
  grid: classic(
    `y[i] ~ Normal(m[g[i], h[i]], 1)
m[j, k] ~ Normal(0, tau)
tau ~ Exponential(1)`,
    ['y'],
    ['g', 'h'],
  ),
  career: classic(
    `choice[i] ~ Categorical(score)
score[k] ~ Normal(0, 1)`,
    ['choice'],
    [],
  ),
  proportions: classic(
    `y[i] ~ Beta(a, b)
s[i] ~ Binomial(n[i], q[g[i]])
q[j] ~ Beta(a, b)
w[i] ~ HalfNormal(scale[i])
a, b ~ Exponential(1)`,
    ['y', 's', 'w'],
    ['n', 'g', 'scale'],
  ),
  nested: classic(
    `y[i] ~ Normal(school[s[i]], sigma)
school[j] ~ Normal(district[d[j]], tau)
district[k] ~ Normal(0, 1)
sigma, tau ~ Exponential(1)
slope[T] ~ Normal(0, 1)
y2[i] ~ Normal(slope[T[i]] * x[i]^2, 1)`,
    ['y', 'y2'],
    ['s', 'd', 'T', 'x'],
  ),
};
