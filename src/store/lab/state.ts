// What the lab knows at any moment.
import type { MissingIn } from '../../engine/lab/build-data';
import type { TableFacts } from '../../engine/lab/column-facts';
import type { LabDocument } from '../../engine/lab/document';
import type { Examination, LabError } from '../../engine/lab/examine';
import type { Truth } from '../../engine/lab/simulate-data';
import type { Weight } from '../../engine/lab/weigh';
import type { ModelSource } from '../../engine/key';
import type { PriorView } from '../../engine/results/prior-view';
import type { Run } from '../../engine/run';
import type { Estimate } from '../../engine/summary';
import type { LabFit } from './fits';

export type TableState =
  | { readonly kind: 'none' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly facts: TableFacts }
  /** A sentence for the reader. */
  | { readonly kind: 'refused'; readonly message: string };

export type DataState =
  /** There is nothing to bind yet. */
  | { readonly kind: 'none' }
  | { readonly kind: 'working' }
  /** Names whose column is still to be chosen. */
  | { readonly kind: 'unbound'; readonly names: readonly string[] }
  | {
      readonly kind: 'missing';
      readonly columns: readonly MissingIn[];
      readonly rows: number;
      readonly of: number;
    }
  | { readonly kind: 'problem'; readonly sentences: readonly string[] }
  | {
      readonly kind: 'ready';
      readonly data: ModelSource['data'];
      readonly rows: number;
      /** Rows left out, from 1. */
      readonly leftOut: readonly number[];
      readonly truth: Truth | null;
    };

export type WeightState =
  | { readonly kind: 'none' }
  | { readonly kind: 'weighing' }
  /** Errors that only the data could show. */
  | { readonly kind: 'errors'; readonly errors: readonly LabError[] }
  | { readonly kind: 'weighed'; readonly weight: Weight; readonly seconds: number };

export interface EarlyRow {
  readonly name: string;
  readonly estimate: Estimate;
}

export type PriorState =
  | { readonly kind: 'none' }
  | { readonly kind: 'working' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'done'; readonly view: PriorView };

export interface LabState {
  readonly document: LabDocument;
  readonly examination: Examination;
  readonly table: TableState;
  readonly data: DataState;
  readonly weight: WeightState;
  readonly run: Run;
  /** Estimates from the draws so far, while a run is under way. */
  readonly early: readonly EarlyRow[];
  readonly prior: PriorState;
  /** The fit that is shown; null before the first. */
  readonly fit: LabFit | null;
  /** What stands in its place while a knob moves, and until the run at rest is done; nobody should quote it. */
  readonly preview: LabFit | null;
  /** Whether a hand is on a knob. */
  readonly moving: boolean;
  /** The fits of this visit, newest last. */
  readonly fits: readonly LabFit[];
  /** A sentence about the link or about what was kept; null when there is none. */
  readonly notice: string | null;
  /** What was in the lab before a link took its place. */
  readonly before: LabDocument | null;
  /** Whether the reader's file will be here again on the next visit. */
  readonly fileKept: boolean;
  /** The fingerprint that a link promised, until a run has met it or not. */
  readonly promised: Promised | null;
}

export interface Promised {
  readonly hash: string;
  readonly sampler: number | null;
}
