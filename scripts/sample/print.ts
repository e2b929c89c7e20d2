// --print: the model in another language, or as the JavaScript that is sampled.
import { compileSource, readSource } from '../../src/engine/prepare';
import type { ModelSource } from '../../src/engine/key';
import { modelGraph } from '../../src/lang/print/graph';
import { modelLatex } from '../../src/lang/print/latex';
import { modelPymc } from '../../src/lang/print/pymc';
import { modelStan } from '../../src/lang/print/stan';
import type { Model } from '../../src/lang/model';
import { success } from '../../src/lang/result';
import type { Result } from '../../src/lang/result';
import type { PrintForm } from './options';

export function printSource(source: ModelSource, form: PrintForm): Result<string> {
  if (form === 'js') {
    const compiled = compileSource(source);
    return compiled.ok ? success(compiled.value.source) : compiled;
  }
  const model = readSource(source);
  return model.ok ? success(printModel(model.value, form)) : model;
}

function printModel(model: Model, form: Exclude<PrintForm, 'js'>): string {
  switch (form) {
    case 'latex':
      return modelLatex(model);
    case 'stan':
      return modelStan(model);
    case 'pymc':
      return modelPymc(model);
    case 'graph':
      return JSON.stringify(modelGraph(model), null, 2);
  }
}
