// The design of a calibration: which rows there are. Outcomes are drawn anew for every world, so those given here only fix their levels.
import { readTable } from '../../src/engine/dataset';
import type { Table } from '../../src/engine/dataset';
import { indexColumn } from '../../src/lang/data';
import type { DataSet } from '../../src/lang/data';
import type { LectureModel } from '../../src/models';

export interface Design {
  readonly table: Table;
  /** Columns, by their name in the model, whose levels the table cannot tell. */
  readonly levels: DataSet;
  /** What the rows are, for the report. */
  readonly rows: string;
}

/** `read` gives the text of a file of public/data. */
export function designOf(dataset: LectureModel['dataset'], read: (file: string) => string): Design {
  const table = readTable(dataset, read, visits);
  switch (dataset) {
    case 'frogs':
      return { table, levels: {}, rows: 'the 48 tanks of the data' };
    case 'mundlak':
      return { table, levels: {}, rows: "the lecture's world: 200 individuals in 30 groups" };
    case 'cafes':
      return {
        table,
        levels: { cafe: indexColumn(cafeOfVisit, timesSeen.length) },
        rows: `${cafeOfVisit.length} visits to ${timesSeen.length} cafes: ${timesSeen.join(', ')}`,
      };
    case 'trolley':
      return {
        table: oneScenarioAStory(table),
        levels: {},
        rows: `240 of 9,930: the first ${participants} participants, one scenario of each of 12 stories`,
      };
  }
}

/** The last cafe is known of and never seen: its truth must rank uniformly among draws from the population. */
const timesSeen = [9, 6, 4, 3, 2, 1, 0];
const cafeOfVisit = timesSeen.flatMap((count, cafe) => new Array<number>(count).fill(cafe + 1));
const visits: Table = { cafe: cafeOfVisit, minutes: cafeOfVisit.map(() => 0) };

const participants = 20;
const responses = 7;

/**
 * Rows of the first participants that hold each story once. Participants take its scenarios in turn, so that all of a story's treatments
 * occur: 12 rows a participant and 20 a story, in place of 30 and 662 or more, so that a hundred worlds can be fitted.
 */
export function oneScenarioAStory(table: Table): Table {
  const { participant, story } = table;
  const scenarios = new Map<string, number[]>();
  participant.forEach((who, row) => {
    const cell = `${who} ${story[row]}`;
    if (Number(who) <= participants) scenarios.set(cell, [...(scenarios.get(cell) ?? []), row]);
  });
  const chosen = [...scenarios].map(([cell, rows]) => rows[parseInt(cell, 10) % rows.length]);
  const part = Object.entries(table).map(([name, column]): [string, Table[string]] => [name, pick(column, chosen)]);
  return { ...Object.fromEntries(part), response: chosen.map((_, k) => (k % responses) + 1) };
}

function pick(column: Table[string], rows: readonly number[]): Table[string] {
  const cells = rows.map((row) => column[row]);
  const numbers = cells.map(Number);
  return numbers.some(Number.isNaN) ? cells.map(String) : numbers;
}
