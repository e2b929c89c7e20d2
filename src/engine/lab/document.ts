// What a reader has set up in the lab: the model's text, what its names stand for, the data, and how to sample. Plain text and numbers.
import type { MetricKind } from '../../sampler/settings';
import { lectureModels } from '../../models';
import type { LectureModel } from '../../models';
import { settingsOf } from '../lecture-run';

/** A column of the data, or its mean within each level of another. */
export interface ColumnChoice {
  readonly column: string;
  readonly within: string | null;
}

export type Declaration =
  /** `from`: the column that it is taken from; null while none is chosen. */
  | { readonly role: 'observed' | 'data'; readonly name: string; readonly from: ColumnChoice | null }
  | {
      readonly role: 'knob';
      readonly name: string;
      readonly value: number;
      readonly minimum: number;
      readonly maximum: number;
    };

export type LectureDataset = LectureModel['dataset'];

export type DataChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'lecture'; readonly dataset: LectureDataset }
  /** Drawn from the model's own prior: so many rows, and so many members of each plate that an index column points into. */
  | { readonly kind: 'simulated'; readonly rows: number; readonly members: number; readonly seed: number }
  /** A file of the reader's own, which stays where it is. */
  | { readonly kind: 'file'; readonly name: string };

/** `factor`: each distinct cell is a level. */
export type ColumnType = 'number' | 'factor' | 'ignored';

export interface LabSettings {
  readonly chains: number;
  readonly warmup: number;
  readonly draws: number;
  readonly targetAccept: number;
  readonly metric: MetricKind;
}

export interface LabDocument {
  /** The lecture model that it began as, whose symbols it keeps; null for one from a blank page. */
  readonly base: string | null;
  readonly text: string;
  readonly declarations: readonly Declaration[];
  /** Parameters that are sampled through a raw one, in the non-centred form; the text stays as it was written. */
  readonly noncentered: readonly string[];
  readonly data: DataChoice;
  /** Types of columns that the reader corrected. */
  readonly types: Readonly<Record<string, ColumnType>>;
  /** Whether rows with a missing value in a column in use are left out. */
  readonly leaveOut: boolean;
  readonly settings: LabSettings;
}

export interface Bounds {
  readonly minimum: number;
  readonly maximum: number;
}

export const settingBounds = {
  chains: { minimum: 1, maximum: 8 },
  warmup: { minimum: 50, maximum: 10_000 },
  draws: { minimum: 50, maximum: 10_000 },
  targetAccept: { minimum: 0.5, maximum: 0.999 },
} as const satisfies Readonly<Record<Exclude<keyof LabSettings, 'metric'>, Bounds>>;

export const metrics: readonly MetricKind[] = ['diagonal', 'low-rank', 'dense'];
export const datasets: readonly LectureDataset[] = ['frogs', 'trolley', 'cafes', 'mundlak'];

export const simulatedBounds = {
  rows: { minimum: 2, maximum: 5000 },
  members: { minimum: 1, maximum: 500 },
} as const satisfies Readonly<Record<string, Bounds>>;

/** Longer than any model that anyone reads. */
export const longestText = 20_000;
export const mostDeclarations = 200;

export const defaultLabSettings: LabSettings = {
  chains: 4,
  warmup: 400,
  draws: 1000,
  targetAccept: 0.9,
  metric: 'diagonal',
};

export const blankDocument: LabDocument = {
  base: null,
  text: '',
  declarations: [],
  noncentered: [],
  data: { kind: 'none' },
  types: {},
  leaveOut: false,
  settings: defaultLabSettings,
};

/**
 * A lecture model with its own roles, data and settings, in the form that the lecture samples it in where the knobs stand; a knob that is
 * not named, or lies outside its range, has its default.
 */
export function lectureDocument(model: LectureModel, knobs: Readonly<Record<string, number>> = {}): LabDocument {
  const { id, text, roles, columns, dataset, funnel } = model;
  const from = (name: string): ColumnChoice | null => {
    const column = columns[name];
    if (column === undefined) return null;
    return typeof column === 'string' ? { column, within: null } : { column: column.meanOf, within: column.by };
  };
  const { warmup, draws, targetAccept, metric } = settingsOf(model);
  const set = roles.knobs.map(({ name, value, minimum, maximum }) => {
    const asked = Object.hasOwn(knobs, name) ? knobs[name] : value;
    const fits = asked >= minimum && asked <= maximum;
    return { role: 'knob', name, value: fits ? asked : value, minimum, maximum } as const;
  });
  const narrow = set.some(({ name, value }) => name === funnel?.scale && value < funnel.below);
  return {
    base: id,
    text,
    declarations: [
      ...roles.observed.map((name) => ({ role: 'observed', name, from: from(name) }) as const),
      ...roles.data.map((name) => ({ role: 'data', name, from: from(name) }) as const),
      ...set,
    ],
    noncentered: narrow && funnel !== undefined ? funnel.names : [],
    data: { kind: 'lecture', dataset },
    types: {},
    leaveOut: false,
    settings: { chains: 4, warmup, draws, targetAccept, metric },
  };
}

/** The document of a lecture model by its id; null where there is none. */
export function documentOf(id: string, knobs: Readonly<Record<string, number>> = {}): LabDocument | null {
  const model = lectureModels.get(id);
  return model === undefined ? null : lectureDocument(model, knobs);
}
