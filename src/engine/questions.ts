// What a worker can be asked besides sampling: simulated data, predictive scores, refits. Each question has one answer.
import type { SamplerSettings } from '../sampler/settings';
import type { WarmStart } from '../sampler/chain';
import type { Compared } from '../stats/compare';
import type { Loo } from '../stats/loo';
import type { Waic } from '../stats/waic';
import type { CentredEffects } from './centred-effects';
import type { Block } from './draws';
import type { FitPoint, FitScoreQuestion } from './scores/fit-score';
import type { LeftOutUnit } from './scores/left-out';
import type { BeliefStudy, TrialResult } from './beliefs/study';
import type { CrossedEstimates } from './crossed';
import type { Form, FunnelDesign, FunnelFit } from './funnel-design';
import type { PreviewQuestion, PreviewShare } from './preview';
import type { CompareQuestion } from './results/comparison';
import type { LooksQuestion, QuantityLook } from './results/looks';
import type { PredictiveView, PredictiveViewQuestion } from './results/predictive-view';
import type { PriorView, PriorViewQuestion } from './results/prior-view';
import type { ProgramData, ProgramDataQuestion } from './results/program-data';
import type { Flick } from './trajectories/flick';
import type { Plane } from './trajectories/plane';
import type { Grid } from './trajectories/terrain';
import type { Trajectory } from './trajectories/trajectory';
import type { Wandering } from './trajectories/wander';
import type { Warmup } from './trajectories/warmup';
import type { StudyDesign, WorldFits } from './worlds/fit-world';

interface AboutModel {
  readonly model: number;
  readonly knobs: Readonly<Record<string, number>>;
}

/** How good the draws are by now: for a run that goes on until they are good. */
export interface AssessQuestion {
  readonly kind: 'assess';
  readonly parameters: Block;
  /** Declared names; none stands for all. */
  readonly names: readonly string[];
}

/** Effects of a cluster's members relative to their mean in each draw. */
export interface CentredEffectsQuestion {
  readonly kind: 'centred effects';
  readonly parameters: Block;
  readonly variable: string;
  /** Mass of the intervals. */
  readonly probability: number;
}

/** Independent draws of parameters and data from the prior. */
export interface PriorQuestion extends AboutModel {
  readonly kind: 'prior';
  readonly seed: number;
  readonly chain: number;
  readonly draws: number;
}

/** One simulated data set for each draw of one chain. */
export interface PredictQuestion extends AboutModel {
  readonly kind: 'predict';
  readonly seed: number;
  readonly chain: number;
  /** The observed variables wanted. */
  readonly names: readonly string[];
  /** Whether observed variables that others read are drawn too, and not taken as they were observed. */
  readonly joint: boolean;
  readonly parameters: Float64Array;
}

/** PSIS-LOO and WAIC of every `parts`-th share of the cells of one observed variable. */
export interface ScoreRowsQuestion extends AboutModel {
  readonly kind: 'score rows';
  readonly observed: string;
  readonly part: number;
  readonly parts: number;
  /** Draws of the parameters, one array a chain. */
  readonly chains: readonly Float64Array[];
}

/** Log likelihoods of the clusters at each draw of one chain, the named vector integrated out. */
export interface IntegrateQuestion extends AboutModel {
  readonly kind: 'integrate';
  readonly parameter: string;
  readonly parameters: Float64Array;
}

/** PSIS-LOO and WAIC from log likelihoods: `chains[c][draw * units + unit]`. */
export interface ScoreUnitsQuestion {
  readonly kind: 'score units';
  readonly chains: readonly Float64Array[];
  readonly units: number;
}

/** Samples again without a unit's data, and scores the data left out. */
export interface RefitQuestion extends AboutModel {
  readonly kind: 'refit';
  readonly unit: LeftOutUnit;
  /** The unit's number, which its random streams depend on. */
  readonly number: number;
  /** A vector whose own element is integrated out of the left-out likelihood; null to take it from the draws. */
  readonly integrate: string | null;
  readonly seed: number;
  readonly settings: SamplerSettings;
  /** One a chain: where the fit to all data stood. */
  readonly starts: readonly WarmStart[];
}

/** Leave-one-cluster-out without Monte Carlo. */
export interface QuadratureQuestion extends AboutModel {
  readonly kind: 'quadrature';
  readonly parameter: string;
}

/** Leave-one-trial-out of a binomial outcome with one row a level of `index`, without Monte Carlo. */
export interface TrialsQuestion extends AboutModel {
  readonly kind: 'left-out trials';
  readonly observed: string;
  readonly index: string;
  readonly parameter: string;
}

/** Simulates one world of a study and fits its estimators. */
export interface WorldQuestion {
  readonly kind: 'world';
  readonly design: StudyDesign;
  /** Its number in the study, from 0. */
  readonly world: number;
}

/** What is shown of the crossed trolley model, from its draws. */
export interface CrossedQuestion {
  readonly kind: 'crossed';
  readonly parameters: Block;
}

/** Simulates tanks and fits them in one form. */
export interface FunnelQuestion {
  readonly kind: 'funnel';
  readonly design: FunnelDesign;
  readonly form: Form;
}

/** One trial of one cell of a study of a belief. */
export interface TrialQuestion {
  readonly kind: 'trial';
  readonly study: BeliefStudy;
  readonly cell: number;
  /** From 0. */
  readonly trial: number;
}

