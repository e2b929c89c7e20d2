// Simulated data beside the observed, made small in the worker that simulates: how the values are spread, and each row's interval.
import { sortedQuantile } from '../../stats/quantile';
import type { Block } from '../draws';
import { drawCount } from '../draws';
import type { InquiryPlan } from '../inquiry';
import type { RunKey } from '../key';
import type { PreparedModel } from '../prepare';
import { simulatePredictions } from '../simulate';

export interface PredictiveViewQuestion {
  readonly kind: 'predictive view';
  readonly model: number;
  readonly knobs: Readonly<Record<string, number>>;
  readonly seed: number;
  readonly observed: string;
  /** Some draws of the run, one after another. */
  readonly parameters: Float64Array;
  /** Mass of the intervals. */
  readonly probability: number;
}

/** Central intervals over the simulated data sets. */
export interface PredictedRows {
  readonly observed: Float64Array;
  readonly middle: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** How many values fall from `edges[k]` to before `edges[k + 1]`; the outermost bins hold all that lies beyond. */
export interface PredictedBins {
  readonly edges: Float64Array;
  readonly observed: Float64Array;
  /** Over the simulated data sets. */
  readonly middle: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export interface PredictiveView {
  /** How many data sets were simulated. */
  readonly sets: number;
  readonly probability: number;
  /** Whole numbers alone, observed and simulated: a bin is then named by its first. */
  readonly whole: boolean;
  readonly rows: PredictedRows;
  readonly bins: PredictedBins;
  /** Rows whose observed value lies outside its interval. */
  readonly outside: number;
}

const mostBins = 30;

/** Null where there is no such observed variable. */
export function predictiveView(question: PredictiveViewQuestion, model: PreparedModel): PredictiveView | null {
  const { observed: name, probability } = question;
  const real = model.compiled.bound.columns.get(name)?.values;
  if (real === undefined) return null;
  const answer = simulatePredictions({ ...question, kind: 'predict', chain: 0, names: [name], joint: false }, model);
  if (answer.kind !== 'simulated') return null;
  return viewOf(real, answer.outcomes.values, probability);
}

/**
 * `simulated[set * observed.length + row]`; a value that is not a number lies nowhere. `reach`: where the simulated values lie that the bins
 * are to hold besides the observed ones; by default as far as seems fit beside these.
 */
export function viewOf(
  observed: Float64Array,
  simulated: Float64Array,
  probability: number,
  reach?: readonly [number, number],
): PredictiveView {
  const count = observed.length;
  const sets = count === 0 ? 0 : simulated.length / count;
  const whole = observed.every(Number.isInteger) && simulated.every(Number.isInteger);
  const rows = rowsOf(observed, simulated, probability);
  const bins = binsOf(observed, simulated, edgesOf(observed, simulated, whole, reach), probability);
  let outside = 0;
  for (let row = 0; row < count; row++)
    if (observed[row] < rows.lower[row] || observed[row] > rows.upper[row]) outside++;
  return { sets, probability, whole, rows, bins, outside };
}

function rowsOf(observed: Float64Array, simulated: Float64Array, probability: number): PredictedRows {
  const count = observed.length;
  const rows = { observed, ...intervals(count) };
  const values = new Float64Array(count === 0 ? 0 : simulated.length / count);
  for (let row = 0; row < count; row++) {
    for (let set = 0; set < values.length; set++) values[set] = simulated[set * count + row];
    put(rows, row, values, probability);
  }
  return rows;
}

function intervals(length: number) {
  return { middle: new Float64Array(length), lower: new Float64Array(length), upper: new Float64Array(length) };
}

/** Sorts `values`. */
function put(into: ReturnType<typeof intervals>, at: number, values: Float64Array, probability: number): void {
  values.sort();
  into.middle[at] = sortedQuantile(values, 0.5);
  into.lower[at] = sortedQuantile(values, (1 - probability) / 2);
  into.upper[at] = sortedQuantile(values, (1 + probability) / 2);
}

function binsOf(
  observed: Float64Array,
  simulated: Float64Array,
  edges: Float64Array,
  probability: number,
): PredictedBins {
  const bins = edges.length - 1;
  const count = observed.length;
  const sets = count === 0 ? 0 : simulated.length / count;
  const counts = Array.from({ length: bins }, () => new Float64Array(sets));
  for (let set = 0; set < sets; set++) {
    const own = countsOf(simulated.subarray(set * count, (set + 1) * count), edges);
    for (let bin = 0; bin < bins; bin++) counts[bin][set] = own[bin];
  }
  const spread = intervals(bins);
  counts.forEach((values, bin) => put(spread, bin, values, probability));
  return { edges, observed: countsOf(observed, edges), ...spread };
}

/** Around the observed values, and as far again by a quarter where simulated ones lie: a heavy tail must not flatten the rest. */
function edgesOf(
  observed: Float64Array,
  simulated: Float64Array,
  whole: boolean,
  reach: readonly [number, number] | undefined,
): Float64Array {
  const [from, to] = extent(observed);
  const [least, most] = extent(simulated);
  const room = Math.max((to - from) / 4, whole ? 1 : 0);
  const low = reach === undefined ? Math.max(Math.min(from, least), from - room) : Math.min(from, reach[0]);
  const high = reach === undefined ? Math.min(Math.max(to, most), to + room) : Math.max(to, reach[1]);
  if (!(high > low)) return Float64Array.of(low - 0.5, low + 0.5);
  if (whole) {
    const start = Math.floor(low);
    const values = Math.floor(high) - start + 1;
    const step = Math.ceil(values / mostBins);
    return Float64Array.from({ length: Math.ceil(values / step) + 1 }, (_, k) => start + k * step);
  }
  const bins = Math.max(5, Math.min(mostBins, Math.ceil(2 * Math.sqrt(observed.length))));
  return Float64Array.from({ length: bins + 1 }, (_, k) => low + ((high - low) * k) / bins);
}

function extent(values: Float64Array): readonly [number, number] {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

function countsOf(values: Float64Array, edges: Float64Array): Float64Array {
  const counts = new Float64Array(edges.length - 1);
  const width = edges[1] - edges[0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    counts[Math.min(counts.length - 1, Math.max(0, Math.floor((value - edges[0]) / width)))]++;
  }
  return counts;
}

/** Simulated values that one view may hold, and the number of data sets within reason. */
const mostValues = 8_000_000;
const setsWithin = { least: 20, most: 400 } as const;

/** `rows`: how many there are. The data sets are simulated from draws evenly spread over all chains. */
export function predictiveViewPlan(
  { source, knobs, seed }: RunKey,
  parameters: Block,
  observed: string,
  rows: number,
  probability: number,
): InquiryPlan<PredictiveView> {
  const fitting = Math.floor(mostValues / Math.max(1, rows));
  const sets = Math.min(setsWithin.most, Math.max(setsWithin.least, fitting));
  const some = someDraws(parameters, sets);
  return {
    source,
    questions: [(model) => ({ kind: 'predictive view', model, knobs, seed, observed, parameters: some, probability })],
    conclude: ([answer]) => {
      if (answer.kind !== 'predictive view')
        throw new Error(`an answer of kind ${answer.kind} to a question of predictions`);
      return answer.view;
    },
  };
}

function someDraws(block: Block, wanted: number): Float64Array {
  const width = block.elements.length;
  const places = block.chains.flatMap((_, chain) =>
    Array.from({ length: drawCount(block, chain) }, (_draw, draw) => [chain, draw] as const),
  );
  const count = Math.min(wanted, places.length);
  const some = new Float64Array(count * width);
  for (let k = 0; k < count; k++) {
    const [chain, draw] = places[Math.floor((k * places.length) / count)];
    some.set(block.chains[chain].subarray(draw * width, (draw + 1) * width), k * width);
  }
  return some;
}
