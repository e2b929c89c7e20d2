// Eight models outside the lecture, from a blank page: written, given roles by the lab's own offers, joined with data, run.
import { describe, expect, it } from 'vitest';
import { blankDocument } from '../../../src/engine/lab/document';
import type { Declaration } from '../../../src/engine/lab/document';
import type { LabFit } from '../../../src/store/lab/fits';
import type { Lab } from '../../../src/store/lab/lab';
import { newLab, runLab } from './desk';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly observed: readonly string[];
  readonly data: readonly string[];
}

/** Data of their own making: the truth is known, and the posterior must lie about it. */
const simulated: readonly Case[] = [
  {
    name: 'logistic regression',
    text: 'y[i] ~ Bernoulli(p[i])\nlogit(p[i]) = a + b * x[i]\na, b ~ Normal(0, 1.5)\n',
    observed: ['y'],
    data: ['x'],
  },
  {
    name: 'robust regression',
    text: `y[i] ~ StudentT(nu, mu[i], sigma)
mu[i] = a + b * x[i]
a, b ~ Normal(0, 2)
sigma ~ Exponential(1)
nu ~ Gamma(2, 0.1)
`,
    observed: ['y'],
    data: ['x'],
  },
  {
    name: 'varying intercepts with a predictor of the groups',
    text: `y[i] ~ Normal(mu[i], s)
mu[i] = a[g[i]] + b * x[i]
a[j] ~ Normal(c + d * u[j], tau)
b, c, d ~ Normal(0, 1)
s, tau ~ Exponential(1)
`,
    observed: ['y'],
    data: ['g', 'x', 'u'],
  },
  {
    name: 'ordered responses',
    text: `R[i] ~ OrderedLogit(phi[i], kappa)
phi[i] = b * x[i]
b ~ Normal(0, 1)
kappa[k] ~ Normal(0, 1.5)
`,
    observed: ['R'],
    data: ['x'],
  },
  {
    name: 'overdispersed counts by group',
    text: `n[i] ~ NegativeBinomial(mu[i], phi)
log(mu[i]) = a[g[i]]
a[j] ~ Normal(a_bar, 0.5)
a_bar ~ Normal(2, 0.5)
phi ~ Gamma(4, 1)
`,
    observed: ['n'],
    data: ['g'],
  },
];

async function begun({ text, observed, data }: Case): Promise<Lab> {
  const lab = newLab();
  lab.load(blankDocument);
  lab.edit(text);
  await lab.settled();
  const declared: readonly Declaration[] = [
    ...observed.map((name) => ({ role: 'observed', name, from: { column: name, within: null } }) as const),
    ...data.map((name) => ({ role: 'data', name, from: { column: name, within: null } }) as const),
  ];
  for (const declaration of declared) lab.declare(declaration);
  lab.change((now) => ({ ...now, settings: { ...now.settings, warmup: 300, draws: 250 } }));
  return lab;
}

function scalar(fit: LabFit, name: string): { mean: number; sd: number; rhat: number } {
  const { summary, draws } = fit.result;
  const element = draws.parameters.elements.indexOf(name);
  if (summary.depth !== 'full' || element < 0) throw new Error(`no full summary of ${name}`);
  const { mean, sd, r_hat } = summary.parameters[element];
  return { mean: mean ?? NaN, sd: sd ?? NaN, rhat: r_hat ?? NaN };
}

