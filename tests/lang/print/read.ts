// Models for the printers' tests.
import type { Model, Roles } from '../../../src/lang/model';
import { readModel } from '../../../src/lang/resolve';
import { formatErrors } from '../../../src/lang/result';
import { lectureModels } from '../../../src/models';

export function read(text: string, roles: Partial<Roles> = {}): Model {
  const result = readModel(text, { observed: [], data: [], knobs: [], ...roles });
  if (!result.ok) throw new Error(formatErrors(text, result.errors));
  return result.value;
}

export function lectureModel(id: string): Model {
  const model = lectureModels.get(id);
  if (model === undefined) throw new Error(`no model ${id}`);
  return read(model.text, model.roles);
}
