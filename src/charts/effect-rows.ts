// Rows of the effects' chart.
import type { ChartData, Row } from './definition';
import type { Look } from './looks';

export interface EffectEstimates {
  readonly mean: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

export interface EffectMember {
  readonly key: string;
  readonly label: string;
  /** Place of its estimates in the arrays. */
  readonly index: number;
}

/** The two poolings of a member stand side by side, half a place apart. */
const apart = 0.2;

export function effectRows(
  members: readonly EffectMember[],
  none: EffectEstimates,
  partial: EffectEstimates,
): ChartData {
  const both: readonly (readonly [Look, EffectEstimates, number])[] = [
    ['none', none, -apart],
    ['partial', partial, apart],
  ];
  return {
    members: members.map(({ key, label }, k): Row => ({ member: key, label, slot: k + 1 })),
    effects: both.flatMap(([look, { mean, lower, upper }, shift]) =>
      members.map(({ key, index }, k): Row => ({
        member: key,
        look,
        x: k + 1 + shift,
        mean: mean[index],
        lower: lower[index],
        upper: upper[index],
      })),
    ),
  };
}

/** Whole steps that hold all of `values`. */
export function domainOf(values: readonly number[], step: number): { readonly from: number; readonly to: number } {
  return {
    from: step * Math.floor(Math.min(...values) / step),
    to: step * Math.ceil(Math.max(...values) / step),
  };
}
