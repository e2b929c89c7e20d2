// The models that every browser runs: the lecture's, and one that reads every distribution the lecture leaves out.
import { readFileSync } from 'node:fs';
import { lectureData, readTable } from '../../src/engine/dataset';
import type { Table } from '../../src/engine/dataset';
import type { ModelSource } from '../../src/engine/key';
import { lectureModels } from '../../src/models';
import type { LectureModel } from '../../src/models';

export interface BrowserModel {
  readonly id: string;
  readonly source: ModelSource;
}

export function browserModels(): BrowserModel[] {
  return [...[...lectureModels.values()].map(lectureSource), { id: 'every distribution', source: everyDistribution }];
}

function lectureSource(model: LectureModel): BrowserModel {
  const { id, text, roles, dataset } = model;
  const table = readTable(dataset, (file) => readFileSync(`public/data/${file}`, 'utf8'), visits);
  return { id, source: { text, roles, data: lectureData(model, table), noncentered: [] } };
}

/** A reader's; the data files hold none. */
const visits: Table = { minutes: [4, 1, 3, 7, 2, 5], cafe: [1, 1, 2, 3, 2, 3] };

const everyDistribution: ModelSource = {
  text: `y1[i] ~ StudentT(df, m, s)
y2[i] ~ Cauchy(m, s)
y3[i] ~ Laplace(m, s)
y4[i] ~ LogNormal(m, s)
y5[i] ~ Gamma(a, s)
y6[i] ~ InverseGamma(a, s)
y7[i] ~ Beta(a, b)
y8[i] ~ Uniform(-5, 5)
c1[i] ~ BetaBinomial(9, a, b)
c2[i] ~ NegativeBinomial(a, b)
c3[i] ~ Poisson(rate[i])
log(rate[i]) = m + q * x[i] ^ 2
c4[i] ~ Categorical(u)
c5[i] ~ Bernoulli(q)
df ~ Gamma(4, 1)
m ~ Normal(0, 1)
s ~ HalfCauchy(1)
a ~ HalfNormal(2)
b ~ InverseGamma(3, 3)
q ~ Beta(2, 2)
u[k] ~ Normal(0, 1)
w ~ Uniform(0, 2)
v ~ LogNormal(0, w)
`,
  roles: {
    observed: ['y1', 'y2', 'y3', 'y4', 'y5', 'y6', 'y7', 'y8', 'c1', 'c2', 'c3', 'c4', 'c5'],
    data: ['x'],
    knobs: [],
  },
  data: {
    x: [-1, 0.5, 2],
    y1: [0.3, -1.2, 0.9],
    y2: [0.1, 4, -0.6],
    y3: [1.5, -0.2, 0.4],
    y4: [0.7, 1.9, 1.1],
    y5: [0.4, 2.2, 1.3],
    y6: [0.8, 0.3, 2.5],
    y7: [0.2, 0.55, 0.9],
    y8: [-4, 1, 3],
    c1: [0, 4, 9],
    c2: [2, 0, 7],
    c3: [1, 3, 2],
    c4: [1, 3, 2],
    c5: [0, 1, 1],
  },
  noncentered: [],
};
