// The lab's own worker at work: it keeps the table that is open and the data made of it, and weighs models with them.
import type { DataSet } from '../../lang/data';
import type { Roles } from '../../lang/model';
import type { LanguageError } from '../../lang/result';
import { buildData } from './build-data';
import type { BuiltData, DataRequest } from './build-data';
import { tableFacts } from './column-facts';
import type { TableFacts } from './column-facts';
import type { LectureDataset } from './document';
import { lectureTable } from './lecture-tables';
import { decodeFile, readTextTable } from './read-table';
import { simulateData } from './simulate-data';
import type { SimulatedData, SimulationRequest } from './simulate-data';
import type { Readable, TextTable } from './table';
import { weigh } from './weigh';
import type { Weight } from './weigh';

export type TableSource =
  | { readonly kind: 'lecture'; readonly dataset: LectureDataset; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'pasted'; readonly text: string };

export interface WeighRequest {
  readonly text: string;
  readonly roles: Roles;
  readonly knobs: Readonly<Record<string, number>>;
  /** Parameters in the non-centred form. */
  readonly noncentered: readonly string[];
}

export type Weighed =
  | { readonly kind: 'weighed'; readonly weight: Weight }
  | { readonly kind: 'errors'; readonly errors: readonly LanguageError[] };

export type BenchQuestion =
  | { readonly kind: 'open'; readonly source: TableSource }
  | { readonly kind: 'build'; readonly request: DataRequest }
  | { readonly kind: 'simulate'; readonly request: SimulationRequest }
  /** With the data last built or simulated. */
  | { readonly kind: 'weigh'; readonly request: WeighRequest };

export type BenchAnswer =
  | { readonly kind: 'open'; readonly result: Readable<TableFacts> }
  | { readonly kind: 'build'; readonly result: BuiltData }
  | { readonly kind: 'simulate'; readonly result: SimulatedData }
  | { readonly kind: 'weigh'; readonly result: Weighed };

export function createBench(): (question: BenchQuestion) => BenchAnswer {
  let table: TextTable | null = null;
  let data: DataSet = {};
  const build = (request: DataRequest): BuiltData => {
    const built: BuiltData =
      table === null ? { kind: 'problem', sentences: ['No data are open.'] } : buildData(table, request);
    data = built.kind === 'data' ? built.data : {};
    return built;
  };
  const simulate = (request: SimulationRequest): SimulatedData => {
    const made = simulateData(request);
    data = made.kind === 'data' ? made.data : {};
    return made;
  };
  return (question) => {
    switch (question.kind) {
      case 'open': {
        const read = readSource(question.source);
        table = read.kind === 'read' ? read.value : null;
        return { kind: 'open', result: read.kind === 'read' ? { kind: 'read', value: tableFacts(read.value) } : read };
      }
      case 'build':
        return { kind: 'build', result: build(question.request) };
      case 'simulate':
        return { kind: 'simulate', result: simulate(question.request) };
      case 'weigh': {
        const { text, roles, knobs, noncentered } = question.request;
        const weighed = weigh({ text, roles, data, noncentered }, knobs);
        if (weighed.ok) return { kind: 'weigh', result: { kind: 'weighed', weight: weighed.value } };
        // Faults are shown in the text as it was written, where their places are those of that text.
        const written = noncentered.length === 0 ? weighed : weigh({ text, roles, data, noncentered: [] }, knobs);
        return { kind: 'weigh', result: { kind: 'errors', errors: (written.ok ? weighed : written).errors } };
      }
    }
  };
}

export function readSource(source: TableSource): Readable<TextTable> {
  switch (source.kind) {
    case 'lecture':
      return { kind: 'read', value: lectureTable(source.dataset, source.text) };
    case 'pasted':
      return readTextTable(source.text);
    case 'bytes': {
      const text = decodeFile(source.bytes);
      return text.kind === 'read' ? readTextTable(text.value) : text;
    }
  }
}
