// What is known of a run when it is judged, and what one look at it yields.

/** The worst value over all quantities, and the quantity that has it. Null: it could not be computed. */
export interface Extreme {
  readonly name: string;
  readonly value: number | null;
}

export interface ParetoFacts {
  /** Units whose k is above the threshold. */
  readonly above: number;
  readonly units: number;
  readonly threshold: number;
}

export interface PredictiveCheck {
  /** What was compared, in words that fit into a sentence: `the share of zeros`. */
  readonly statistic: string;
  /** Probability that data simulated from the model have the larger value, in [0, 1]. */
  readonly p: number;
}

export interface RunFacts {
  readonly chains: number;
  /** Draws after warm-up, over all chains. */
  readonly draws: number;
  readonly largestRhat: Extreme;
  readonly smallestBulkEss: Extreme;
  readonly smallestTailEss: Extreme;
  readonly divergences: number;
  /** Trajectories stopped by the largest tree depth, and that depth. */
  readonly maxTreedepthHits: number;
  readonly maxTreedepth: number;
  /** One a chain; null where the energies do not vary. */
  readonly ebfmi: readonly (number | null)[];
  /** Null when no leave-one-out was asked for. */
  readonly pareto: ParetoFacts | null;
  /** Null when no posterior predictive check was made. */
  readonly predictiveCheck: PredictiveCheck | null;
}

export type Severity = 'look' | 'doubt';

export interface Finding {
  readonly severity: Severity;
  /** What is in question: the draws, the model, or only the leave-one-out score taken from the draws. */
  readonly about: 'sampler' | 'model' | 'score';
  /** What is wrong, as a clause without a capital or a full stop. */
  readonly why: string;
  /** What to do, as a sentence. */
  readonly remedy: string;
}

/** A line for the reader; a finding only where something is amiss. */
export interface Remark {
  readonly line: string;
  readonly finding: Finding | null;
}
