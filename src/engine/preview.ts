// A glimpse of a posterior while a control moves: short chains, shared out among workers, each of which sorts what it drew.
import { mean, variance } from '../math/arrays';
import { randomStream } from '../math/random';
import type { WarmStart } from '../sampler/chain';
import type { SamplerSettings } from '../sampler/settings';
import { pool } from '../stats/chains';
import { sortedHdi } from '../stats/hdi';
import { chainStream } from './chain-stream';
import { drawChain } from './draw-chain';
import { column } from './draws';
import type { Block, Draws } from './draws';
import type { InquiryPlan } from './inquiry';
import type { RunKey } from './key';
import type { PreparedModel } from './prepare';
import type { ChainLayout } from './protocol';
import type { Estimate, RunSummary } from './summary';

/** Chains of one preview, one after the other. */
export interface PreviewQuestion {
  readonly kind: 'preview';
  readonly model: number;
  readonly knobs: Readonly<Record<string, number>>;
  readonly seed: number;
  readonly settings: SamplerSettings;
  readonly chains: readonly PreviewChain[];
  readonly deterministics: boolean;
}

export interface PreviewChain {
  readonly chain: number;
  /** Null where there is no place to start from. */
  readonly warmStart: WarmStart | null;
}

/** What a share of the chains drew. */
export interface PreviewShare {
  readonly layout: ChainLayout;
  readonly chains: readonly {
    readonly chain: number;
    /** `parameters[draw * elements + element]`. */
    readonly parameters: Float64Array;
    readonly end: WarmStart;
  }[];
  /** The draws of each deterministic quantity in increasing order, which is all that is sent of them: `sorted[element * draws + k]`. */
  readonly sorted: Float64Array;
}

/** What a preview is worth: estimates without diagnostics, the parameters' draws, and where the next may start. */
export interface Preview {
  readonly draws: Draws;
  readonly summary: RunSummary;
  readonly ends: readonly WarmStart[];
}

/** Between two chains `goOn` lets messages in, and says whether to go on. Null where it is not to, or where a chain found no start. */
export async function runPreview(
  question: PreviewQuestion,
  model: PreparedModel,
  goOn: () => Promise<boolean>,
): Promise<PreviewShare | null> {
  const { settings, deterministics } = question;
  const { layout } = model;
  const chains: { chain: number; parameters: Float64Array; end: WarmStart }[] = [];
  const computed: Float64Array[] = [];
  for (const [k, { chain: number, warmStart }] of question.chains.entries()) {
    if (k > 0 && !(await goOn())) return null;
    model.setKnobs(question.knobs);
    const random = randomStream(question.seed, chainStream, number);
    const drawn = drawChain(model, { settings, warmStart, deterministics }, random);
    if (drawn === null) return null;
    chains.push({ chain: number, parameters: drawn.parameters, end: drawn.end });
    computed.push(drawn.deterministics);
  }
  return { layout, chains, sorted: sortedColumns(computed, deterministics ? layout.deterministicElements.length : 0) };
}

/** `chains`: draws, `width` elements a draw. */
function sortedColumns(chains: readonly Float64Array[], width: number): Float64Array {
  const whole = new Float64Array(chains.reduce((total, { length }) => total + length, 0));
  const draws = whole.length / width;
  for (let element = 0; element < width; element++) {
    const column = whole.subarray(element * draws, (element + 1) * draws);
    fillColumn(column, chains, element, width);
    column.sort();
  }
  return whole;
}

function fillColumn(column: Float64Array, chains: readonly Float64Array[], element: number, width: number): void {
  let at = 0;
  for (const chain of chains)
    for (let place = element; place < chain.length; place += width) column[at++] = chain[place];
}

/**
 * The chains of `key`, `warmStarts` one a chain, shared out among `workers`. Its draws are no run's: they depend on where the hand came from.
 */
