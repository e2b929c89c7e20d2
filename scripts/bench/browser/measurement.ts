// What a part of the browser benchmark hands back: figures for the table, and the rest for the JSON.
import type { NaiveGradient } from './naive-gradient';
import type { Session } from './session';

export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The same in naive gradients of this run, where it is processor time. */
  readonly inNaive: number | null;
  readonly target: Target | null;
}

/** Met where the value, or the value in naive gradients, is at most this. */
export interface Target {
  readonly atMost: number;
  readonly in: 'unit' | 'naive gradients';
}

export interface Part {
  readonly figures: readonly Figure[];
  readonly detail: unknown;
}

export interface Bench {
  readonly session: Session;
  readonly naive: NaiveGradient;
  readonly minutes: number;
  readonly say: (words: string) => void;
}

export type Measure = (bench: Bench) => Promise<Part>;

export function figure(what: string, value: number, unit: string, atMost?: number): Figure {
  return { what, value, unit, inNaive: null, target: atMost === undefined ? null : { atMost, in: 'unit' } };
}

/** `ms` of processor time. */
export function cpuFigure(what: string, ms: number, { ns }: NaiveGradient, atMostNaive?: number): Figure {
  const target = atMostNaive === undefined ? null : ({ atMost: atMostNaive, in: 'naive gradients' } as const);
  return { what, value: ms, unit: 'ms CPU', inNaive: (1e6 * ms) / ns, target };
}

export function isMet({ value, inNaive, target }: Figure): boolean | null {
  if (target === null) return null;
  return (target.in === 'unit' ? value : (inNaive ?? Infinity)) <= target.atMost;
}
