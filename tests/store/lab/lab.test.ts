// The lab under the hand: what is said at each step on the way from a lecture model to one with a predictor more, knobs, data, links.
import { describe, expect, it } from 'vitest';
import { blankDocument, documentOf } from '../../../src/engine/lab/document';
import type { LabDocument } from '../../../src/engine/lab/document';
import { keepDocument, keepFile, keptDocument, keptFile, longestKeptFile } from '../../../src/store/lab/keep';
import type { KeptShelf } from '../../../src/store/lab/keep';
import { readinessOf } from '../../../src/store/lab/readiness';
import { dataWords, titleOf } from '../../../src/store/lab/words';
import { labStatus } from '../../../src/store/lab/status';
import type { LabFit } from '../../../src/store/lab/fits';
import { newLab, newRunner, runLab, when } from './desk';

function lecture(id: string, knobs?: Readonly<Record<string, number>>): LabDocument {
  const document = documentOf(id, knobs);
  if (document === null) throw new Error(`there is no model ${id}`);
  return document;
}

describe('the lab', () => {
  it('takes a newcomer from the frogs to the frogs with predators', { timeout: 30_000 }, async () => {
    const lab = newLab();
    const sentence = (): string => readinessOf(lab.store.getState()).sentence;
    lab.load(lecture('frogs-multilevel'));
    await lab.settled();
    expect(readinessOf(lab.store.getState()).kind).toBe('ready');
    expect(lab.store.getState().weight).toMatchObject({ weight: { parameters: 50, observations: 48 } });

    lab.edit(
      lab.store.getState().document.text.replace('alpha[T[i]]', 'alpha[T[i]] + beta_P * P[i]') +
        'beta_P ~ Normal(0, 0.5)\n',
    );
    await lab.settled();
    expect(sentence()).toBe('First mend what is marked in the model.');
    expect(lab.store.getState().examination.errors.flatMap(({ offers }) => offers)).toEqual([
      { kind: 'data', name: 'P' },
    ]);
    lab.declare({ role: 'data', name: 'P', from: null });
    await lab.settled();
    expect(sentence()).toBe('Choose the column of P first.');
    lab.declare({ role: 'data', name: 'P', from: { column: 'predators', within: null } });
    lab.change((now) => ({ ...now, settings: { ...now.settings, warmup: 200, draws: 200, metric: 'low-rank' } }));
    const fit = await runLab(lab);
    expect(fit.title).toBe('1. frogs-multilevel, edited');
    expect(fit.data).toBe('Reed frogs (48 tanks)');
    const { summary, draws } = fit.result;
    const element = draws.parameters.elements.indexOf('beta_P');
    // Quadrature gives -1.83 with sd 0.30: 800 draws know the mean within 0.05.
    expect(Math.abs((summary.parameters[element].mean ?? NaN) + 1.83)).toBeLessThan(0.15);
  });

  it('opens every model of the lecture ready to be run', { timeout: 60_000 }, async () => {
    const lab = newLab();
    for (const id of ['cafes-memory', 'trolley-full', 'frogs-fixed-sigma', 'mundlak-mundlak', 'mundlak-latent']) {
      lab.load(lecture(id));
      await lab.settled();
      expect([id, readinessOf(lab.store.getState())]).toEqual([id, { kind: 'ready', sentence: '' }]);
    }
  });

  it('makes no new model when a knob moves', async () => {
    const lab = newLab();
    lab.load(lecture('frogs-fixed-sigma', { sigma: 0.5 }));
    await lab.settled();
    const { data } = lab.store.getState();
    lab.declare({ role: 'knob', name: 'sigma', value: 2, minimum: 0.1, maximum: 5 });
    await lab.settled();
    expect(lab.store.getState().data).toBe(data);
  });

  it('samples the other form where it is asked for, and says so', { timeout: 30_000 }, async () => {
    const lab = newLab();
    lab.load(lecture('frogs-multilevel'));
    lab.change((now) => ({
      ...now,
      noncentered: ['alpha'],
      settings: { ...now.settings, warmup: 200, draws: 200 },
    }));
    const fit = await runLab(lab);
    expect(fit.title).toBe('1. frogs-multilevel, non-centred');
    const { parameters, deterministics } = fit.names;
    expect(parameters.map(({ name }) => name)).toContain('alpha_z');
    expect(deterministics.map(({ name }) => name)).toContain('alpha');
    // The same posterior: alpha_bar is 1.35 by quadrature, with sd 0.25.
    const element = fit.result.draws.parameters.elements.indexOf('alpha_bar');
    expect(Math.abs((fit.result.summary.parameters[element].mean ?? NaN) - 1.35)).toBeLessThan(0.15);
    // A fault that only the data show stands where the text was written.
    lab.declare({ role: 'data', name: 'D', from: { column: 'survived', within: null } });
    lab.declare({ role: 'observed', name: 'S', from: { column: 'density', within: null } });
    await lab.settled();
    const { weight } = lab.store.getState();
    expect(weight.kind === 'errors' ? weight.errors[0].line : weight).toBe(1);
  });

  it('shows a glimpse while a knob moves, from where the last run ended, and the run of the key at rest', async () => {
    const lab = newLab();
    lab.load(lecture('frogs-fixed-sigma', { sigma: 1 }));
    lab.change((now) => ({ ...now, settings: { ...now.settings, warmup: 200, draws: 200 } }));
    await lab.settled();
    const runner = newRunner(lab);
    runner.glimpse();
    expect(lab.store.getState()).toMatchObject({ moving: false, preview: null });
    runner.run();
    const first = await when(lab, ({ fit }) => fit);
    const mean = ({ result }: LabFit): number => result.summary.parameters[0].mean ?? NaN;
    const knob = lab.store.getState().document.declarations.find((one) => one.role === 'knob');
    if (knob?.role !== 'knob') throw new Error('sigma is no knob');
    for (const sigma of [0.9, 0.5, 0.3]) {
      lab.declare({ ...knob, value: sigma });
      runner.glimpse();
    }
    expect(labStatus(lab.store.getState())).toMatchObject({ status: { kind: 'moving' } });
    const glimpse = await when(lab, ({ preview }) => (preview?.runKey.knobs.sigma === 0.3 ? preview : null));
    expect(lab.store.getState().fits).toEqual([first]);
    lab.store.setState({ moving: false });
    expect(labStatus(lab.store.getState())).toMatchObject({ status: { kind: 'stopped', shows: 'preview' } });
    runner.run();
    const second = await when(lab, ({ fit }) => (fit === first ? null : fit));
    expect(lab.store.getState().preview).toBeNull();
    // 1,000 and 800 draws of the same posterior, and of one that is another.
    expect(Math.abs(mean(glimpse) - mean(second))).toBeLessThan(0.15);
    expect(Math.abs(mean(first) - mean(second))).toBeGreaterThan(0.3);
  });

  it('weighs a model once, however far its knob is moved', async () => {
    let asked = 0;
    const lab = newLab(() => asked++);
    lab.load(lecture('frogs-fixed-sigma', { sigma: 1 }));
    await lab.settled();
    const before = asked;
    for (let k = 1; k <= 50; k++)
      lab.declare({ role: 'knob', name: 'sigma', value: k / 20, minimum: 0.01, maximum: 5 });
    await lab.settled();
    // A new range is a new model; the moves after the first are none.
    expect(asked - before).toBeLessThanOrEqual(1);
    expect(readinessOf(lab.store.getState()).kind).toBe('ready');
  });

  it('shows at its place what only the data can tell', async () => {
    const lab = newLab();
    lab.load(lecture('frogs-multilevel'));
    lab.declare({ role: 'data', name: 'D', from: { column: 'survived', within: null } });
    lab.declare({ role: 'observed', name: 'S', from: { column: 'density', within: null } });
    await lab.settled();
    const { weight } = lab.store.getState();
    expect(weight.kind === 'errors' ? weight.errors[0].line : weight).toBe(1);
    expect(readinessOf(lab.store.getState()).kind).toBe('waiting');
  });

  it('asks for the file of a link, and takes the columns as the link says once it has it', async () => {
    const lab = newLab();
    lab.load({
      ...blankDocument,
      text: 'y[i] ~ Poisson(lambda)\nlambda ~ Exponential(1)\n',
      declarations: [{ role: 'observed', name: 'y', from: { column: 'n', within: null } }],
      data: { kind: 'file', name: 'counts.csv' },
    });
    await lab.settled();
    expect(lab.store.getState().table).toMatchObject({ kind: 'refused' });
    await lab.openFile('mine.csv', { kind: 'pasted', text: 'n\n1\n4\n2\n' });
    expect(readinessOf(lab.store.getState()).kind).toBe('ready');
    expect(dataWords(lab.store.getState().document)).toBe('mine.csv');
    await lab.openFile('bad.csv', { kind: 'pasted', text: 'n,n\n1,2\n' });
    expect(lab.store.getState().table).toEqual({
      kind: 'refused',
      message: 'Two columns are named n. Give each column a name of its own.',
    });
  });

  it('says what it simulates cannot be, where the prior runs away', async () => {
    const lab = newLab();
    lab.load({
      ...blankDocument,
      text: 'y[i] ~ Poisson(lambda[i])\nlog(lambda[i]) = a * x[i]\na ~ Normal(0, 100000)\n',
      declarations: [
        { role: 'observed', name: 'y', from: null },
        { role: 'data', name: 'x', from: null },
      ],
    });
    lab.chooseData({ kind: 'simulated', rows: 50, members: 5, seed: 1 });
    await lab.settled();
    expect(lab.store.getState().data).toMatchObject({ kind: 'problem' });
  });

  it('names its models', () => {
    expect(titleOf(blankDocument)).toBe('my model');
    expect(titleOf(lecture('frogs-predators'))).toBe('frogs-predators');
  });
});

describe('what is kept', () => {
  function shelf(): KeptShelf & { readonly all: Map<string, string> } {
    const all = new Map<string, string>();
    return {
      all,
      read: (key) => all.get(key) ?? null,
      write: (key, text) => {
        all.set(key, text);
        return true;
      },
      remove: (key) => void all.delete(key),
    };
  }

  it('comes back as it was; what was tampered with does not', () => {
    const one = shelf();
    const document = lecture('mundlak-latent');
    keepDocument(one, document);
    expect(keptDocument(one)).toEqual(document);
    for (const bad of ['', '{', 'null', '[]', '{"v":1}', JSON.stringify({ v: 1, ...document, settings: null })]) {
      for (const key of one.all.keys()) one.all.set(key, bad);
      expect(keptDocument(one)).toBeNull();
    }
  });

  it('holds files up to a length', () => {
    const one = shelf();
    expect(keepFile(one, 'a\n1\n')).toBe(true);
    expect(keptFile(one)).toBe('a\n1\n');
    expect(keepFile(one, 'x'.repeat(longestKeptFile + 1))).toBe(false);
    expect(keptFile(one)).toBeNull();
  });
});
