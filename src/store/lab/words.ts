// Sentences about the lab's document: what it is called, what its data are.
import { documentOf } from '../../engine/lab/document';
import type { LabDocument } from '../../engine/lab/document';
import { datasetNames } from '../../engine/lab/lecture-tables';

/** "frogs-multilevel", or that it was edited, or "my model". */
export function titleOf({ base, text }: Pick<LabDocument, 'base' | 'text'>): string {
  if (base === null) return 'my model';
  return documentOf(base)?.text === text ? base : `${base}, edited`;
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
