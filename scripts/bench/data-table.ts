// The tables of public/data, for commands that run from the top of the tree.
import { readFileSync } from 'node:fs';
import { readTable } from '../../src/engine/dataset';
import type { Table } from '../../src/engine/dataset';
import type { LectureModel } from '../../src/models';

/** The cafés have no data before a reader visits them. */
export function dataTable(dataset: LectureModel['dataset']): Table {
  return readTable(dataset, (file) => readFileSync(`public/data/${file}`, 'utf8'), {});
}
