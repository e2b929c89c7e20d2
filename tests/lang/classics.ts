// Classic models outside the lecture, as a reader might write them.
import type { Roles } from '../../src/lang/model';

export interface TextModel {
  readonly id: string;
  readonly text: string;
  readonly roles: Roles;
}

const knobless = (observed: readonly string[], data: readonly string[]): Roles => ({ observed, data, knobs: [] });

export const classics: readonly TextModel[] = [
  {
    id: 'eight-schools-centred',
    text: `y[j] ~ Normal(theta[j], s[j])
theta[j] ~ Normal(mu, tau)
mu ~ Normal(0, 5)
tau ~ HalfCauchy(5)
`,
    roles: knobless(['y'], ['s']),
  },
  {
    id: 'eight-schools-noncentred',
    text: `y[j] ~ Normal(theta[j], s[j])
theta[j] = mu + tau * eta[j]
eta[j] ~ Normal(0, 1)
mu ~ Normal(0, 5)
tau ~ HalfCauchy(5)
`,
    roles: knobless(['y'], ['s']),
  },
  {
    id: 'linear-regression',
    text: `# height on weight, centred by the mean that the text itself takes
h[i] ~ Normal(mu[i], sigma)
mu[i] = a + b * (w[i] - mean(w))
a ~ Normal(178, 20)
b ~ LogNormal(0, 1)
sigma ~ Uniform(0, 50)
`,
    roles: knobless(['h'], ['w']),
  },
  {
    id: 'poisson-exposure',
    text: `y[i] ~ Poisson(lambda[i])
log(lambda[i]) = log(days[i]) + α + β * x[i]
α, β ~ Normal(0, 1)
`,
    roles: knobless(['y'], ['days', 'x']),
  },
  {
    id: 'beta-binomial',
    text: `A[i] ~ BetaBinomial(N[i], p_bar[g[i]] * theta, (1 - p_bar[g[i]]) * theta)
logit(p_bar[k]) = a[k]
a[k] ~ Normal(0, 1.5)
theta = phi + 2
phi ~ Exponential(1)
`,
    roles: knobless(['A'], ['N', 'g']),
  },
  {
    id: 'gamma-regression',
    text: `y[i] ~ Gamma(shape, shape / mu[i])
log(mu[i]) = b0 + b1 * x[i]
b0, b1 ~ Normal(0, 2)
shape ~ InverseGamma(3, 2)
`,
    roles: knobless(['y'], ['x']),
  },
  {
    id: 'robust-regression',
    text: `y[i] ~ StudentT(nu, mu[i], sigma)
mu[i] = a + b * x[i] + c * x[i]^2
a ~ Cauchy(0, 2)
b, c ~ Laplace(0, 1)
sigma ~ HalfNormal(1)
nu ~ Gamma(2, 0.1)
`,
    roles: knobless(['y'], ['x']),
  },
  {
    id: 'admissions',
    text: `admit[i] ~ Binomial(applications[i], p[i])
logit(p[i]) = a[dept[i]] + b[dept[i]] * male[i]
a[d] ~ Normal(a_bar, sigma_a)
b[d] ~ Normal(b_bar, sigma_b)
a_bar, b_bar ~ Normal(0, 1)
sigma_a, sigma_b ~ Exponential(1)
`,
    roles: knobless(['admit'], ['applications', 'dept', 'male']),
  },
  {
    id: 'two-levels',
    text: `# pupils in classes in schools
y[i] ~ Normal(c[class[i]], sigma)
c[k] ~ Normal(mu_c[k], sigma_c)
mu_c[k] = m[school[k]] + g * size[k]
m[s] ~ StudentT(4, m_bar, sigma_m)
m_bar, g ~ Normal(0, 1)
sigma, sigma_c, sigma_m ~ Exponential(1)
`,
    roles: knobless(['y'], ['class', 'school', 'size']),
  },
  {
    id: 'crossed-cells',
    text: `# one effect for each pair, around a row and a column effect that sum to nearly nothing
y[i] ~ NegativeBinomial(exp(eta[r[i], k[i]]), phi)
eta[r, k] = m + u[r] + v[k] + tau[k] * e[r, k]
u[r] ~ Normal(0, 1)
v[k] ~ Normal(0, 1)
e[r, k] ~ Normal(0, 1)
tau[k] ~ Exponential(2)
m ~ Normal(1, 1)
phi ~ Exponential(0.1)
`,
    roles: knobless(['y'], ['r', 'k']),
  },
  {
    id: 'careers',
    text: `choice[i] ~ Categorical(s[i])
s[i, k] = a[k] + b * income[k] * x[i]
a[k] ~ Normal(0, 1)
b ~ HalfNormal(0.5)
`,
    roles: knobless(['choice'], ['income', 'x']),
  },
  {
    id: 'rates-and-shares',
    text: `# several observed variables, bounded parameters, a total and a knob
y[i] ~ Beta(share * conc, (1 - share) * conc)
n[i] ~ Poisson(rate)
d[j] ~ Bernoulli(q[j])
share ~ Beta(2, 3)
conc ~ Uniform(1, top)
rate ~ Gamma(2, 1)
q[j] ~ Beta(1 + square(total / 10), 2)
total = sum(z)
z[k] ~ Normal(center, 1)
m = mean(z)
x[k] ~ Normal(m + z[k], 1)
`,
    roles: {
      observed: ['y', 'n', 'd', 'x'],
      data: [],
      knobs: [
        { name: 'top', value: 40, minimum: 10, maximum: 100 },
        { name: 'center', value: 0.5, minimum: -1, maximum: 1 },
      ],
    },
  },
];
