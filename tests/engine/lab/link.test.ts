// Links to the lab: every document comes back as it went; damaged and hostile ones give a plain sentence and no exception.
import { describe, expect, it } from 'vitest';
import { blankDocument, lectureDocument } from '../../../src/engine/lab/document';
import type { LabDocument } from '../../../src/engine/lab/document';
import { examine } from '../../../src/engine/lab/examine';
import { readLink, writeLink } from '../../../src/engine/lab/link';
import { modelLink, textLink } from '../../../src/engine/lab/short-links';
import { randomStream } from '../../../src/math/random';
import type { Random } from '../../../src/math/random';
import { lectureModels } from '../../../src/models';
import { plainSentence } from './plain';

const hash = 'ab'.repeat(32);

function encoded(value: unknown): string {
  return `#lab=${Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')}`;
}

describe('links to the lab', () => {
  it('bring every lecture model back as it was, with seed and fingerprint', () => {
    for (const model of lectureModels.values()) {
      const document = lectureDocument(model);
      expect(readLink(`#${writeLink(document, 7, hash)}`)).toEqual({
        kind: 'read',
        value: { document, seed: 7, sampler: expect.any(Number), hash },
      });
    }
  });

  it('bring back Greek, quotation marks and a file’s name', () => {
    const document: LabDocument = {
      ...blankDocument,
      text: 'y[i] ~ Normal(μ, σ)  # “so” & <b>so</b>\n',
      declarations: [
        { role: 'observed', name: 'y', from: { column: 'Höhe, "m"', within: null } },
        { role: 'knob', name: 'σ', value: 1, minimum: 0.1, maximum: 5 },
      ],
      data: { kind: 'file', name: 'høst 100%.csv' },
      types: { 'Höhe, "m"': 'number' },
    };
    expect(readLink(writeLink(document, 1, null))).toMatchObject({ kind: 'read', value: { document, hash: null } });
  });

  it('carry the non-centred form, which older links say nothing of', () => {
    const document = { ...blankDocument, noncentered: ['alpha'] };
    expect(readLink(writeLink(document, 1, null))).toMatchObject({ kind: 'read', value: { document } });
    const { noncentered: _, ...older } = blankDocument;
    expect(readLink(encoded({ v: 1, ...older }))).toMatchObject({
      kind: 'read',
      value: { document: { noncentered: [] } },
    });
    for (const bad of ['alpha', [1], ['a b'], Array.from({ length: 500 }, (_one, k) => `a${k}`)]) {
      const read = readLink(encoded({ v: 2, ...blankDocument, noncentered: bad }));
      expect(plainSentence(read?.kind === 'refused' ? read.message : '')).toBe(true);
    }
  });

  it('name a lecture model and its knobs in short; a knob outside its range has its default', () => {
    const read = readLink(`#${modelLink('frogs-fixed-sigma', { sigma: 0.5 })}`);
    expect(read).toMatchObject({ kind: 'read', value: { document: { base: 'frogs-fixed-sigma' } } });
    const knobOf = (link: string): unknown => {
      const found = readLink(link);
      return found?.kind === 'read' ? found.value.document.declarations.find(({ role }) => role === 'knob') : null;
    };
    expect(knobOf('#model=frogs-fixed-sigma&sigma=0.5')).toMatchObject({ name: 'sigma', value: 0.5 });
    for (const bad of ['99', '-1', 'NaN', 'Infinity', '', '1;alert(1)'])
      expect(knobOf(`#model=frogs-fixed-sigma&sigma=${encodeURIComponent(bad)}`)).toMatchObject({ value: 1 });
  });

  it('open a text of their own on a blank page', () => {
    const text = 'y[i] ~ Poisson(lambda)\nlambda ~ Exponential(1)\n';
    expect(readLink(textLink(text))).toMatchObject({ kind: 'read', value: { document: { base: null, text } } });
  });

  it('open a text in a lecture model’s names on its data', () => {
    const text = `S[i] ~ Binomial(D[i], p[i])
logit(p[i]) = alpha[T[i]]
alpha[j] ~ StudentT(3, alpha_bar, sigma)
alpha_bar ~ Normal(0, 1.5)
sigma ~ Exponential(1)
`;
    const read = readLink(`#${textLink(text)}`);
    if (read?.kind !== 'read') throw new Error('refused');
    const { document } = read.value;
    expect(document).toMatchObject({ text, data: { kind: 'lecture', dataset: 'frogs' } });
    expect(examine(document).errors).toEqual([]);
  });

  it('are no business of the lab where they are anchors of a page', () => {
    for (const fragment of ['', '#', '#text', '#laboratory', '#mod']) expect(readLink(fragment)).toBeNull();
  });

  it('say what they ask for and cannot have', () => {
    const good = { v: 1, ...blankDocument };
    const sentences = [
      [{ ...good, v: 3 }, /another version/],
      [{ ...good, text: 'x'.repeat(30_000) }, /longer than 20000 characters/],
      [{ ...good, base: 'no-such-model' }, /model/],
      [{ ...good, settings: { ...good.settings, chains: 1000 } }, /chains lies outside 1 to 8/],
      [{ ...good, settings: { ...good.settings, draws: 1.5 } }, /draws is not a whole number/],
      [{ ...good, settings: { ...good.settings, metric: 'euclidean' } }, /metric/],
      [{ ...good, data: { kind: 'lecture', dataset: '../../etc/passwd' } }, /data set/],
      [{ ...good, data: { kind: 'simulated', rows: 1e9, members: 1, seed: 1 } }, /number of rows lies outside/],
      [
        { ...good, declarations: [{ role: 'knob', name: 's', value: 9, minimum: 0, maximum: 1 }] },
        /range of the knob s/,
      ],
      [{ ...good, declarations: [{ role: 'data', name: '__proto__', from: null }] }, /name/],
      [{ ...good, declarations: [{ role: 'data', name: 'x;alert(1)', from: null }] }, /name/],
      [{ ...good, declarations: Array.from({ length: 300 }, () => ({})) }, /more roles/],
      [{ ...good, hash: '<script>' }, /fingerprint/],
    ] as const;
    for (const [value, sentence] of sentences) {
      const read = readLink(encoded(value));
      expect(read?.kind).toBe('refused');
      expect(read?.kind === 'refused' ? read.message : '').toMatch(sentence);
    }
  });

  it('give a plain sentence and no exception, 500 hostile ones (seed 11)', () => {
    const random = randomStream(11, 1);
    let refused = 0;
    for (let k = 0; k < 500; k++) {
      const link = hostileLink(random);
      const read = readLink(link);
      if (read === null) throw new Error(`${link.slice(0, 60)} was taken for an anchor`);
      if (read.kind === 'refused') {
        refused++;
        expect(read.message, link.slice(0, 200)).toSatisfy(plainSentence);
        continue;
      }
      const { document } = read.value;
      expect(readLink(writeLink(document, 1, null))).toMatchObject({ kind: 'read' });
      expect(() => examine(document)).not.toThrow();
    }
    // A few of them happen to be harmless; most are not.
    expect(refused).toBeGreaterThan(400);
  });
});

