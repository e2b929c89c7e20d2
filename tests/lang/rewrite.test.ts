// Centred and non-centred: the same text back, the same posterior either way.
import { describe, expect, test } from 'vitest';
import type { Model, Roles } from '../../src/lang/model';
import { readModel } from '../../src/lang/resolve';
import { centered, noncentered } from '../../src/lang/rewrite';
import type { Result } from '../../src/lang/result';
import { build, randomPositions } from './checks';
import { testModel } from './models';

function sound(result: Result<Model>): Model {
  if (!result.ok) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.value;
}

const roles: Roles = { observed: ['y'], data: ['g'], knobs: [{ name: 'k', value: 1, minimum: 0.1, maximum: 3 }] };

function modelWith(prior: string): string {
  return `y[i] ~ Normal(a[g[i]], k)\n${prior}\nm ~ Normal(0, 1)\ns ~ Exponential(1) # the spread\n`;
}

const forms: readonly (readonly [string, string])[] = [
  ['a[j] ~ Normal(m, s)', 'a[j] = m + a_z[j] * s\na_z[j] ~ Normal(0, 1)'],
  ['a[j] ~ Normal(0, s)', 'a[j] = a_z[j] * s\na_z[j] ~ Normal(0, 1)'],
  ['a[j] ~ StudentT(4, m, s)  # heavy', 'a[j] = m + a_z[j] * s\na_z[j] ~ StudentT(4, 0, 1)  # heavy'],
  ['a[j] ~ Cauchy(m + 1, 2 * s)', 'a[j] = m + 1 + a_z[j] * (2 * s)\na_z[j] ~ Cauchy(0, 1)'],
  ['a[j] ~ Laplace(-m, (s))', 'a[j] = -m + a_z[j] * ((s))\na_z[j] ~ Laplace(0, 1)'],
  ['a[j]~Normal(m,s)', 'a[j]=m + a_z[j] * s\na_z[j] ~ Normal(0,1)'],
  ['a[j]  ~  Normal( m ,  exp(s) )', 'a[j]  =  m + a_z[j] * exp(s)\na_z[j] ~ Normal( 0 ,  1 )'],
  ['a[j] ~ Normal(m - k, k)', 'a[j] = m - k + a_z[j] * k\na_z[j] ~ Normal(0, 1)'],
];

describe.each(forms)('%s', (prior, expected) => {
  test('is rewritten, and comes back as it was', () => {
    const text = modelWith(prior);
    const away = sound(noncentered(sound(readModel(text, roles)), 'a'));
    expect(away.program.text).toBe(modelWith(expected));
    expect(away.symbols.get('a')?.role).toBe('deterministic');
    expect(away.symbols.get('a_z')?.role).toBe('parameter');
    const back = sound(centered(away, 'a'));
    expect(back.program.text).toBe(text);
    expect(sound(noncentered(back, 'a')).program.text).toBe(away.program.text);
  });
});

test.each(['a[j] ~ Normal(m,\n  s)', 'a[j] ~ Normal(\n  m +\n  k,\n  s *\n k)'])('over several lines: %j', (prior) => {
  const text = modelWith(prior);
  const away = sound(noncentered(sound(readModel(text, roles)), 'a'));
  expect(sound(centered(away, 'a')).program.text).toBe(text);
});

test('two vectors, undone in the order of their rewriting', () => {
  const { text, roles: own } = testModel('trolley-clusters');
  const once = sound(noncentered(sound(readModel(text, own)), 'a'));
  const twice = sound(noncentered(once, 'b'));
  expect(sound(centered(sound(centered(twice, 'a')), 'b')).program.text).toBe(text);
});

test.each(['frogs-multilevel', 'eight-schools-centred', 'two-levels', 'admissions', 'trolley-partial-story'])(
  '%s has the same posterior either way',
  (id) => {
    const { text, roles: own, data } = testModel(id);
    const name =
      {
        'frogs-multilevel': 'alpha',
        'eight-schools-centred': 'theta',
        'two-levels': 'c',
        admissions: 'b',
        'trolley-partial-story': 'beta',
      }[id] ?? '';
    const centred = build(text, own, data);
    const raw = build(sound(noncentered(sound(readModel(text, own)), name)).program.text, own, data);
    const [here, there] = [centred.instantiate(), raw.instantiate()];
    const gradient = new Float64Array(raw.dimension);
    const differences = randomPositions(raw.dimension, 5, 3).map((position) => {
      // The log densities differ by the log of the scale, once for each element: the Jacobian of the change of variables.
      const values = new Float64Array(raw.dimension);
      const derived = new Float64Array(raw.deterministics.reduce((sum, { size }) => sum + size, 0));
      there.constrain(position, values);
      there.deterministics(position, derived);
      const constrained = new Float64Array(raw.dimension);
      for (const { name: own2, offset, size } of centred.parameters) {
        const output = raw.deterministics.find((other) => other.name === own2);
        const source = raw.parameters.find((other) => other.name === own2);
        for (let k = 0; k < size; k++)
          constrained[offset + k] =
            output === undefined ? values[(source?.offset ?? NaN) + k] : derived[output.offset + k];
      }
      const moved = new Float64Array(raw.dimension);
      here.unconstrain(constrained, moved);
      const scaleName = {
        'frogs-multilevel': 'sigma',
        'eight-schools-centred': 'tau',
        'two-levels': 'sigma_c',
        admissions: 'sigma_b',
        'trolley-partial-story': 'sigma',
      }[id];
      const scale = raw.parameters.find((other) => other.name === scaleName);
      const size = centred.parameters.find((other) => other.name === name)?.size ?? NaN;
      return (
        there.logDensity(position, gradient) -
        here.logDensity(moved, gradient) -
        size * Math.log(values[scale?.offset ?? NaN])
      );
    });
    for (const difference of differences) expect(Math.abs(difference)).toBeLessThan(1e-9);
  },
);

test('what cannot be rewritten says why', () => {
  const say = (prior: string, name: string): string => {
    const result = noncentered(sound(readModel(modelWith(prior), roles)), name);
    return result.ok ? 'rewritten' : result.errors[0].message;
  };
  const usual = 'a[j] ~ Normal(m, s)';
  expect(say(usual, 's')).toMatch(/Exponential is not a location and a scale/);
  expect(say(usual, 'nothing')).toMatch(/not a parameter/);
  expect(say(usual, 'y')).toMatch(/not a parameter/);
  expect(say('a[j] ~ Normal(m, # why\n s)', 'a')).toMatch(/comment/);
  expect(say('a[j], b[j] ~ Normal(m, s)', 'a')).toMatch(/shares its line/);
  expect(say('a[j] ~ Normal(m, s)\na_z ~ Normal(0, 1)', 'a')).toMatch(/taken/);
  const cutpoints = sound(
    readModel('y[i] ~ OrderedLogit(0, c)\nc[k] ~ Normal(0, 1)\n', { observed: ['y'], data: [], knobs: [] }),
  );
  const refused = noncentered(cutpoints, 'c');
  expect(refused.ok ? '' : refused.errors[0].message).toMatch(/ordered/);
  const notRaw = centered(sound(readModel(modelWith(usual), roles)), 'a');
  expect(notRaw.ok ? '' : notRaw.errors[0].message).toMatch(/not in the non-centred form/);
});
