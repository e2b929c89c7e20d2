// The prior in numbers: quantiles of each name over simulated worlds, beside those of the outcomes as they were observed.
import type { SimulatedBlock } from '../../engine/simulations';
import { sortedQuantile } from '../../stats/quantile';
import type { DataState, PriorState } from './state';

export interface PriorRow {
  readonly name: string;
  /** At `probabilities`. */
  readonly quantiles: readonly number[];
}

const probabilities = [0.05, 0.25, 0.5, 0.75, 0.95];
/** More values than this tell nothing more; they are thinned. */
const mostValues = 200_000;

export function priorTable(
  { draws, observed }: Extract<PriorState, { kind: 'done' }>,
  data: DataState,
): readonly PriorRow[] {
  const rows: PriorRow[] = [];
  for (const block of [draws.outcomes, draws.parameters])
    for (const name of namesOf(block)) {
      const simulated = block === draws.outcomes;
      rows.push({ name: simulated ? `${name}, simulated` : name, quantiles: quantilesOf(valuesOf(block, name)) });
      const own = simulated && observed.includes(name) && data.kind === 'ready' ? data.data[name] : null;
      if (own instanceof Float64Array) rows.push({ name: `${name}, observed`, quantiles: quantilesOf(own) });
    }
  return rows;
}

function baseOf(element: string): string {
  const bracket = element.indexOf('[');
  return bracket < 0 ? element : element.slice(0, bracket);
}

function namesOf({ elements }: SimulatedBlock): readonly string[] {
  return [...new Set(elements.map(baseOf))];
}

function valuesOf({ elements, chains }: SimulatedBlock, name: string): Float64Array {
  const own = elements.flatMap((element, k) => (baseOf(element) === name ? [k] : []));
  const width = elements.length;
  const total = own.length * chains.reduce((sum, chain) => sum + chain.length / width, 0);
  const step = Math.max(1, Math.ceil(total / mostValues));
  const values: number[] = [];
  let seen = 0;
  for (const chain of chains)
    for (let start = 0; start < chain.length; start += width)
      for (const k of own) if (seen++ % step === 0) values.push(chain[start + k]);
  return Float64Array.from(values);
}

function quantilesOf(values: Float64Array): readonly number[] {
  const sorted = values.slice().sort();
  return probabilities.map((probability) => sortedQuantile(sorted, probability));
}