/** Transitions on a plane, with every point of their trajectories. */
export interface FlickQuestion extends AboutModel {
  readonly kind: 'flick';
  readonly plane: Plane;
  readonly flick: Flick;
  readonly seed: number;
  /** The reader's transition, on which the random stream depends. */
  readonly number: number;
  readonly transitions: number;
}

/** Draws on a plane at one step size, and where steps broke. */
export interface WanderQuestion extends AboutModel {
  readonly kind: 'wander';
  readonly plane: Plane;
  readonly from: Omit<Flick, 'momentum'>;
  readonly seed: number;
  readonly transitions: number;
}

/** Log densities on a grid of a plane. */
export interface TerrainQuestion extends AboutModel {
  readonly kind: 'terrain';
  readonly plane: Plane;
  readonly grid: Grid;
}

/** The warm-up of one chain of a run, watched. */
export interface WarmupQuestion extends AboutModel {
  readonly kind: 'warm-up';
  readonly settings: SamplerSettings;
  readonly seed: number;
  readonly chain: number;
  /** Whose scales are wanted. */
  readonly coordinates: readonly number[];
}

export type TrajectoryQuestion = FlickQuestion | WanderQuestion | TerrainQuestion | WarmupQuestion;

export type Question =
  | PreviewQuestion
  | AssessQuestion
  | CentredEffectsQuestion
  | PriorQuestion
  | PredictQuestion
  | ScoreRowsQuestion
  | IntegrateQuestion
  | ScoreUnitsQuestion
  | FitScoreQuestion
  | RefitQuestion
  | QuadratureQuestion
  | TrialsQuestion
  | WorldQuestion
  | CrossedQuestion
  | FunnelQuestion
  | TrialQuestion
  | TrajectoryQuestion
  | LooksQuestion
  | PredictiveViewQuestion
  | PriorViewQuestion
  | CompareQuestion
  | ProgramDataQuestion;

/** The worst over all elements asked for; null where there is no answer. */
export interface Quality {
  readonly bulkEss: number | null;
  readonly rhat: number | null;
}

/** `values[draw * elements.length + element]`. */
export interface Simulated {
  readonly elements: readonly string[];
  readonly values: Float64Array;
}

export interface Scores {
  readonly loo: Loo;
  readonly waic: Waic;
}

/** What sampling without a unit's data says of them. */
export interface Refit {
  readonly unit: LeftOutUnit;
  /** Log predictive density of the unit's rows together. */
  readonly elpd: number;
  /** Its Monte Carlo standard error; null where the draws do not tell. */
  readonly mcse: number | null;
  /** Of the left-out density over the refit's chains. */
  readonly rhat: number | null;
  /** Shape of the upper tail of the left-out density over draws: above 0.7 few draws carry the mean, and `mcse` is too small. */
  readonly paretoK: number | null;
  readonly divergences: number;
}

export type Answer =
  | { readonly kind: 'quality'; readonly quality: Quality }
  | { readonly kind: 'effects'; readonly effects: CentredEffects }
  | { readonly kind: 'simulated'; readonly parameters: Simulated; readonly outcomes: Simulated }
  /** Units are the part's cells; `cellOfRow` is of the whole variable. */
  | { readonly kind: 'part scores'; readonly cellOfRow: Int32Array; readonly scores: Scores }
  | { readonly kind: 'likelihoods'; readonly units: number; readonly values: Float64Array }
  | { readonly kind: 'scores'; readonly scores: Scores }
  | { readonly kind: 'refit'; readonly refit: Refit }
  | { readonly kind: 'fit score'; readonly point: FitPoint }
  | { readonly kind: 'preview'; readonly share: PreviewShare }
  /** One score a level; none is off by more than `error`. */
  | { readonly kind: 'quadrature'; readonly elpd: Float64Array; readonly error: number }
  /** Scores of the trials of each level, one kind of trial at a time; 0 where a level has none of the kind. */
  | {
      readonly kind: 'left-out trials';
      /** One a level: the log probability of a success, or of a failure, given all other trials. */
      readonly success: Float64Array;
      readonly failure: Float64Array;
      /** How many of each there are, one entry a level. */
      readonly successes: Float64Array;
      readonly failures: Float64Array;
    }
  | { readonly kind: 'world'; readonly fits: WorldFits }
  | { readonly kind: 'crossed'; readonly estimates: CrossedEstimates }
  | { readonly kind: 'funnel'; readonly fit: FunnelFit }
  | { readonly kind: 'trial'; readonly result: TrialResult }
  /** One a transition. */
  | { readonly kind: 'trajectories'; readonly trajectories: readonly Trajectory[] }
  | { readonly kind: 'wandering'; readonly wandering: Wandering }
  /** Rows from below. */
  | { readonly kind: 'terrain'; readonly values: Float64Array }
  | { readonly kind: 'warm-up'; readonly warmup: Warmup }
  | { readonly kind: 'looks'; readonly looks: readonly QuantityLook[] }
  | { readonly kind: 'predictive view'; readonly view: PredictiveView }
  | { readonly kind: 'prior view'; readonly view: PriorView }
  /** Best first. */
  | { readonly kind: 'compared'; readonly compared: readonly Compared[] }
  | { readonly kind: 'program data'; readonly data: ProgramData }
  /** The model does not allow it: a sentence for the reader. */
  | { readonly kind: 'refused'; readonly message: string };
