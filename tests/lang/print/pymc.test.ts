// PyMC programs of the lecture's models and of classic ones: read line by line, and parsed by Python where there is one. All but one were
// also run against a NumPy stand-in for PyMC, which checked the shape of every dims and the log density against ours.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { modelPymc } from '../../../src/lang/print/pymc';
import { lectureModels } from '../../../src/models';
import { classics } from './classics';
import { lectureModel, read } from './read';

const lecture = [...lectureModels.keys()].map((id): [string, string] => [id, modelPymc(lectureModel(id))]);
const others = Object.entries(classics).map(([id, { text, roles }]): [string, string] => [
  id,
  modelPymc(read(text, roles)),
]);

test.each([...lecture, ...others])('%s', (_, program) => {
  expect(program).toMatchSnapshot();
});

const python = spawnSync('python3', ['--version']).status === 0;

test.skipIf(!python)('every program is Python', () => {
  const source = JSON.stringify([...lecture, ...others]);
  const script = 'import ast, json, sys\nfor name, text in json.load(sys.stdin): ast.parse(text, name)';
  const { status, stderr } = spawnSync('python3', ['-c', script], { input: source, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

describe('data', () => {
  test('columns and the file may have names of their own', () => {
    const program = modelPymc(lectureModel('frogs-multilevel'), {
      file: 'frogs.csv',
      columns: { S: 'survived', D: 'density', T: 'tank' },
    });
    expect(program).toContain('pd.read_csv("frogs.csv")');
    expect(program).toContain('T_levels, T = levels(data["tank"])');
    expect(program).toContain('    "tank": T_levels,');
  });

  test('group-level data come from JSON, since a table has one length', () => {
    expect(modelPymc(lectureModel('mundlak-naive'))).toContain('open("data.json")');
  });

  test('a column that is both index and number keeps its numbers', () => {
    const model = read('y[i] ~ Normal(a[T[i]] + T[i] * b, 1)\na[j] ~ Normal(0, 1)\nb ~ Normal(0, 1)', {
      observed: ['y'],
      data: ['T'],
    });
    expect(modelPymc(model)).toContain('T_value = data["T"].to_numpy()');
    expect(modelPymc(model)).toContain('mu=a[T] + T_value * b');
  });

  test('a dimension never has the name of a variable', () => {
    const program = modelPymc(read('y[i] ~ Normal(row, 1)\nrow ~ Normal(0, 1)', { observed: ['y'] }));
    expect(program).toContain('"row_": np.arange(len(y))');
  });
});

test('over two letters what one of them indexes stands along its own axis', () => {
  const model = read(
    'y[i] ~ Normal(m[g[i], h[i]], 1)\nm[j, k] ~ Normal(a[j] + b[k] + t[k, j] + c[d[j]], 1)\na[j], b[k], c[l] ~ Normal(0, 1)\nt[k, j] ~ Normal(0, 1)',
    { observed: ['y'], data: ['g', 'h', 'd'] },
  );
  const transposed = 't[np.arange(len(coords["h"])), np.arange(len(coords["g"]))[:, None]]';
  expect(modelPymc(model)).toContain(`mu=a[:, None] + b + ${transposed} + c[d][:, None]`);
});
