// What the lab says of a text: faults with what may be done about them, names, forms, and the form of the text itself.
import { describe, expect, it } from 'vitest';
import { completionsFor } from '../../../src/engine/lab/completions';
import { documentOf, lectureDocument } from '../../../src/engine/lab/document';
import type { Declaration, LabDocument } from '../../../src/engine/lab/document';
import { examine } from '../../../src/engine/lab/examine';
import type { Examination } from '../../../src/engine/lab/examine';
import { formatModel } from '../../../src/engine/lab/format-model';
import { parse } from '../../../src/lang/parser';
import { randomStream } from '../../../src/math/random';
import { lectureModels } from '../../../src/models';
import { classics } from '../../lang/classics';

function look(text: string, declarations: readonly Declaration[] = []): Examination {
  return examine({ base: null, text, declarations, noncentered: [] });
}

function documentAt(id: string, knobs: Readonly<Record<string, number>> = {}): LabDocument {
  const document = documentOf(id, knobs);
  if (document === null) throw new Error(`there is no model ${id}`);
  return document;
}

const frogs = `S[i] ~ Binomial(D[i], p[i])
logit(p[i]) = alpha[T[i]] + beta_P * P[i]
alpha[j] ~ Normal(alpha_bar, sigma)
beta_P ~ Normal(0, 0.5)
alpha_bar ~ Normal(0, 1.5)
`;
const given: readonly Declaration[] = [
  { role: 'observed', name: 'S', from: null },
  { role: 'data', name: 'D', from: null },
  { role: 'data', name: 'T', from: null },
];

