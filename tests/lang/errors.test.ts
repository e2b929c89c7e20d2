// Every error that a text can have: its place, its sentence, its fix.
import { describe, expect, test } from 'vitest';
import type { Roles } from '../../src/lang/model';
import { guessRoles } from '../../src/lang/roles';
import { parse } from '../../src/lang/parser';
import { readModel } from '../../src/lang/resolve';
import { formatErrors } from '../../src/lang/result';
import type { LanguageError } from '../../src/lang/result';

const roles: Roles = {
  observed: ['y'],
  data: ['x', 'g', 'n'],
  knobs: [{ name: 'k', value: 1, minimum: 0, maximum: 2 }],
};

function errorsOf(text: string, own: Roles = roles): readonly LanguageError[] {
  const model = readModel(text, own);
  return model.ok ? [] : model.errors;
}

/** A model that is sound but for the lines given. */
function around(...lines: readonly string[]): string {
  return ['y[i] ~ Normal(a[g[i]] + k, s)', ...lines].join('\n');
}
const sound = ['a[j] ~ Normal(0, 1)', 's ~ Exponential(1)'];

test('the frame of these tests is sound', () => {
  expect(errorsOf(around(...sound))).toEqual([]);
});

/** Text, line, column, what the sentence says, what the fix says. */
type Case = readonly [text: string, line: number, column: number, message: RegExp, fix: RegExp];

const form: readonly Case[] = [
  ['', 1, 1, /empty/, /first line/],
  ['# only words', 1, 1, /empty/, /first line/],
  ['y[i] ~ Normal(0, 1', 1, 19, /'\)' is missing before the end/, /Close/],
  ['y[i] ~ Normal 0, 1', 1, 15, /'\(' is missing before the number 0/, /parentheses/],
  ['y[i] ~', 1, 7, /A name is missing/, /distribution/],
  ['y[i ~ Normal(0, 1)', 1, 5, /'\]' is missing/, /Close/],
  ['y[i] Normal(0, 1)', 1, 6, /'~' is missing before 'Normal'/, /'~' and a distribution/],
  ['y[i] ~ Normal(0, 1) s ~ Exponential(1)', 1, 21, /complete before 's'/, /new line/],
  ['y[i] ~ Normal(0, 1))', 1, 20, /closes nothing/, /Remove/],
  ['y[1] ~ Normal(0, 1)', 1, 3, /A name is missing/, /letter/],
  ['y[i, i] ~ Normal(0, 1)', 1, 6, /letter i is used twice/, /letter of its own/],
  ['y[g[i]] ~ Normal(0, 1)', 1, 4, /plain letter/, /y\[j\]/],
  ['exp(p) = 1', 1, 1, /exp\(…\) cannot stand/, /logit\(name\) or log\(name\)/],
  ['logit(p[i]) ~ Normal(0, 1)', 1, 13, /belongs to a name/, /left of ~/],
  ['p, q = 1', 1, 4, /Only one name/, /one line for each/],
  ['p == 1', 1, 4, /'=='/, /single '='/],
  ['p <- 1', 1, 3, /'<' means nothing/, /'='/],
  ['p = 2 ** 3', 1, 8, /'\*\*'/, /'\^'/],
  ['p = 1;', 1, 6, /';' means nothing/, /line of its own/],
  ['p = {1}', 1, 5, /'\{' means nothing/, /no loops/],
  ['p = _a', 1, 5, /'_' means nothing/, /starts with a letter/],
  ['p = 1 + ', 1, 9, /A value is missing before the end/, /number, a name/],
  ['p = 1e999', 1, 5, /too large/, /1\.8e308/],
  [`p = ${'('.repeat(200)}1`, 1, 65, /nested too deeply/, /names on lines/],
];

