// The robot's cafes: waiting times W at each visit's cafe, with memory and with amnesia.
import type { LectureModel } from './lecture-model';

const columns = { W: 'minutes', cafe: 'cafe' };
const symbols = { cafe: '\\text{café}' };

export const cafes: readonly LectureModel[] = [
  {
    id: 'cafes-memory',
    text: `W[i] ~ Poisson(lambda[i])
log(lambda[i]) = a[cafe[i]]
a[j] ~ Normal(a_bar, sigma)
a_bar ~ Normal(1.5, 0.5)
sigma ~ Exponential(2)
`,
    roles: { observed: ['W'], data: ['cafe'], knobs: [], symbols },
    dataset: 'cafes',
    columns,
  },
  {
    id: 'cafes-amnesia',
    text: `W[i] ~ Poisson(lambda[i])
log(lambda[i]) = a[cafe[i]]
a[j] ~ Normal(1.5, 0.87)  # the sd that a cafe has under memory before any visit
`,
    roles: { observed: ['W'], data: ['cafe'], knobs: [], symbols },
    dataset: 'cafes',
    columns,
  },
];
