// The lecture models that are measured, with their data.
import { lectureSources } from '../../../src/engine/lecture-run';
import type { LectureSources } from '../../../src/engine/lecture-run';
import type { ModelSource } from '../../../src/engine/key';
import { benchCase } from '../cases';
import { lectureModels } from '../../../src/models';
import { dataTable } from '../data-table';

export function frogsData(id: string): ModelSource {
  return benchCase(id).source;
}

/** The model under the slider. */
export function sliderSources(): LectureSources {
  const model = lectureModels.get('frogs-fixed-sigma');
  if (model === undefined) throw new Error('there is no model frogs-fixed-sigma');
  return lectureSources(model, dataTable(model.dataset));
}