export function previewPlan(
  { source, knobs, seed, settings, chains }: RunKey,
  warmStarts: readonly WarmStart[] | null,
  options: { readonly workers: number; readonly probability: number; readonly deterministics: boolean },
): InquiryPlan<Preview> {
  const { workers, probability, deterministics } = options;
  const shares = Array.from({ length: Math.min(workers, chains) }, (): PreviewChain[] => []);
  for (let chain = 0; chain < chains; chain++)
    shares[chain % shares.length].push({ chain, warmStart: warmStarts?.[chain] ?? null });
  return {
    source,
    questions: shares.map((share) => (model: number) => ({
      kind: 'preview',
      model,
      knobs,
      seed,
      settings,
      chains: share,
      deterministics,
    })),
    conclude: (answers) =>
      joined(
        answers.map((answer) => {
          if (answer.kind !== 'preview') throw new Error(`an answer of kind ${answer.kind} to a question of a preview`);
          return answer.share;
        }),
        probability,
        deterministics,
      ),
  };
}

function joined(shares: readonly PreviewShare[], probability: number, deterministics: boolean): Preview {
  const [{ layout }] = shares;
  const chains = shares.flatMap((share) => share.chains).toSorted((a, b) => a.chain - b.chain);
  const parameters: Block = {
    variables: layout.parameters,
    elements: layout.parameterElements,
    chains: chains.map((one) => one.parameters),
  };
  const derived: Block = { variables: layout.deterministics, elements: layout.deterministicElements, chains: [] };
  const sorted = (element: number): Float64Array =>
    merged(
      shares.map((share) => {
        const draws = share.sorted.length / derived.elements.length;
        return share.sorted.subarray(element * draws, (element + 1) * draws);
      }),
    );
  return {
    draws: { parameters, deterministics: derived, statistics: [] },
    summary: {
      depth: 'estimates',
      probability,
      parameters: parameters.elements.map(
        (_, element) => new ReadEstimate(() => pool(column(parameters, element)).sort(), probability),
      ),
      deterministics: deterministics
        ? derived.elements.map((_, element) => new ReadEstimate(() => sorted(element), probability))
        : [],
    },
    ends: chains.map(({ end }) => end),
  };
}

/** An estimate that is worked out when it is read: a figure shows few of a model's quantities, and each frame counts. */
class ReadEstimate implements Estimate {
  private known: Estimate | null = null;

  /** `sorted`: the draws in increasing order. */
  constructor(
    private readonly sorted: () => Float64Array,
    private readonly probability: number,
  ) {}

  get mean(): number | null {
    return this.estimate.mean;
  }

  get sd(): number | null {
    return this.estimate.sd;
  }

  get hdi_lower(): number | null {
    return this.estimate.hdi_lower;
  }

  get hdi_upper(): number | null {
    return this.estimate.hdi_upper;
  }

  private get estimate(): Estimate {
    this.known ??= estimateOf(this.sorted(), this.probability);
    return this.known;
  }
}

function estimateOf(sorted: Float64Array, probability: number): Estimate {
  const interval = sortedHdi(sorted, probability);
  if (interval === null) return { mean: null, sd: null, hdi_lower: null, hdi_upper: null };
  return {
    mean: mean(sorted),
    sd: Math.sqrt(variance(sorted)),
    hdi_lower: interval.lower,
    hdi_upper: interval.upper,
  };
}

/** Sorted arrays into one. A draw that is not a number comes last, where `sortedHdi` looks for it. */
function merged(parts: readonly Float64Array[]): Float64Array {
  if (parts.length === 1) return parts[0];
  if (parts.length > 2) return pool(parts).sort();
  const [a, b] = parts;
  const whole = new Float64Array(a.length + b.length);
  let [i, j, k] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const x = a[i];
    const y = b[j];
    const first = x <= y || Number.isNaN(y);
    whole[k++] = first ? x : y;
    if (first) i++;
    else j++;
  }
  whole.set(i < a.length ? a.subarray(i) : b.subarray(j), k);
  return whole;
}
