// The single quantities of a fit: what they are called, where they can lie, their draws and their lines of the summary.
import { column, statisticColumn } from '../../../engine/draws';
import { supportsOf } from '../../../engine/results/supports';
import type { Interval } from '../../../stats/hdi';
import { REAL_LINE } from '../../../stats/density';
import type { Summary } from '../../../stats/summary';
import type { SummaryRow } from '../../summary-rows';
import type { LabFit } from '../fits';

export interface Quantity {
  /** `alpha[3]`. */
  readonly name: string;
  /** `alpha[Oslo]` where the data name the members, else the name. */
  readonly label: string;
  /** `alpha`. */
  readonly variable: string;
  readonly block: 'parameters' | 'deterministics';
  /** Its place in the block. */
  readonly element: number;
}

const lists = new WeakMap<LabFit, readonly Quantity[]>();

/** Single numbers before vectors, parameters before what they determine, else in the order of the text. */
export function quantitiesOf(fit: LabFit): readonly Quantity[] {
  const known = lists.get(fit);
  if (known !== undefined) return known;
  const all = (['parameters', 'deterministics'] as const).flatMap((block) =>
    fit.names[block].map((variable) => ({ block, ...variable })),
  );
  const ordered = [...all.filter(({ size }) => size === 1), ...all.filter(({ size }) => size !== 1)];
  const list = ordered.flatMap(({ block, name, offset, size }) => {
    const labels = Object.hasOwn(fit.names.labels, name) ? fit.names.labels[name] : null;
    return Array.from({ length: size }, (_, k): Quantity => {
      const element = offset + k;
      const own = fit.result.draws[block].elements[element];
      const label = labels === null || labels[k] === undefined ? own : `${name}[${labels[k]}]`;
      return { name: own, label, variable: name, block, element };
    });
  });
  lists.set(fit, list);
  return list;
}

/** Declared names with more than one element, in the order of `quantitiesOf`. */
export function vectorsOf(fit: LabFit): readonly string[] {
  const { parameters, deterministics } = fit.names;
  return [...parameters, ...deterministics].flatMap(({ name, size }) => (size > 1 ? [name] : []));
}

/** One array a chain. */
export function drawsOf({ result }: LabFit, { block, element }: Quantity): readonly Float64Array[] {
  return column(result.draws[block], element);
}

export function divergingOf({ result }: LabFit): readonly Float64Array[] {
  return statisticColumn(result.draws.statistics, 'diverging');
}

/** Null for draws without diagnostics, which the lab does not keep. */
export function summaryOf({ result }: LabFit, { block, element }: Quantity): Summary | null {
  const { summary } = result;
  return summary.depth === 'full' ? (summary[block][element] ?? null) : null;
}

export interface QuantityRow extends SummaryRow {
  readonly label: string;
}

export function rowsOf(fit: LabFit): readonly QuantityRow[] {
  return quantitiesOf(fit).flatMap((quantity) => {
    const row = summaryOf(fit, quantity);
    return row === null ? [] : [{ ...row, name: quantity.name, label: quantity.label }];
  });
}

const supports = new WeakMap<LabFit, ReadonlyMap<string, Interval>>();

export function supportOf(fit: LabFit, { variable }: Quantity): Interval {
  const known = supports.get(fit) ?? supportsOf(fit.runKey.source);
  supports.set(fit, known);
  return known.get(variable) ?? REAL_LINE;
}

/** The mass of its intervals, percent. */
export function intervalOf({ result }: LabFit): number {
  return Math.round(100 * result.summary.probability);
}

/** Draws over all chains. */
export function drawTotal({ result }: LabFit): number {
  const { summary } = result;
  return summary.depth === 'full' ? summary.draws : 0;
}
