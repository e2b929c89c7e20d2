// One Markov chain: warm-up, then draws, as many at a time as the caller likes.

import type { Random } from '../math/random';
import { Adaptation } from './adaptation';
import { DrawBuffer, type DrawBatch } from './draws';
import { Hamiltonian, type Divergence } from './hamiltonian';
import { Hmc, hmcPoints } from './hmc';
import type { Kernel, TrajectoryObserver } from './kernel';
import { createMetric, unitMetric, type InverseMass } from './metric';
import { Nuts, nutsPoints } from './nuts';
import type { Points } from './points';
import { warmupSchedule, type WarmupPhase } from './schedule';
import type { Algorithm, SamplerSettings } from './settings';
import { startAt, startAtRandom, type InitFailure, type Result } from './start';
import { heuristicStepSize } from './step-size';
import type { Target } from './target';

/** Where a previous run stood, to start a preview from. Draws of such a run depend on more than its run key. */
export interface WarmStart {
  readonly position: Float64Array;
  readonly stepSize: number;
  readonly inverseMass: InverseMass;
}

export interface ChainOptions {
  readonly start?: WarmStart | undefined;
  readonly observer?: TrajectoryObserver | undefined;
}

export type ChainPhase =
  /** `transition` of `of` comes next, from 0. */
  | { readonly kind: 'warmup'; readonly transition: number; readonly of: number; readonly adapting: WarmupPhase }
  | { readonly kind: 'sampling'; readonly draw: number; readonly of: number }
  /** The settings' draws are made. More may be asked for. */
  | { readonly kind: 'done'; readonly draws: number };

export interface ChainProgress {
  /** What the batch holds: adaptation's transitions, or draws. Never both. */
  readonly stage: 'warmup' | 'sampling';
  readonly batch: DrawBatch;
}

/** A divergence and the transition it ended, counted from 0 in its stage. */
export interface ChainDivergence extends Divergence {
  readonly stage: 'warmup' | 'sampling';
  readonly transition: number;
}

export interface GradientEvaluations {
  /** The search for a start and for a first step size included. */
  readonly warmup: number;
  readonly sampling: number;
}

/**
 * Starts a chain at `options.start`, or else at a random position. `random` belongs to the chain from here on; the bits of all
 * draws are a function of the target, the settings but for `draws`, the stream and the start.
 */
export function startChain(
  target: Target,
  settings: SamplerSettings,
  random: Random,
  options: ChainOptions = {},
): Result<Chain, InitFailure> {
  const { algorithm } = settings;
  const { start, observer } = options;
  const points = createPoints(target.dimension, algorithm);
  const metric = start === undefined ? unitMetric(target.dimension) : createMetric(start.inverseMass);
  const hamiltonian = new Hamiltonian(target, points, metric);
  const slot = points.take(1);
  const failure =
    start === undefined ? startAtRandom(hamiltonian, slot, random) : startAt(start.position, hamiltonian, slot);
  if (failure !== undefined) return { ok: false, error: failure };
  const stepSize =
    algorithm.kind === 'hmc'
      ? algorithm.stepSize
      : (start?.stepSize ?? heuristicStepSize(hamiltonian, slot, 1, random));
  if (stepSize === undefined) {
    const message = 'No step size gives a sensible leapfrog step: the density is flat or not smooth at the start.';
    return { ok: false, error: { kind: 'no step size', message } };
  }
  const phases = warmupSchedule(algorithm.kind === 'hmc' ? 'fixed' : settings.schedule, settings.warmup);
  const adaptation = new Adaptation(hamiltonian, settings, phases, stepSize, start !== undefined);
  const kernel = createKernel(algorithm, hamiltonian, observer);
  return { ok: true, value: new Chain(hamiltonian, kernel, adaptation, settings, phases, random, slot) };
}

function createPoints(dimension: number, algorithm: Algorithm): Points {
  switch (algorithm.kind) {
    case 'nuts':
      return nutsPoints(dimension, algorithm.maxTreeDepth);
    case 'hmc':
      return hmcPoints(dimension);
  }
}

function createKernel(algorithm: Algorithm, hamiltonian: Hamiltonian, observer?: TrajectoryObserver): Kernel {
  switch (algorithm.kind) {
    case 'nuts':
      return new Nuts(hamiltonian, algorithm.maxTreeDepth, observer);
    case 'hmc':
      return new Hmc(hamiltonian, algorithm.steps, algorithm.jitter, observer);
  }
}

/** Made by `startChain`. */
export class Chain {
  readonly divergences: ChainDivergence[] = [];
  private readonly buffer: DrawBuffer;
  private transitions = 0;
  private warmupEvaluations: number;

  constructor(
    private readonly hamiltonian: Hamiltonian,
    private readonly kernel: Kernel,
    private readonly warmup: Adaptation,
    private readonly settings: SamplerSettings,
    readonly schedule: readonly WarmupPhase[],
    private readonly random: Random,
    private current: number,
  ) {
    this.buffer = new DrawBuffer(hamiltonian.target.dimension);
    this.warmupEvaluations = hamiltonian.gradientEvaluations;
  }

  get phase(): ChainPhase {
    const { warmup, draws } = this.settings;
    const adapting = this.warmup.phase;
    if (adapting !== undefined) return { kind: 'warmup', transition: this.transitions, of: warmup, adapting };
    const draw = this.transitions - warmup;
    return draw < draws ? { kind: 'sampling', draw, of: draws } : { kind: 'done', draws: draw };
  }

  /** The step size and metric of the next transition. */
  get adaptation(): { readonly stepSize: number; readonly inverseMass: InverseMass } {
    return { stepSize: this.warmup.stepSize, inverseMass: this.hamiltonian.metric.inverseMass };
  }

  get gradientEvaluations(): GradientEvaluations {
    const warmup = this.warmupEvaluations;
    return { warmup, sampling: this.hamiltonian.gradientEvaluations - warmup };
  }

  /** A copy of where the chain stands. */
  get state(): WarmStart {
    return { position: this.hamiltonian.points.positions[this.current].slice(), ...this.adaptation };
  }

  /**
   * Makes at most `transitions` transitions, and returns them. Stops early at the end of the warm-up and when the settings' draws are
   * complete; called again after that, it goes on drawing. How the transitions are divided into calls never changes a draw.
   */
  advance(transitions: number): ChainProgress {
    const { phase } = this;
    const stage = phase.kind === 'warmup' ? 'warmup' : 'sampling';
    const count = Math.min(transitions, leftIn(phase));
    this.buffer.reset(count);
    for (let i = 0; i < count; i++) this.transition(stage);
    return { stage, batch: this.buffer.batch };
  }

  private transition(stage: 'warmup' | 'sampling'): void {
    const { kernel, hamiltonian, random, warmup } = this;
    const { statistics } = kernel;
    this.current = kernel.transition(this.current, warmup.stepSize, random);
    const { points } = hamiltonian;
    this.buffer.push(points.positions[this.current], points.logDensities[this.current], statistics);
    if (statistics.divergence !== undefined) {
      const transition = stage === 'warmup' ? this.transitions : this.transitions - this.settings.warmup;
      this.divergences.push({ ...statistics.divergence, stage, transition });
    }
    this.transitions++;
    if (stage === 'warmup') {
      warmup.update(this.current, statistics, random);
      this.warmupEvaluations = hamiltonian.gradientEvaluations;
    }
  }
}

function leftIn(phase: ChainPhase): number {
  switch (phase.kind) {
    case 'warmup':
      return phase.of - phase.transition;
    case 'sampling':
      return phase.of - phase.draw;
    case 'done':
      return Infinity;
  }
}