const names: readonly Case[] = [
  [
    around('a[j] ~ Normal(0, sgma)', 'sigma ~ Exponential(1)', 's ~ Exponential(1)'),
    2,
    18,
    /sgma has no role/,
    /Did you mean sigma\?/,
  ],
  [
    around('a[j] ~ Normal(0, zzz)', 's ~ Exponential(1)'),
    2,
    18,
    /zzz has no role/,
    /^Give it a prior, such as zzz ~ Normal\(0, 1\), or declare/,
  ],
  [
    around('a[j] ~ Normal(0, 1)', 'a[j] ~ Normal(1, 1)', 's ~ Exponential(1)'),
    3,
    1,
    /a has two distributions, here and on line 2/,
    /Keep one/,
  ],
  [around('a[j] = 1', 'a[j] ~ Normal(1, 1)', 's ~ Exponential(1)'), 3, 1, /a is defined twice/, /Keep one/],
  [
    around('a[j] ~ Normal(m, 1)', 'm ~ Normal(mean(a), 1)', 's ~ Exponential(1)'),
    2,
    1,
    /circle: a → m → a/,
    /Remove one/,
  ],
  [around('a[j] ~ Normal(0, 1)', 's = s + 1'), 3, 1, /s depends on itself/, /Remove/],
  [
    around('a[j] ~ Normal(0, 1)', 's ~ Exponental(1)'),
    3,
    5,
    /no distribution Exponental/,
    /Did you mean Exponential\?/,
  ],
  [around('a[j] ~ Normal(0, 1)', 's ~ Exponential(1, 2)'), 3, 5, /takes 1 argument, not 2/, /Exponential\(rate\)/],
  [around('a[j] ~ Normal(0)', 's ~ Exponential(1)'), 2, 8, /takes 2 arguments, not 1/, /Normal\(mean, sd\)/],
  [around('a[j] ~ Normal(lg(2), 1)', 's ~ Exponential(1)'), 2, 15, /no function lg/, /Did you mean log\?/],
  [around('a[j] ~ Normal(exp(1, 2), 1)', 's ~ Exponential(1)'), 2, 15, /exp takes 1 argument, not 2/, /exp\(x\)/],
  [
    around('a[j] ~ Normal(mean(x + 1), 1)', 's ~ Exponential(1)'),
    2,
    20,
    /mean takes the name of a vector/,
    /line of its own/,
  ],
  [around(...sound, 'exp ~ Normal(0, 1)'), 4, 1, /exp is a function/, /another name/],
  [around(...sound, 'x[i] ~ Normal(0, 1)'), 4, 1, /x is data, but the text draws it/, /observed/],
  [around(...sound, 'y[i] = 1'), 4, 1, /y is defined twice/, /Keep/],
  [around(...sound, 'k ~ Normal(0, 1)'), 4, 1, /k is a knob/, /knob k/],
  [
    around(...sound, 'σ ~ Exponential(1)', 'sigma ~ Exponential(1)'),
    5,
    1,
    /sigma and σ are two spellings/,
    /everywhere/,
  ],
];