// 14 comparisons of a truth with its own posterior, at seeds chosen before looking: were posteriors normal, one in 10,000 such sets would fall beyond 4.5 sds.
describe('a model from a blank page, on data that it simulates itself:', () => {
  it.each(simulated)('$name', { timeout: 30_000 }, async (one) => {
    const lab = await begun(one);
    lab.chooseData({ kind: 'simulated', rows: 150, members: 10, seed: 3 });
    const fit = await runLab(lab);
    const { truth } = fit;
    if (truth === null) throw new Error('simulated data without their truth');
    const singles = fit.result.draws.parameters.elements.filter((name) => !/\[/.test(name));
    expect(singles.length).toBeGreaterThan(0);
    for (const name of singles) {
      const { mean, sd, rhat } = scalar(fit, name);
      expect(Math.abs(mean - truth[name]), `${name}: ${mean} of ${truth[name]}`).toBeLessThan(4.5 * sd);
      expect(rhat, name).toBeLessThan(1.05);
    }
  });
});

describe('a model from a blank page, on a pasted table:', () => {
  it('eight schools, against the reference posterior of posteriordb', { timeout: 30_000 }, async () => {
    const lab = await begun({
      name: '',
      text: `y[j] ~ Normal(theta[j], s[j])
theta[j] = mu + tau * eta[j]
eta[j] ~ Normal(0, 1)
mu ~ Normal(0, 5)
tau ~ HalfCauchy(5)
`,
      observed: ['y'],
      data: ['s'],
    });
    await lab.openFile('schools.csv', {
      kind: 'pasted',
      text: 'school,y,s\nA,28,15\nB,8,10\nC,-3,16\nD,7,11\nE,-1,9\nF,1,11\nG,18,10\nH,12,18\n',
    });
    lab.change((now) => ({ ...now, settings: { ...now.settings, draws: 1000 } }));
    const fit = await runLab(lab);
    // Means 4.37 and 3.60; the Monte Carlo error here is about 0.08 of either.
    expect(Math.abs(scalar(fit, 'mu').mean - 4.37)).toBeLessThan(0.4);
    expect(Math.abs(scalar(fit, 'tau').mean - 3.6)).toBeLessThan(0.5);
  });

  it('a straight line, against least squares; rows with missing values left out', { timeout: 30_000 }, async () => {
    const lab = await begun({
      name: '',
      text: 'h[i] ~ Normal(mu[i], sigma)\nmu[i] = a + b * w[i]\na, b ~ Normal(0, 100)\nsigma ~ Uniform(0, 50)\n',
      observed: ['h'],
      data: ['w'],
    });
    const w = Array.from({ length: 40 }, (_, k) => k - 19.5);
    const h = w.map((x, k) => 3 + 0.5 * x + [1.2, -0.7, 0.4, -0.9][k % 4]);
    const rows = w.map((x, k) => `${x};${String(h[k]).replace('.', ',')}`);
    await lab.openFile('line.csv', { kind: 'pasted', text: `w;h\n${rows.join('\n')}\n9;NA\n;9\n` });
    await lab.settled();
    expect(lab.store.getState().data).toMatchObject({ kind: 'missing', rows: 2, of: 42 });
    lab.change((now) => ({ ...now, leaveOut: true }));
    const fit = await runLab(lab);
    const slope = w.reduce((sum, x, k) => sum + x * h[k], 0) / w.reduce((sum, x) => sum + x * x, 0);
    expect(Math.abs(scalar(fit, 'b').mean - slope)).toBeLessThan(0.01);
    expect(Math.abs(scalar(fit, 'a').mean - h.reduce((a, b) => a + b, 0) / 40)).toBeLessThan(0.05);
  });

  it('counts with an exposure, by a factor', { timeout: 30_000 }, async () => {
    const lab = await begun({
      name: '',
      text: `y[i] ~ Poisson(lambda[i])
log(lambda[i]) = log(days[i]) + a[site[i]]
a[j] ~ Normal(0, 1)
`,
      observed: ['y'],
      data: ['days', 'site'],
    });
    const rows = Array.from({ length: 60 }, (_, k) => {
      const site = ['north', 'south', 'west'][k % 3];
      return `${site},${1 + (k % 5)},${(1 + (k % 5)) * [2, 5, 1][k % 3]}`;
    });
    await lab.openFile('sites.csv', { kind: 'pasted', text: `site,days,y\n${rows.join('\n')}\n` });
    const fit = await runLab(lab);
    expect(fit.names.labels).toEqual({ a: ['north', 'south', 'west'] });
    // With about 60 days a site the prior weighs next to nothing.
    [2, 5, 1].forEach((rate, k) => {
      const { mean, sd } = scalar(fit, `a[${k + 1}]`);
      expect(Math.abs(mean - Math.log(rate))).toBeLessThan(sd);
    });
  });
});
