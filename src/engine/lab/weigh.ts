// How heavy a model is with its data: sizes, and the time of a gradient as measured where it will be sampled.
import { randomStream } from '../../math/random';
import type { BoundModel } from '../../lang/bind';
import type { Result } from '../../lang/result';
import { success } from '../../lang/result';
import type { ModelSource } from '../key';
import { prepareModel } from '../prepare';

export interface Weight {
  /** Parameters, elements counted. */
  readonly parameters: number;
  /** Observed values. */
  readonly observations: number;
  /** Derived quantities, elements counted. */
  readonly deterministics: number;
  /** Of one log density with its gradient, ms. */
  readonly gradient: number;
  readonly parts: readonly Part[];
  readonly labels: Readonly<Record<string, readonly string[]>>;
}

/** A declared parameter and how many elements it has. */
export interface Part {
  readonly name: string;
  readonly size: number;
}

/** First word of the path in the random streams. */
const weighStream = 6;
/** Enough for a figure that is right within a quarter, ms. */
const patience = 40;
/** Calls are timed together for so long at least, as a page's clock is coarse; the quickest such time counts, for a busy machine only adds to it. ms. */
const tick = 2;
/** A worker that was put aside in the middle of its only time would call a light model heavy. */
const fewestTimes = 5;

/** Compiles the model and times it. Errors: those of the text and of the data. */
export function weigh(source: ModelSource, knobs: Readonly<Record<string, number>>): Result<Weight> {
  const prepared = prepareModel(source);
  if (!prepared.ok) return prepared;
  const { compiled, target, setKnobs } = prepared.value;
  setKnobs(knobs);
  const { bound } = compiled;
  const observed = [...bound.model.symbols.values()].filter(({ role }) => role === 'observed');
  return success({
    parameters: compiled.dimension,
    observations: observed.reduce((sum, { name }) => sum + (bound.columns.get(name)?.values.length ?? 0), 0),
    deterministics: compiled.deterministics.reduce((sum, { size }) => sum + size, 0),
    gradient: timeOf(target.logDensity, target.dimension),
    parts: compiled.parameters.map(({ name, size }) => ({ name, size })),
    labels: labelsOf(bound),
  });
}

function timeOf(logDensity: (position: Float64Array, gradient: Float64Array) => number, dimension: number): number {
  const random = randomStream(1, weighStream);
  const position = new Float64Array(dimension);
  const gradient = new Float64Array(dimension);
  const evaluate = (): void => {
    for (let k = 0; k < dimension; k++) position[k] = 2 * random.uniform() - 1;
    logDensity(position, gradient);
  };
  // The engine compiles what runs often: the first calls tell nothing.
  for (const from = performance.now(); performance.now() - from < patience / 2;) evaluate();
  let quickest = Infinity;
  let calls = 1;
  let times = 0;
  for (const from = performance.now(); ;) {
    const spent = performance.now() - from;
    if ((spent > patience && times >= fewestTimes) || spent > 10 * patience) break;
    const began = performance.now();
    for (let call = 0; call < calls; call++) evaluate();
    const took = performance.now() - began;
    if (took < tick) calls *= 2;
    else {
      quickest = Math.min(quickest, took / calls);
      times++;
    }
  }
  return quickest;
}

/** Names of a parameter's elements where a factor gives them; for vectors of one axis. */
function labelsOf(bound: BoundModel): Readonly<Record<string, readonly string[]>> {
  const labels: Record<string, readonly string[]> = {};
  for (const { name, role, plates } of bound.model.symbols.values()) {
    if ((role !== 'parameter' && role !== 'deterministic') || plates.length !== 1) continue;
    const own = bound.plates[plates[0]].labels;
    if (own !== null) labels[name] = own;
  }
  return labels;
}

/** Leapfrog steps of a transition, roughly: a power of two less one that grows with the number of parameters. */
function leapfrogs(parameters: number): number {
  if (parameters <= 5) return 7;
  return parameters <= 100 ? 15 : 31;
}

export interface Effort {
  readonly chains: number;
  readonly warmup: number;
  readonly draws: number;
}

/** Seconds that a run takes, roughly, on so many workers. */
export function secondsOf(
  { parameters, gradient }: Weight,
  { chains, warmup, draws }: Effort,
  workers: number,
): number {
  const rounds = Math.ceil(chains / Math.max(1, workers));
  return (rounds * (warmup + draws) * leapfrogs(parameters) * gradient) / 1000;
}

/** Whether a browser is the place for a run. `beyond`: its draws would not fit into the memory of a page. */
export type Burden = 'light' | 'heavy' | 'beyond';

/** Longer than one waits beside a page, s. */
const patientSeconds = 60;
const mostDrawnNumbers = 1.5e8;

export function burdenOf({ parameters }: Weight, { chains, draws }: Effort, seconds: number): Burden {
  if (parameters * chains * draws > mostDrawnNumbers) return 'beyond';
  return seconds > patientSeconds ? 'heavy' : 'light';
}

/** Derived quantities are kept with the draws unless there are very many: a probability a row of a large table. */
const mostDerivedNumbers = 4e6;

export function keepsDeterministics({ deterministics }: Weight, { chains, draws }: Effort): boolean {
  return deterministics * chains * draws <= mostDerivedNumbers;
}
