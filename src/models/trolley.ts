// The trolley models: responses R to stories S by participants U, with treatments A (action), I (intention) and C (contact).
import type { LectureModel } from './lecture-model';

const columns = { R: 'response', S: 'story', U: 'participant' };
const treatments = { A: 'action', I: 'intention', C: 'contact' };
/** Cutpoints and effects share a location that only the priors fix: a ridge in every model here. */
const metric = 'low-rank';
const symbols = { bA: 'b_A', bI: 'b_I', bC: 'b_C' };

export const trolley: readonly LectureModel[] = [
  {
    id: 'trolley-complete',
    text: `R[i] ~ OrderedLogit(phi[i], kappa)
phi[i] = beta
beta ~ Normal(0, 1)
kappa[k] ~ Normal(0, 1.5)
`,
    roles: { observed: ['R'], data: [], knobs: [] },
    dataset: 'trolley',
    columns: { R: 'response' },
    metric,
  },
  {
    id: 'trolley-no-pooling-story',
    text: `R[i] ~ OrderedLogit(phi[i], kappa)
phi[i] = beta[S[i]]
beta[j] ~ Normal(0, 10)
kappa[k] ~ Normal(0, 1.5)
`,
    roles: { observed: ['R'], data: ['S'], knobs: [] },
    dataset: 'trolley',
    columns: { R: 'response', S: 'story' },
    metric,
  },
  {
    id: 'trolley-no-pooling-participant',
    text: `R[i] ~ OrderedLogit(phi[i], kappa)
phi[i] = beta[U[i]]
beta[j] ~ Normal(0, 10)
kappa[k] ~ Normal(0, 1.5)
`,
    roles: { observed: ['R'], data: ['U'], knobs: [] },
    dataset: 'trolley',
    columns: { R: 'response', U: 'participant' },
    metric,
  },
  {
    id: 'trolley-partial-story',
    text: `R[i] ~ OrderedLogit(phi[i], kappa)
phi[i] = beta[S[i]]
beta[j] ~ Normal(0, sigma)
sigma ~ Exponential(1)
kappa[k] ~ Normal(0, 1.5)
`,
    roles: { observed: ['R'], data: ['S'], knobs: [] },
    dataset: 'trolley',
    columns: { R: 'response', S: 'story' },
    metric,
  },
  {
    id: 'trolley-partial-participant',
    text: `R[i] ~ OrderedLogit(phi[i], kappa)
phi[i] = beta[U[i]]
beta[j] ~ Normal(0, sigma)
sigma ~ Exponential(1)
kappa[k] ~ Normal(0, 1.5)
`,
    roles: { observed: ['R'], data: ['U'], knobs: [] },
    dataset: 'trolley',
    columns: { R: 'response', U: 'participant' },
    metric,
  },
  {
    id: 'trolley-clusters',
    text: `R[i] ~ OrderedLogit(phi[i], kappa)
phi[i] = a[S[i]] + b[U[i]]
a[j] ~ Normal(0, sigma_S)
b[j] ~ Normal(0, sigma_U)
sigma_S, sigma_U ~ Exponential(1)
kappa[k] ~ Normal(0, 1.5)
`,
    roles: { observed: ['R'], data: ['S', 'U'], knobs: [] },
    dataset: 'trolley',
    columns,
    metric,
  },
  {
    id: 'trolley-full',
    text: `R[i] ~ OrderedLogit(phi[i], kappa)
phi[i] = a[S[i]] + b[U[i]] + bA * A[i] + bI * I[i] + bC * C[i]
a[j] ~ Normal(0, sigma_S)
b[j] ~ Normal(0, sigma_U)
bA, bI, bC ~ Normal(0, 0.5)
sigma_S, sigma_U ~ Exponential(1)
kappa[k] ~ Normal(0, 1.5)
`,
    roles: { observed: ['R'], data: ['S', 'U', 'A', 'I', 'C'], knobs: [], symbols },
    dataset: 'trolley',
    columns: { ...columns, ...treatments },
    metric,
  },
];
