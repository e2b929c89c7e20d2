// The lab's engine as widgets see it.
export { completionsFor } from '../../engine/lab/completions';
export type { Completion } from '../../engine/lab/completions';
export type { ColumnFacts, TableFacts } from '../../engine/lab/column-facts';
export {
  blankDocument,
  datasets,
  documentOf,
  metrics,
  settingBounds,
  simulatedBounds,
} from '../../engine/lab/document';
export type {
  Bounds,
  ColumnChoice,
  ColumnType,
  DataChoice,
  Declaration,
  LabDocument,
  LabSettings,
  LectureDataset,
} from '../../engine/lab/document';
export type { Examination, LabError, ModelView, Offer } from '../../engine/lab/examine';
export { formatModel } from '../../engine/lab/format-model';
export { datasetNames } from '../../engine/lab/lecture-tables';
export { burdenOf, keepsDeterministics, secondsOf } from '../../engine/lab/weigh';
export type { Burden, Weight } from '../../engine/lab/weigh';
export { samplerVersion } from '../../engine/lab/sampling';
