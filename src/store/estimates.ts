// The numbers of one variable in a picture, as a figure wants them.
import type { Picture } from '../engine/picture';

export type { Marginal, Marginals } from '../engine/marginals';
/** Of any fit, whatever its control. */
export type FitPicture = Picture<unknown, unknown>;

export interface VariableEstimates {
  readonly mean: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** One entry an element of `variable`, a parameter or a deterministic quantity; NaN where the draws are not finite. */
export function estimatesOf(picture: FitPicture, variable: string): VariableEstimates {
  const { parameters, deterministics, summary } = picture;
  const inParameters = parameters.variables.find(({ name }) => name === variable);
  const found = inParameters ?? deterministics.variables.find(({ name }) => name === variable);
  if (found === undefined) throw new Error(`the picture has no variable ${variable}`);
  const all = inParameters === undefined ? summary.deterministics : summary.parameters;
  const rows = all.slice(found.offset, found.offset + found.size);
  return {
    mean: rows.map((row) => row.mean ?? NaN),
    lower: rows.map((row) => row.hdi_lower ?? NaN),
    upper: rows.map((row) => row.hdi_upper ?? NaN),
  };
}
