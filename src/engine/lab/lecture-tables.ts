// The lecture's data sets as tables of the lab.
import { cafeCount } from '../cafes';
import type { Visit } from '../cafes';
import { readTable } from '../dataset';
import type { Table } from '../dataset';
import type { LectureDataset } from './document';
import type { TextTable } from './table';

/** The file of public/data; null for the robot's visits, which the page brings. */
export const datasetFiles: Readonly<Record<LectureDataset, string | null>> = {
  frogs: 'frogs.csv',
  trolley: 'trolley.csv',
  mundlak: 'mundlak-lecture.json',
  cafes: null,
};

export const datasetNames: Readonly<Record<LectureDataset, string>> = {
  frogs: 'Reed frogs (48 tanks)',
  trolley: 'Trolley problems (9,930 responses)',
  cafes: 'Cafés (16 visits)',
  mundlak: 'Random confounds (30 groups, simulated)',
};

/** Four cafés four times, but that the fifth took one visit of the fourth: so that one café is known by a single wait. */
const minutes = [3, 8, 1, 5, 4, 6, 2, 4, 2, 11, 1, 7, 5, 9, 3, 4];
export const labVisits: readonly Visit[] = minutes.map((waited, k) => ({
  cafe: k === minutes.length - 1 ? cafeCount : (k % (cafeCount - 1)) + 1,
  minutes: waited,
}));

/** `text`: of the data set's file; '' for the cafés. */
export function lectureTable(dataset: LectureDataset, text: string): TextTable {
  const visits: Table = {
    cafe: labVisits.map(({ cafe }) => cafe),
    minutes: labVisits.map((visit) => visit.minutes),
  };
  const columns = Object.entries(readTable(dataset, () => text, visits)).map(([name, values]) => ({
    name,
    cells: Array.from(values, String),
  }));
  return { columns, rows: Math.max(...columns.map(({ cells }) => cells.length)), decimalComma: false };
}