const indices: readonly Case[] = [
  [
    around('a[j] ~ Normal(b[0], 1)', 'b[j] ~ Normal(0, 1)', 's ~ Exponential(1)'),
    2,
    17,
    /Indices start at 1/,
    /Write 1/,
  ],
  [
    around('a[j] ~ Normal(b[1.5], 1)', 'b[j] ~ Normal(0, 1)', 's ~ Exponential(1)'),
    2,
    17,
    /1\.5 is not an index/,
    /whole number/,
  ],
  [
    around('a[j] ~ Normal(b[j + 1], 1)', 'b[j] ~ Normal(0, 1)', 's ~ Exponential(1)'),
    2,
    17,
    /letter, a data column, or a number/,
    /data/,
  ],
  [
    around('a[j] ~ Normal(b[i], 1)', 'b[j] ~ Normal(0, 1)', 's ~ Exponential(1)'),
    2,
    17,
    /i is not an index of this line/,
    /The line has j/,
  ],
  [
    around('a[j] ~ Normal(b[s], 1)', 'b[j] ~ Normal(0, 1)', 's ~ Exponential(1)'),
    2,
    17,
    /s is a parameter, and cannot be an index/,
    /data column/,
  ],
  [around('a[j] ~ Normal(j, 1)', 's ~ Exponential(1)'), 2, 15, /j is an index here, not a value/, /column/],
  [
    around('a[j] ~ Normal(s[j], 1)', 's ~ Exponential(1)'),
    2,
    15,
    /s is used with 1 index here, but as a single number on line 3/,
    /s alone/,
  ],
  [
    'y[i] ~ Normal(a, 1)\na[j] ~ Normal(0, 1)',
    1,
    15,
    /a is used as a single number here, but with 1 index on line 2/,
    /a\[j\]/,
  ],
  [around('a[j] ~ Normal(k[j], 1)', 's ~ Exponential(1)'), 2, 15, /knob k is a single number/, /k alone/],
  ['y[i, j] ~ Normal(b[g], k)\nb[c] ~ Normal(0, 1)', 1, 20, /several indices, so g needs one/, /g\[i\] or g\[j\]/],
  ['y[i] ~ OrderedLogit(k, 1 + 2)', 1, 24, /whole vector/, /kappa\[k\]/],
];

const priors: readonly Case[] = [
  [
    around('a[j] ~ Normal(0, 1)', 's ~ Normal(0, 1)'),
    1,
    28,
    /s is the sd of Normal, which is positive, but its prior is wider/,
    /HalfNormal, Exponential or Gamma/,
  ],
  [
    around('a[j] ~ Normal(0, 1)', 's = r', 'r ~ StudentT(3, 0, 1)'),
    1,
    28,
    /r is the sd of Normal/,
    /HalfNormal, Exponential or Gamma/,
  ],
  ['y[i] ~ Bernoulli(p + 0 * k)\np ~ Beta(1, 1)\nn ~ Poisson(2)', 3, 1, /n is data/, /observed/],
  [
    'y[i] ~ Bernoulli(p[i])\np[i] ~ Normal(k, 1)',
    1,
    18,
    /p is the p of Bernoulli, which is a probability/,
    /Beta or Uniform\(0, 1\)/,
  ],
  [
    'y[i] ~ Binomial(m, 0.5)\nm ~ Exponential(k)',
    1,
    17,
    /trials of Binomial is data or a constant, but m is a parameter/,
    /in the data/,
  ],
  ['y[i] ~ Binomial(m + 1, 0.5)\nm ~ Exponential(k)', 1, 17, /data or a constant, but m is not/, /in the data/],
  ['y[i] ~ Poisson(r)\nr ~ Normal(k, 1)', 1, 16, /r is the rate of Poisson/, /log\(rate\) = r/],
  [
    'y[i] ~ Poisson(exp(r))\nr ~ Poisson(k)',
    2,
    1,
    /r is not declared as observed, and Poisson would make it a discrete parameter/,
    /observed/,
  ],
  ['y[i] ~ Normal(m, k)\nm ~ Normal(0, -1)', 2, 15, /sd of Normal is positive, not -1/, /Normal\(mean, sd\)/],
  ['y[i] ~ Normal(m, k)\nm ~ Uniform(1, 1)', 2, 13, /1 is not below the upper bound 1/, /Swap/],
  [
    'y[i] ~ Normal(m, k)\nm ~ Uniform(0, b)\nb ~ Exponential(1)',
    2,
    16,
    /bounds of m are constants, data or knobs, but b/,
    /constant/,
  ],
  [
    'y[i] ~ OrderedLogit(k, c)\nc[j] ~ Exponential(1)',
    1,
    24,
    /Cutpoints range over all numbers, but the prior of c does not/,
    /Normal/,
  ],
  [
    'y[i] ~ OrderedLogit(k, c)\nc[j] ~ Normal(x[j], 1)',
    2,
    1,
    /share one prior, but that of c changes with j/,
    /Leave j out/,
  ],
  [
    around(...sound, 'mu[i] = x[i]', 'z[i] ~ Normal(mu[i], 1)'),
    5,
    1,
    /z would be a parameter with one value for each i, and nothing reads it/,
    /observed/,
  ],
];

