// The messages between the pool and a worker. Arrays of draws are transferred, never copied as nested arrays.
import type { LanguageError } from '../lang/result';
import type { SamplerSettings } from '../sampler/settings';
import type { WarmStart } from '../sampler/chain';
import type { CheckCount } from './check-count';
import type { Block, Draws, Variable } from './draws';
import type { ModelSource } from './key';
import type { Answer, Question } from './questions';
import type { RunSummary } from './summary';

export type ToWorker =
  | { readonly kind: 'load'; readonly model: number; readonly source: ModelSource }
  | { readonly kind: 'forget'; readonly model: number }
  | { readonly kind: 'start'; readonly task: number; readonly work: Work }
  /** Lets a paused chain go on to so many draws; it ends when it has them already. */
  | { readonly kind: 'resume'; readonly task: number; readonly draws: number }
  /** Lets a chain pause after the batch that it is at, wherever that is. */
  | { readonly kind: 'hold'; readonly task: number }
  | { readonly kind: 'cancel'; readonly task: number };

/** What a worker can be asked for. A worker does one task at a time. */
export type Work = SampleWork | SummarizeWork | Question;

export interface SampleWork {
  readonly kind: 'sample';
  readonly model: number;
  readonly knobs: Readonly<Record<string, number>>;
  readonly seed: number;
  readonly chain: number;
  readonly settings: SamplerSettings;
  /** Where a preview starts from; null for a cold run, the only kind whose draws count. */
  readonly warmStart: WarmStart | null;
  readonly deterministics: boolean;
  /** Whether the chain waits for word at the settings' draws, and may be sent on. */
  readonly pauses: boolean;
  /** Whether data are simulated from some of the draws, to be compared with the real ones. */
  readonly check: boolean;
  /** Transitions between two messages. Changes when draws arrive, never which. */
  readonly batch: number;
}

export interface SummarizeWork {
  readonly kind: 'summarize';
  readonly parameters: Block;
  readonly deterministics: Block;
  readonly statistics: readonly Float64Array[];
  /** Mass of the highest-density intervals. */
  readonly probability: number;
  readonly depth: SummaryDepth;
  /** NUTS's limit, so that draws that reached it can be counted; null for HMC. */
  readonly maxTreeDepth: number | null;
  /** Whether the draws are moved to the worker, and come back with the summary; copied otherwise, for who shows them meanwhile. */
  readonly lent: boolean;
}

/** 'estimates': mean, sd and HDI, for a preview. 'full': also diagnostics, Monte Carlo errors and the hash. */
export type SummaryDepth = 'estimates' | 'full';

export type FromWorker =
  | { readonly kind: 'layout'; readonly task: number; readonly layout: ChainLayout }
  | { readonly kind: 'batch'; readonly task: number; readonly batch: Batch }
  /** The chain has the draws it was told to make, or was held; its worker is free for other tasks until it is resumed. */
  | { readonly kind: 'paused'; readonly task: number }
  | { readonly kind: 'ended'; readonly task: number; readonly end: ChainEnd }
  | { readonly kind: 'answer'; readonly task: number; readonly answer: Answer }
  | { readonly kind: 'summary'; readonly task: number; readonly summary: RunSummary; readonly draws: Draws }
  | { readonly kind: 'cancelled'; readonly task: number }
  | { readonly kind: 'failed'; readonly task: number; readonly failure: Failure };

export interface ChainLayout {
  readonly parameters: readonly Variable[];
  readonly parameterElements: readonly string[];
  readonly deterministics: readonly Variable[];
  readonly deterministicElements: readonly string[];
}

/** News of a chain: how far it is, and the draws made since the last message (none in warm-up). */
export interface Batch {
  readonly warmupDone: number;
  readonly drawsDone: number;
  readonly divergences: number;
  readonly parameters: Float64Array;
  readonly deterministics: Float64Array;
  readonly statistics: Float64Array;
}

export interface ChainEnd {
  readonly gradients: { readonly warmup: number; readonly sampling: number };
  /** What a preview may start from. */
  readonly warmStart: WarmStart;
  /** One an observed variable; empty where no check was asked for. */
  readonly checks: readonly CheckCount[];
}

export type Failure =
  | { readonly kind: 'model'; readonly errors: readonly LanguageError[] }
  /** No finite starting point: the model and the data contradict each other. */
  | { readonly kind: 'start'; readonly message: string }
  /** A fault of ours; the message is for a report. */
  | { readonly kind: 'bug'; readonly message: string };
