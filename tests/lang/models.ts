// The models that the tests of the notation run through: the lecture's and the classics, with small data.
import { readFileSync } from 'node:fs';
import { lectureModels } from '../../src/models';
import type { DataSet } from '../../src/lang/data';
import type { TextModel } from './classics';
import { classics } from './classics';

export interface ReferencePoint {
  readonly position: readonly number[];
  readonly logDensity: number;
  /** The largest term of the sum, in absolute value. */
  readonly largestTerm: number;
}

interface ReferenceModel {
  readonly data: DataSet;
  readonly parameters: readonly (readonly [string, number])[];
  readonly points: readonly ReferencePoint[];
}

interface ReferenceFile {
  readonly provenance: string;
  readonly models: Readonly<Record<string, ReferenceModel>>;
}

export interface TestModel extends TextModel {
  readonly data: DataSet;
  /** Names and sizes in text order. */
  readonly parameters: readonly (readonly [string, number])[];
  readonly points: readonly ReferencePoint[];
}

const file: ReferenceFile = JSON.parse(
  readFileSync(new URL('../reference/lang-density.json', import.meta.url), 'utf8'),
);

const noncentred: TextModel = {
  id: 'frogs-multilevel-noncentred',
  text: `S[i] ~ Binomial(D[i], p[i])
logit(p[i]) = alpha[T[i]]
alpha[j] = alpha_bar + alpha_z[j] * sigma
alpha_z[j] ~ Normal(0, 1)
alpha_bar ~ Normal(0, 1.5)
sigma ~ Exponential(1)
`,
  roles: { observed: ['S'], data: ['D', 'T'], knobs: [] },
};

export const testModels: readonly TestModel[] = [...lectureModels.values(), noncentred, ...classics].flatMap(
  ({ id, text, roles }) => {
    const reference = file.models[id];
    return reference === undefined ? [] : [{ id, text, roles, ...reference }];
  },
);

export function testModel(id: string): TestModel {
  const found = testModels.find((model) => model.id === id);
  if (found === undefined) throw new Error(`no test model ${id}`);
  return found;
}
