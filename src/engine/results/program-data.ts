// The files of data beside a model's Stan and PyMC programs, written in a worker, where the model is bound.
import { csvFormatRows } from 'd3-dsv';
import { isFlat, pymcData, stanData } from '../../lang/print/program-data';
import { modelPymc } from '../../lang/print/pymc';
import { modelStan } from '../../lang/print/stan';
import type { InquiryPlan } from '../inquiry';
import type { RunKey } from '../key';
import { readSource } from '../prepare';
import type { PreparedModel } from '../prepare';

export interface ProgramDataQuestion {
  readonly kind: 'program data';
  readonly model: number;
  readonly knobs: Readonly<Record<string, number>>;
}

export interface DataFile {
  readonly name: string;
  readonly text: string;
}

export interface ProgramData {
  readonly stan: DataFile;
  readonly pymc: DataFile;
}

export function programData({ knobs }: ProgramDataQuestion, { compiled }: PreparedModel): ProgramData {
  const { bound } = compiled;
  const columns = pymcData(bound);
  return {
    stan: { name: 'data-stan.json', text: JSON.stringify(stanData(bound, knobs)) },
    pymc: isFlat(bound.model)
      ? { name: 'data.csv', text: csvOf(columns) }
      : { name: 'data.json', text: JSON.stringify(columns) },
  };
}

function csvOf(columns: ReturnType<typeof pymcData>): string {
  const lists = Object.values(columns).map((values) => (Array.isArray(values) ? values : [values]));
  const rows = Array.from({ length: lists[0]?.length ?? 0 }, (_, row) => lists.map((list) => String(list[row])));
  return `${csvFormatRows([Object.keys(columns), ...rows])}\n`;
}

export function programDataPlan({ source, knobs }: RunKey): InquiryPlan<ProgramData> {
  return {
    source,
    questions: [(model) => ({ kind: 'program data', model, knobs })],
    conclude: ([answer]) => {
      if (answer.kind !== 'program data') throw new Error(`an answer of kind ${answer.kind} to a question of data`);
      return answer.data;
    },
  };
}

/** The programs of a fit, its knobs where they stood. */
export function programsOf({ source, knobs }: RunKey): { readonly stan: string; readonly pymc: string } {
  const roles = {
    ...source.roles,
    knobs: source.roles.knobs.map((knob) => ({ ...knob, value: knobs[knob.name] ?? knob.value })),
  };
  const model = readSource({ ...source, roles });
  if (!model.ok) throw new Error('the text of a fit is a model');
  return { stan: modelStan(model.value), pymc: modelPymc(model.value) };
}
