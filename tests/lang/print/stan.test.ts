// Stan programs of the lecture's models and of classic ones. Each was accepted by stanc (StanHeaders 2.32.10) when its snapshot was read;
// six were run in rstan 2.21, and their density and gradient at 8 random points were ours up to a constant, to 1e-11.
import { describe, expect, test } from 'vitest';
import { modelStan } from '../../../src/lang/print/stan';
import { lectureModels } from '../../../src/models';
import { classics } from './classics';
import { lectureModel, read } from './read';

test.each([...lectureModels.keys()])('%s', (id) => {
  expect(modelStan(lectureModel(id))).toMatchSnapshot();
});

test.each(Object.entries(classics))('%s', (_, { text, roles }) => {
  expect(modelStan(read(text, roles))).toMatchSnapshot();
});

/** The lines of one block. */
function block(name: string, program: string): string[] {
  const [, inside] = new RegExp(`(?:^|\\n)${name} \\{\\n([^]*?)\\n\\}`).exec(program) ?? [];
  return (inside ?? '').split('\n').map((line) => line.trim());
}

describe('arithmetic', () => {
  /** The mean of y, over whole vectors and, behind a two-letter index, for one element. */
  function means(expression: string): [string, string] {
    const roles = { observed: ['y'], data: ['x', 'n', 'g', 'h', 'w'] };
    const priors = '\na, b, c ~ Normal(0, 1)\nm[j, k] ~ Normal(0, 1)\ns[i] ~ Binomial(n[i], 0.5)';
    const whole = read(`y[i] ~ Normal(mu[i], 1)\nmu[i] = ${expression}${priors}\nw[i] ~ Normal(m[g[i], h[i]], 1)`, {
      ...roles,
      observed: ['y', 's', 'w'],
      data: ['x', 'n', 'g', 'h'],
    });
    const looped = read(`y[i] ~ Normal(mu[i], 1)\nmu[i] = m[g[i], h[i]] + (${expression})${priors}`, {
      observed: ['y', 's'],
      data: ['x', 'n', 'g', 'h'],
    });
    const pick = (program: string): string =>
      block('transformed parameters', program)
        .concat(block('transformed data', program))
        .find((line) => / mu = |^mu\[i\] = /.test(line)) ?? '';
    return [
      pick(modelStan(whole)).replace(/^vector\[\w+\] mu = (.*);$/, '$1'),
      pick(modelStan(looped)).replace(/^mu\[i\] = m\[g\[i\], h\[i\]\] \+ (.*);$/, '$1'),
    ];
  }

  test.each([
    ['a * x[i]', 'a * x', 'a * x[i]'],
    ['x[i] * x[i]', 'x .* x', 'x[i] * x[i]'],
    ['a * (x[i] * x[i])', 'a * x .* x', 'a * x[i] * x[i]'],
    ['x[i] * (a * x[i])', 'x .* (a * x)', 'x[i] * a * x[i]'],
    ['a / x[i]', 'a ./ x', 'a / x[i]'],
    ['x[i] / a', 'x / a', 'x[i] / a'],
    ['x[i]^2', 'x .^ 2', 'x[i] ^ 2'],
    ['-x[i]^2', '-x .^ 2', '(-x[i] ^ 2)'],
    ['(a - (b - c)) * x[i]', '(a - (b - c)) * x', '(a - (b - c)) * x[i]'],
    ['a * n[i]', 'a * to_vector(n)', 'a * n[i]'],
    // Whole numbers divide as numbers do, not as Stan's int.
    ['a * x[i] * (1 / 2)', 'a * x * 1.0 / 2', 'a * x[i] * 1.0 / 2'],
    ['n[i] / 2 + a', 'to_vector(n) / 2 + a', '1.0 * n[i] / 2 + a'],
    ['abs(n[i]) / 2 + a', 'abs(to_vector(n)) / 2 + a', '1.0 * abs(n[i]) / 2 + a'],
    ['a', 'rep_vector(a, N_y)', 'a'],
    ['a - -b * x[i]', 'a - (-b * x)', 'a - (-b * x[i])'],
  ])('%s', (expression, whole, element) => {
    expect(means(expression)).toEqual([whole, element]);
  });
});

describe('names', () => {
  test('one that Stan reserves, or that the program needs, steps aside', () => {
    const program = modelStan(
      read('y[i] ~ Normal(real + N, vector)\nreal, N ~ Normal(0, 1)\nvector ~ Exponential(1)', { observed: ['y'] }),
    );
    expect(block('parameters', program)).toEqual(['real real_;', 'real N;', 'real<lower=0> vector_;']);
    expect(block('data', program)[0]).toBe('int<lower=1> N_; // rows');
  });

  test('Greek letters are spelled out', () => {
    const program = modelStan(read('y[i] ~ Normal(μ, σ)\nμ ~ Normal(0, 1)\nσ ~ Exponential(1)', { observed: ['y'] }));
    expect(block('model', program)[0]).toBe('y ~ normal(mu, sigma);');
  });
});

test('a probability that only feeds a likelihood stays on the log-odds scale', () => {
  const program = modelStan(lectureModel('frogs-multilevel'));
  expect(block('model', program)[0]).toBe('S ~ binomial_logit(D, logit_p);');
  expect(block('transformed parameters', program)).toEqual(['vector[N] logit_p = alpha[T];']);
});
