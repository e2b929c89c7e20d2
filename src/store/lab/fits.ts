// Fits of the lab: what the panels of results are given, and what is kept for comparison.
import type { Variable } from '../../engine/draws';
import type { LabDocument } from '../../engine/lab/document';
import type { RunKey } from '../../engine/key';
import type { Truth } from '../../engine/lab/simulate-data';
import type { RunResult } from '../../engine/run';
import type { Weight } from '../../engine/lab/weigh';

export type { RunKey } from '../../engine/key';
export type { RunResult } from '../../engine/run';

export interface FitNames {
  readonly parameters: readonly Variable[];
  /** Empty where there are too many to be kept. */
  readonly deterministics: readonly Variable[];
  /** Observed variables, in text order. */
  readonly observed: readonly string[];
  /** By declared name: what its elements are called, where a factor of the data says so. */
  readonly labels: Readonly<Record<string, readonly string[]>>;
  /** LaTeX by declared name. */
  readonly latex: Readonly<Record<string, string>>;
}

export interface LabFit {
  /** From 1, in the order of this visit; 0 for a glimpse, which is not kept. */
  readonly id: number;
  /** "2. frogs-multilevel, edited". */
  readonly title: string;
  readonly runKey: RunKey;
  readonly result: RunResult;
  readonly names: FitNames;
  /** The lab as it stood when the run began. */
  readonly document: LabDocument;
  /** The data as they were chosen, in words. */
  readonly data: string;
  /** How heavy the model was on this machine; null where that is not known. */
  readonly weight: Weight | null;
  /** What simulated data were made with, by element; null for data of the world. */
  readonly truth: Truth | null;
}

export function isGlimpse({ id }: LabFit): boolean {
  return id === 0;
}

/** Draws weigh: more fits are not kept. */
export const mostFits = 8;