describe('the lab looks at a text', () => {
  it('and finds no fault with any model of the lecture', () => {
    for (const model of lectureModels.values()) {
      const { errors, view } = examine(lectureDocument(model));
      expect(errors, model.id).toEqual([]);
      expect(view?.observed).toEqual(expect.arrayContaining([...model.roles.observed]));
      expect(view?.stan).toContain('parameters {');
      expect(view?.pymc).toContain('pm.Model');
    }
  });

  it('and offers to make a name without a role data or a knob, in its place, and never does so unasked', () => {
    const { errors, view } = look(frogs, given);
    expect(view).toBeNull();
    expect(errors.map(({ from, to, offers }) => [frogs.slice(from, to), offers.map(({ kind }) => kind)])).toEqual([
      ['P[i]', ['data']],
      ['sigma', ['data', 'knob']],
    ]);
    const taken = look(frogs, [
      ...given,
      { role: 'data', name: 'P', from: null },
      { role: 'knob', name: 'sigma', value: 1, minimum: 0.1, maximum: 5 },
    ]);
    expect(taken.errors).toEqual([]);
    expect(taken.view?.pymc).toContain('sigma = 1');
    expect(taken.view?.parameters).toEqual(['alpha', 'beta_P', 'alpha_bar']);
  });

  it('and prints programs with knobs where they stand, not where their sliders begin', () => {
    for (const value of [0.25, 3]) {
      const { view } = examine(documentAt('frogs-fixed-sigma', { sigma: value }));
      expect(view?.pymc).toContain(`sigma = ${value}  # chosen by hand`);
      expect(view?.pymc).not.toContain('sigma = 0.1');
      // Stan reads it from the data file.
      expect(view?.stan).toMatch(/data \{[^}]*real\S* sigma;/);
    }
  });

  it('and prints every form of a model in the parameterization that was chosen, the text as it is', () => {
    const document = documentAt('frogs-multilevel');
    const centred = examine(document);
    expect([centred.twoForms, centred.noncentered]).toEqual([['alpha'], []]);
    const other = examine({ ...document, noncentered: ['alpha', 'alpha_bar', 'gone'] });
    expect(other.noncentered).toEqual(['alpha']);
    expect(other.view?.parameters).toContain('alpha_z');
    expect(other.view?.stan).toContain('alpha_z ~ normal(0, 1);');
    expect(other.view?.pymc).toContain('alpha_z');
    expect(other.view?.latex).not.toBe(centred.view?.latex);
    expect(other.text).toBe(document.text);
  });

  it('and opens a lecture model in the form that the lecture samples it in', () => {
    expect(documentAt('frogs-fixed-sigma', { sigma: 0.1 }).noncentered).toEqual(['alpha']);
    expect(documentAt('frogs-fixed-sigma', { sigma: 1 }).noncentered).toEqual([]);
  });

  it('and offers that an outcome was observed', () => {
    const { errors } = look('y[i] ~ Poisson(lambda)\nlambda ~ Exponential(1)\n');
    expect(errors.flatMap(({ offers }) => offers)).toEqual([{ kind: 'observed', name: 'y' }]);
  });

  it('and lets declarations rest that the text has no use for', () => {
    const without = frogs.replace(' + beta_P * P[i]', '').replace('beta_P ~ Normal(0, 0.5)\n', '');
    const declared: readonly Declaration[] = [
      ...given,
      { role: 'data', name: 'P', from: null },
      { role: 'knob', name: 'sigma', value: 1, minimum: 0.1, maximum: 5 },
      { role: 'knob', name: 'gone', value: 1, minimum: 0.1, maximum: 5 },
    ];
    const { errors, declarations } = look(without, declared);
    expect(errors).toEqual([]);
    expect(declarations.map(({ name }) => name)).toEqual(['S', 'D', 'T', 'sigma']);
  });

  it('and says where a half-typed line stops making sense', () => {
    const { errors } = look('y[i] ~ Normal(mu,\nmu ~ Normal(0, 1)\n');
    expect(errors.length).toBeGreaterThan(0);
    for (const { from, to, message, fix } of errors) {
      expect(from).toBeLessThanOrEqual(to);
      expect(`${message} ${fix}`).toMatch(/^[A-Z'].*\.$/s);
    }
  });

  it('at any moment of typing a model in, without an exception', () => {
    for (let length = 0; length <= frogs.length; length++) {
      const { errors, view } = look(frogs.slice(0, length), given);
      expect(errors.length > 0 || view !== null).toBe(true);
    }
  });

  it('and knows what may be written', () => {
    const all = completionsFor(look(frogs, given));
    expect(all).toContainEqual({ text: 'Normal', kind: 'distribution', detail: 'Normal(mean, sd)' });
    expect(all).toContainEqual({ text: 'inv_logit', kind: 'function', detail: 'inv_logit(x)' });
    expect(all).toContainEqual({ text: 'alpha_bar', kind: 'name', detail: 'parameter' });
    expect(all).toContainEqual({ text: 'D', kind: 'name', detail: 'data' });
  });
});

describe('formatting', () => {
  it('leaves the lecture’s models as they are', () => {
    for (const { text } of lectureModels.values()) expect(formatModel(text)).toBe(text);
  });

  it('sets spaces as the book does, and keeps comments and signs', () => {
    const messy = '\n\ny[ i ]~Normal( mu[i] ,  sigma )# outcome\n\n\n\nmu[i]=-a+b*( x[i]-mean( x ) )^2 - -1\n';
    expect(formatModel(messy)).toBe(
      'y[i] ~ Normal(mu[i], sigma)  # outcome\n\nmu[i] = -a + b * (x[i] - mean(x))^2 - -1\n',
    );
    expect(formatModel('a ~ Normal(0,\n1)')).toBe('a ~ Normal(0,\n    1)\n');
  });

  it('leaves a text alone that holds what means nothing', () => {
    expect(formatModel('y ~ Normal(0; 1)')).toBe('y ~ Normal(0; 1)');
  });

  it('changes no token and does nothing the second time, whatever the spaces were (seed 13)', () => {
    const random = randomStream(13, 1);
    const texts = [...classics, ...lectureModels.values()].map(({ text }) => text);
    for (const text of texts) {
      const scrambled = text
        .replace(/[ ]*([~=+*/,()[\]])[ ]*/g, (_, sign: string) => {
          const blanks = (): string => ' '.repeat(random.integer(3));
          return `${blanks()}${sign}${blanks()}`;
        })
        .replace(/^ +/gm, '');
      const formatted = formatModel(scrambled);
      expect(formatModel(formatted)).toBe(formatted);
      expect(shape(formatted)).toBe(shape(text));
    }
  });
});

/** The tree without its places. */
function shape(text: string): string {
  const program = parse(text);
  if (!program.ok) throw new Error(program.errors[0].message);
  return JSON.stringify(program.value.statements, (key, value: unknown) =>
    key === 'span' || key === 'distributionSpan' ? undefined : value,
  );
}