const groups = { form, names, indices, priors };
describe.each(Object.entries(groups))('%s', (_, cases) => {
  test.each(cases)('%j', (text, line, column, message, fix) => {
    const errors = errorsOf(text);
    const wanted = errors.find((error) => message.test(error.message));
    if (wanted === undefined) throw new Error(`not among:\n${formatErrors(text, errors)}`);
    expect([wanted.line, wanted.column]).toEqual([line, column]);
    expect(wanted.fix).toMatch(fix);
  });
});

test('several errors are reported together, in the order of the text', () => {
  const text = around('a[j] ~ Nrmal(0, 1)', 's ~ Normal(0, 1)', 'b ~ Normal(zz, 1, 2)', 'c = exp(1, 2)');
  expect(errorsOf(text).map(({ line, column }) => `${line}:${column}`)).toEqual(['1:28', '2:8', '4:5', '4:12', '5:5']);
});

test('errors of form do not hide those of other lines', () => {
  expect(errorsOf('y[i] ~ Normal(0, 1\nb ~ Nrmal(0, 1)\nc = ').map(({ line }) => line)).toEqual([2, 2, 3]);
});

describe('roles', () => {
  const text = around(...sound);
  test('an observed name that nothing draws', () => {
    const [error] = errorsOf('yy[i] ~ Normal(0, k)', { ...roles, observed: ['y'] });
    expect(error.message).toBe('y is declared as observed, but no line of the text draws it.');
    expect(error.fix).toMatch(/Did you mean yy\?/);
  });
  test('a knob that the text does not use', () => {
    const own: Roles = { ...roles, knobs: [...roles.knobs, { name: 'sigma', value: 1, minimum: 0, maximum: 1 }] };
    expect(errorsOf(text, own).map(({ message }) => message)).toEqual(['The knob sigma appears nowhere in the text.']);
  });
  test('a name declared twice', () => {
    expect(errorsOf(text, { ...roles, observed: ['y', 'x'] })[0].message).toMatch(
      /x is declared twice|declared as observed/,
    );
  });
  test('a knob outside the domain of what it feeds', () => {
    const own: Roles = { ...roles, knobs: [{ name: 'k', value: -1, minimum: -1, maximum: 1 }] };
    expect(errorsOf('y[i] ~ Normal(0, k)', own)[0].message).toBe('The sd of Normal is positive, but the knob k is -1.');
  });
  test('guessed from what the data hold and what was set', () => {
    const program = parse(text);
    if (!program.ok) throw new Error('unreadable');
    const guessed = guessRoles(program.value, ['y', 'g', 'unused'], { k: 0.5 });
    expect(guessed).toEqual({
      observed: ['y'],
      data: ['g', 'unused'],
      knobs: [{ name: 'k', value: 0.5, minimum: 0.5, maximum: 0.5 }],
    });
    expect(errorsOf(text, guessed)).toEqual([]);
  });
});

test('the caret stands under the fault', () => {
  const text = around('a[j] ~ Normal(0, sgma)', 'sigma ~ Exponential(1)', 's ~ Exponential(1)');
  expect(formatErrors(text, errorsOf(text))).toBe(
    [
      'line 2, column 18: sgma has no role: nothing draws or defines it, and it is neither data nor a knob.',
      '  a[j] ~ Normal(0, sgma)',
      '                   ^^^^',
      '  Did you mean sigma? Give it a prior, such as sgma ~ Normal(0, 1), or declare it as data or as a knob.',
    ].join('\n'),
  );
});
