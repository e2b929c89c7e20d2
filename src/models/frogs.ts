// The reed-frog models: survivors S of D tadpoles in tank T, with or without predators P.
import type { LectureModel } from './lecture-model';

const columns = { S: 'survived', D: 'density', T: 'tank' };

export const frogs: readonly LectureModel[] = [
  {
    id: 'frogs-fixed-sigma',
    text: `S[i] ~ Binomial(D[i], p[i])
logit(p[i]) = alpha[T[i]]
alpha[j] ~ Normal(alpha_bar, sigma)
alpha_bar ~ Normal(0, 1.5)
`,
    roles: {
      observed: ['S'],
      data: ['D', 'T'],
      knobs: [{ name: 'sigma', value: 1, minimum: 0.1, maximum: 5 }],
    },
    dataset: 'frogs',
    columns,
    funnel: { scale: 'sigma', below: 0.3, names: ['alpha'] },
  },
  {
    id: 'frogs-multilevel',
    text: `S[i] ~ Binomial(D[i], p[i])
logit(p[i]) = alpha[T[i]]
alpha[j] ~ Normal(alpha_bar, sigma)
alpha_bar ~ Normal(0, 1.5)
sigma ~ Exponential(1)
`,
    roles: { observed: ['S'], data: ['D', 'T'], knobs: [] },
    dataset: 'frogs',
    columns,
  },
  {
    id: 'frogs-priors',
    text: `S[i] ~ Binomial(D[i], p[i])
logit(p[i]) = alpha[T[i]]
alpha[j] ~ Normal(alpha_bar, sigma)
alpha_bar ~ Normal(mean_bar, sd_bar)
sigma ~ Exponential(rate)
`,
    roles: {
      observed: ['S'],
      data: ['D', 'T'],
      knobs: [
        { name: 'mean_bar', value: 0, minimum: -3, maximum: 3 },
        { name: 'sd_bar', value: 1.5, minimum: 0.1, maximum: 5 },
        { name: 'rate', value: 1, minimum: 0.1, maximum: 5 },
      ],
      symbols: { mean_bar: 'm', sd_bar: 's', rate: '\\lambda' },
    },
    dataset: 'frogs',
    columns,
  },
  {
    id: 'frogs-predators',
    text: `S[i] ~ Binomial(D[i], p[i])
logit(p[i]) = alpha[T[i]] + beta_P * P[i]
alpha[j] ~ Normal(alpha_bar, sigma)
beta_P ~ Normal(0, sd_P)
alpha_bar ~ Normal(0, 1.5)
sigma ~ Exponential(1)
`,
    roles: {
      observed: ['S'],
      data: ['D', 'T', 'P'],
      knobs: [{ name: 'sd_P', value: 0.5, minimum: 0.1, maximum: 3 }],
      symbols: { sd_P: 's_P' },
    },
    dataset: 'frogs',
    columns: { ...columns, P: 'predators' },
    // All tanks with predators can trade places with beta_P.
    metric: 'low-rank',
  },
  {
    id: 'frogs-complete',
    text: `S[i] ~ Binomial(D[i], p[i])
logit(p[i]) = alpha
alpha ~ Normal(0, 1.5)
`,
    roles: { observed: ['S'], data: ['D'], knobs: [] },
    dataset: 'frogs',
    columns: { S: 'survived', D: 'density' },
  },
  {
    id: 'frogs-no-pooling',
    text: `S[i] ~ Binomial(D[i], p[i])
logit(p[i]) = alpha[T[i]]
alpha[j] ~ Normal(0, 10)
`,
    roles: { observed: ['S'], data: ['D', 'T'], knobs: [] },
    dataset: 'frogs',
    columns,
  },
];
