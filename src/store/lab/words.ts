// Sentences about the lab's document: what it is called, what its data are.
import { documentOf } from '../../engine/lab/document';
import type { LabDocument } from '../../engine/lab/document';
import { datasetNames } from '../../engine/lab/lecture-tables';

/** "frogs-multilevel", or that it was edited, or "my model"; and that it is sampled in the other form. */
export function titleOf({ base, text, noncentered }: Pick<LabDocument, 'base' | 'text' | 'noncentered'>): string {
  const form = noncentered.length === 0 ? '' : ', non-centred';
  if (base === null) return `my model${form}`;
  return `${base}${documentOf(base)?.text === text ? '' : ', edited'}${form}`;
}

export function dataWords({ data }: Pick<LabDocument, 'data'>): string {
  switch (data.kind) {
    case 'none':
      return 'no data';
    case 'lecture':
      return datasetNames[data.dataset];
    case 'simulated':
      return `simulated, ${data.rows} rows, seed ${data.seed}`;
    case 'file':
      return data.name;
  }
}
