import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lectureModel, table } from '../engine/run-model';
import { command, Folder } from './command';

const folder = new Folder();
const frogs = table('frogs');
const columns = { S: frogs.survived, D: frogs.density, T: frogs.tank };
const data = folder.write('frogs.json', columns);
const text = lectureModel('frogs-multilevel').text;
const model = folder.write('frogs.txt', text);
const onData = (name: string, content: unknown): string[] => [model, '--data', folder.write(name, content)];
const onText = (name: string, content: string): string[] => [folder.write(name, content), '--data', data];

beforeAll(() => command('--help'), 120_000);
afterAll(() => folder.remove());

/** What is wrong, the words of the command, and what the answer must hold. */
const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['no model', [], /Name the file that holds the model/],
  ['two models', [model, model, '--data', data], /Name one model file/],
  ['an unknown option', [model, '--date', data], /no option --date/],
  ['an option without its value', [model, '--data'], /--data needs a value/],
  ['a number that is none', [model, '--data', data, '--draws', 'many'], /--draws takes a whole number from 1/],
  ['a rate out of range', [model, '--data', data, '--target-accept', '1'], /between 0 and 1, not 1/],
  ['a knob without a value', [model, '--data', data, '--set', 'sigma'], /--set sigma cannot be read/],
  ['a knob that is not in the text', [model, '--data', data, '--set', 'tau=1'], /knob tau appears nowhere/],
  ['two actions', [model, '--data', data, '--prior', '--predict'], /one of --print, --prior/],
  ['a form that is none', [model, '--data', data, '--print', 'word'], /--print takes latex/],
  ['a file that is not there', ['nowhere.txt', '--data', data], /nowhere\.txt cannot be read: there is no such file\./],
  ['data that are not there', [model, '--data', 'nowhere.json'], /nowhere\.json cannot be read/],
  ['data that are not JSON', onData('broken.json', '{"S": [1,'), /broken\.json is not JSON/],
  ['data that are a list', onData('list.json', [1, 2]), /must hold one object/],
  ['a column that mixes kinds', onData('mixed.json', { ...columns, S: [1, 'two'] }), /S\[2\] is the text "two"/],
  ['a missing cell', onData('missing.json', { ...columns, S: [1, null] }), /S\[2\] is null/],
  [
    'a CSV that cannot be written',
    [model, '--data', data, '--prior', '--draws', '2', '--csv', folder.file('no/x.csv')],
    /cannot be written/,
  ],
  ['a syntax error', onText('syntax.txt', text.replace('D[i], p', 'D[i] p')), /^line 1, column \d+: .*\n.*\n +\^+\n/],
  [
    'an unknown distribution',
    onText('unknown.txt', text.replace('Exponential', 'Exponentail')),
    /line 5, column 9: .*\n.*\n {10}\^+\n.*Exponential/s,
  ],
  [
    'an unknown name',
    onText('name.txt', text.replace('sigma)\nalpha_bar', 'sigmma)\nalpha_bar')),
    /line 3, column \d+: .*sigmma.*\n.*\n +\^+\n.*sigma/s,
  ],
  ['a column too short', onData('short.json', { ...columns, D: [10] }), /line \d+, column \d+: .*\n.*\n +\^+\n/],
  [
    'an index of zero',
    onData('zero.json', { ...columns, T: frogs.tank.map((tank) => Number(tank) - 1) }),
    /T\[1\] is 0, but indices start at 1/,
  ],
  ['an outcome out of range', onData('range.json', { ...columns, S: frogs.survived.map(() => 99) }), /S\[1\] is 99/],
  ['an outcome that was not given', onData('less.json', { D: columns.D, T: columns.T }), /line 1, column 1/],
  ['no such vector', [model, '--data', data, '--noncentered', 'beta'], /beta is not a parameter/],
  [
    'no such outcome',
    [model, '--data', data, '--loo', 'T'],
    /--loo takes an observed variable of the model, not T\.\n +There is S/,
  ],
  [
    'no finite start',
    onText('start.txt', 'S[i] ~ Normal(m, s)\nm ~ Normal(0, 1)\ns ~ Uniform(1e-200, 1e-199)\n'),
    /No starting point/,
  ],
];

describe('a mistake', () => {
  it.concurrent.each(cases)(
    '%s: a sentence on standard error, and status 2',
    async (_, words, wanted) => {
      const { status, output, errors } = await command(...words);
      expect({ status, output }).toEqual({ status: 2, output: '' });
      expect(errors).toMatch(wanted);
      expect(errors).not.toMatch(/\n\s+at |node:|\.mjs|undefined|\[object/);
      expect(errors.trim()).toMatch(/[.?)]$/);
    },
    60_000,
  );

  it('is reported with the others of the same text', async () => {
    const two = text.replace('Exponential', 'Exponentail').replace('sigma)\nalpha_bar', 'sigmma)\nalpha_bar');
    const { errors } = await command(...onText('two.txt', two));
    expect(errors.match(/^line /gm)?.length).toBeGreaterThan(1);
  }, 60_000);
});
