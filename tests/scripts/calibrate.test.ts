import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { designOf } from '../../scripts/calibrate/designs';
import { namesOf } from '../../scripts/calibrate/form';
import { createGenerator } from '../../scripts/calibrate/generator';
import { help, readOptions } from '../../scripts/calibrate/options';
import { tableOf } from '../../scripts/calibrate/report';
import type { Report } from '../../scripts/calibrate/report';
import { lectureKey, lectureSources } from '../../src/engine/lecture-run';
import type { Column } from '../../src/lang/data';
import { randomStream } from '../../src/math/random';
import { lectureModels } from '../../src/models';
import type { LectureModel } from '../../src/models';
import { lectureModel } from '../engine/run-model';

const read = (file: string): string => readFileSync(new URL(`../../public/data/${file}`, import.meta.url), 'utf8');

describe('the command line of calibrate', () => {
  it('explains its options, in lines that a terminal holds', () => {
    for (const id of lectureModels.keys()) expect(help).toContain(id);
    for (const line of help.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
    expect(readOptions(['--help'])).toEqual({ kind: 'help' });
  });

  it('samples without funnels unless told', () => {
    const form = (...words: string[]): unknown => {
      const options = readOptions(['frogs-multilevel', ...words]);
      return options.kind === 'run' ? options.options.form : options;
    };
    expect(form()).toEqual({ kind: 'without funnels' });
    expect(form('--centered')).toEqual({ kind: 'as written' });
    expect(form('--noncentered', 'alpha')).toEqual({ kind: 'chosen', names: ['alpha'] });
  });

  it.each([
    [[], /Name one model/],
    [['frogs'], /no model frogs; it has cafes-memory/],
    [['frogs-multilevel', '--simulations', '10'], /--simulations takes a whole number from 50/],
    [['frogs-multilevel', '--workers', '0'], /--workers takes a whole number from 1 to 64, not 0/],
    [['frogs-multilevel', '--set', 'sigma=1'], /no knob sigma; it has none/],
    [['frogs-multilevel', '--centered', '--noncentered', 'alpha'], /contradict each other/],
    [['frogs-multilevel', '--metric', 'round'], /--metric takes one of diagonal, low-rank, dense, not round/],
    [['frogs-multilevel', '--dance'], /'--dance'\. See --help/],
  ])('%j is refused in a sentence', (words, wanted) => {
    const options = readOptions(words);
    if (options.kind !== 'wrong') throw new Error(`read as ${options.kind}`);
    expect(options.message).toMatch(wanted);
  });
});

describe('the verdict', () => {
  const report: Report = {
    model: 'frogs-multilevel',
    rows: '48 tanks',
    noncentered: [],
    metric: 'diagonal',
    seconds: 10,
    simulations: 100,
    failures: { count: 0, first: null },
    divergences: 0,
    slowFits: 0,
    falseAlarm: 0.001,
    quantities: [],
    uniform: true,
  };
  const verdict = (part: Partial<Report>): string | undefined =>
    tableOf({ ...report, ...part })
      .split('\n')
      .at(-1);

  it('is no plain one where steps diverged', () => {
    expect(verdict({})).toMatch(/^Uniform \([^)]*\)\.$/);
    expect(verdict({ divergences: 812 })).toMatch(/, but 812 transitions diverged, .*; try it without --centered\.$/);
    expect(verdict({ divergences: 1, noncentered: ['alpha'] })).toMatch(/, but a transition diverged, .* visited\.$/);
  });
});

describe('vectors sampled through a raw one', () => {
  const names = (id: string): readonly string[] => namesOf({ kind: 'without funnels' }, lectureModel(id), []);

  it('are those whose scale is sampled', () => {
    expect(names('frogs-multilevel')).toEqual(['alpha']);
    expect(names('cafes-memory')).toEqual(['a']);
    expect(names('trolley-full')).toEqual(['a', 'b']);
  });

  it('are not those whose scale is known, nor those written that way', () => {
    for (const id of ['frogs-fixed-sigma', 'frogs-no-pooling', 'cafes-amnesia', 'mundlak-latent', 'trolley-complete'])
      expect(names(id)).toEqual([]);
  });
});

function worldOf(model: LectureModel): { readonly levels: ReadonlyMap<string, number>; readonly rows: number } {
  const design = designOf(model.dataset, read);
  const { source, knobs } = lectureKey(lectureSources(model, design.table), {}, 1);
  const data = { ...source.data, ...design.levels };
  const generator = createGenerator({ ...source, data }, knobs);
  if (!generator.ok) throw new Error(generator.errors[0].message);
  const { elements, draw } = generator.value;
  const levels = new Map<string, number>();
  for (const element of elements) {
    const name = element.replace(/\[.*/, '');
    levels.set(name, (levels.get(name) ?? 0) + 1);
  }
  return { levels, rows: lengthOf(draw(randomStream(1)).data[model.roles.observed[0]]) };
}

/** Of a drawn outcome: numbers, or responses that keep their levels. */
function lengthOf(column: Column): number {
  if (column instanceof Float64Array) return column.length;
  if (typeof column === 'object' && 'kind' in column && column.kind === 'index') return column.values.length;
  throw new Error('no such outcome is drawn');
}

function different(column: readonly (number | string)[]): string[] {
  return [...new Set(column.map(String))];
}

describe('designs', () => {
  it('of the trolley hold every story, treatment, participant and response', () => {
    const design = designOf('trolley', read);
    const { story, participant, action, intention, contact } = design.table;
    expect(story).toHaveLength(240);
    expect(different(story)).toHaveLength(12);
    expect(different(participant)).toHaveLength(20);
    expect(different(participant.map((who, row) => `${who} ${story[row]}`))).toHaveLength(240);
    for (const treatment of [action, intention, contact]) expect(different(treatment).sort()).toEqual(['0', '1']);
    expect(design.rows).toContain('240 of 9,930');
    const { levels, rows } = worldOf(lectureModel('trolley-full'));
    expect([levels.get('a'), levels.get('b'), levels.get('kappa'), rows]).toEqual([12, 20, 6, 240]);
  });

  it('of the cafes hold one that is never visited', () => {
    const { levels, rows } = worldOf(lectureModel('cafes-memory'));
    expect([levels.get('a'), rows]).toEqual([7, 25]);
    expect(designOf('cafes', read).table.cafe).not.toContain(7);
  });

  it.each([...lectureModels.keys()])('let worlds of %s be drawn', (id) => {
    expect(worldOf(lectureModel(id)).rows).toBeGreaterThan(20);
  });
});
