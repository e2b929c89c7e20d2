// The summary of a fit as rows of a table, named by element.
import type { Picture } from '../engine/picture';
import type { Summary } from '../stats/summary';

export type { Summary } from '../stats/summary';

export interface SummaryRow extends Summary {
  /** `alpha_bar`, `alpha[3]`, … */
  readonly name: string;
}

/** Parameters, then deterministic quantities, in the order of the text; none for a preview, which has no diagnostics. */
export function summaryRows({ summary, parameters, deterministics }: Picture<unknown, unknown>): readonly SummaryRow[] {
  if (summary.depth !== 'full') return [];
  return [
    ...summary.parameters.map((row, k) => ({ name: parameters.elements[k], ...row })),
    ...summary.deterministics.map((row, k) => ({ name: deterministics.elements[k], ...row })),
  ];
}
