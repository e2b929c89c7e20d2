// Every lecture model's equation as HTML, printed from the text that is sampled; each symbol can be found by its name.
import { modelLatex } from '../../src/lang/print/latex';
import { readModel } from '../../src/lang/resolve';
import { formatErrors } from '../../src/lang/result';
import { lectureModels } from '../../src/models';
import { funnel } from '../../src/models/funnel';
import { typeset } from '../lib/typeset';

export function equationsHtml(): Record<string, string> {
  const equations: Record<string, string> = {};
  for (const { id, text, roles } of [...lectureModels.values(), funnel]) {
    const model = readModel(text, roles);
    if (!model.ok) throw new Error(`the model ${id} cannot be read:\n${formatErrors(text, model.errors)}`);
    equations[id] = typeset(modelLatex(model.value, { mark: true }), true);
  }
  return equations;
}
