// Rows of the charts of page 5: how far three poolings are off, by a world's kind or by its number of units; and the units of one trial.
import type { ChartData, Row } from './definition';

export type ErrorPooling = 'complete' | 'none' | 'partial';

export interface MeasuredPoints {
  /** Mean absolute error, as a proportion. */
  readonly value: number;
  /** Monte Carlo standard error; null where it is not known yet. */
  readonly error: number | null;
}

export type Errors = Readonly<Record<ErrorPooling, MeasuredPoints>>;

const poolings: readonly ErrorPooling[] = ['complete', 'none', 'partial'];
const names: Readonly<Record<ErrorPooling, string>> = { complete: 'complete', none: 'none', partial: 'partial' };

/** Percentage points, with two Monte Carlo errors to either side. */
function points({ value, error }: MeasuredPoints): {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
} {
  const reach = 200 * (error ?? 0);
  return { value: 100 * value, lower: 100 * value - reach, upper: 100 * value + reach };
}

/** A kind of world that has no trial yet has a label and no marks. */
export function errorRows(kinds: readonly { readonly label: string; readonly errors: Errors | null }[]): ChartData {
  return {
    labels: kinds.map(({ label }, row) => ({ row, label })),
    errors: kinds.flatMap(({ errors }, row) =>
      errors === null
        ? []
        : poolings.map((pooling, k): Row => ({
            row,
            place: row + 0.5 + 0.19 * (k - 1),
            look: pooling,
            ...points(errors[pooling]),
          })),
    ),
  };
}

const labelHeight = 1.6;

export function errorCurves(counts: readonly { readonly units: number; readonly errors: Errors | null }[]): ChartData {
  const rows = poolings.flatMap((pooling) =>
    counts.flatMap(({ units, errors }): Row[] =>
      errors === null
        ? []
        : [
            {
              look: pooling,
              units,
              x: Math.log10(units),
              ...points(errors[pooling]),
            },
          ],
    ),
  );
  const ends = poolings.flatMap((pooling) => {
    const last = rows.filter(({ look }) => look === pooling).at(-1);
    return last === undefined
      ? []
      : [{ look: pooling, x: Number(last.x), y: Number(last.value), text: names[pooling] }];
  });
  const apart = [...ends].sort((a, b) => a.y - b.y);
  for (let k = 1; k < apart.length; k++)
    apart[k] = { ...apart[k], y: Math.max(apart[k].y, apart[k - 1].y + labelHeight) };
  return {
    errors: rows,
    ends: apart,
    ticks: counts.map(({ units }) => ({ x: Math.log10(units), text: String(units) })),
  };
}

export interface UnitRow {
  readonly truth: number;
  readonly raw: number;
  readonly partial: number;
}

/** In the order of their truths. */
export function unitRows(units: readonly UnitRow[]): ChartData {
  return {
    units: [...units].sort((a, b) => a.truth - b.truth).map((unit, k): Row => ({ ...unit, place: k + 1 })),
  };
}