const poison: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  'x'.repeat(25_000),
  '<img src=x onerror=alert(1)>',
  'constructor',
  '__proto__',
  '\\href{javascript:alert(1)}{x}',
  '\u0000\uFFFF\u202E',
  [],
  [[[[]]]],
  {},
  { toString: null },
  { kind: 'lecture' },
  { kind: 'file', name: {} },
  { role: 'knob', name: 'a', value: '1', minimum: 0, maximum: 2 },
];

/** A sound link with a part poisoned, cut, stretched or scrambled; or noise from the start. */
function hostileLink(random: Random): string {
  const models = [...lectureModels.values()];
  const sound: Record<string, unknown> = {
    v: 1,
    ...lectureDocument(models[random.integer(models.length)]),
    seed: 1,
  };
  const pick = (): unknown => poison[random.integer(poison.length)];
  switch (random.integer(7)) {
    case 0: {
      const keys = Object.keys(sound);
      return encoded({ ...sound, [keys[random.integer(keys.length)]]: pick() });
    }
    case 1: {
      const whole = encoded(sound);
      return whole.slice(0, 5 + random.integer(whole.length - 5));
    }
    case 2: {
      const whole = Array.from(encoded(sound));
      for (let n = 0; n < 8; n++)
        whole[5 + random.integer(whole.length - 5)] = String.fromCharCode(33 + random.integer(94));
      return whole.join('');
    }
    case 3:
      return `#lab=${Array.from({ length: random.integer(200) }, () => String.fromCodePoint(32 + random.integer(0xd000))).join('')}`;
    case 4:
      return encoded(pick());
    case 5:
      return `#${random.integer(2) === 0 ? 'model' : 'text'}=${encodeURIComponent(JSON.stringify(pick()))}&sigma=${encodeURIComponent(JSON.stringify(pick()))}`;
    default: {
      const text = JSON.stringify(sound);
      const at = random.integer(text.length);
      return encoded(text.slice(0, at) + String.fromCharCode(32 + random.integer(95)) + text.slice(at + 1));
    }
  }
}
