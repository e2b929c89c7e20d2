// A model's text in the other languages it can be taken away in.
import type { Roles } from '../model';
import { readModel } from '../resolve';
import { formatErrors } from '../result';
import { modelPymc } from './pymc';
import { modelStan } from './stan';

/** Throws where the text is not a model: the lecture's texts are. */
export function programOf(language: 'stan' | 'pymc', text: string, roles: Roles): string {
  const model = readModel(text, roles);
  if (!model.ok) throw new Error(formatErrors(text, model.errors));
  return language === 'stan' ? modelStan(model.value) : modelPymc(model.value);
}
