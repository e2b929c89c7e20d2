// The warm-up at work: step size and metric after each transition, phase by phase.

import type { Random } from '../math/random';
import { DenseFisherEstimator } from './dense-fisher-estimate';
import { FisherEstimator } from './fisher-estimate';
import type { Hamiltonian } from './hamiltonian';
import type { TransitionStatistics } from './kernel';
import { LowRankFisherEstimator } from './low-rank-estimate';
import type { Metric } from './metric';
import { windowEstimator, type MetricEstimator } from './metric-estimate';
import type { WarmupPhase } from './schedule';
import type { SamplerSettings } from './settings';
import { DualAveraging, heuristicStepSize } from './step-size';

/** Draws before a running metric first replaces the unit metric, or a warm start's, which deserves more evidence against it. */
const fewestDraws = { cold: 3, warm: 10 };

/**
 * Follows the phases. A metric that leaps (a window's, a dense one, the first of all, the first correction of low rank) restarts the step size
 * from a new first guess; one that is renewed moves little, and the step size follows it as it goes.
 */
export class Adaptation {
  /** The step size of the next transition. */
  stepSize: number;
  private readonly dualAveraging: DualAveraging;
  private readonly estimator: MetricEstimator;
  private phaseIndex = 0;
  private transitions = 0;
  private metricIsFirst: boolean;

  constructor(
    private readonly hamiltonian: Hamiltonian,
    settings: SamplerSettings,
    private readonly phases: readonly WarmupPhase[],
    stepSize: number,
    isWarmStart: boolean,
  ) {
    const { dimension } = hamiltonian.target;
    this.stepSize = stepSize;
    this.metricIsFirst = !isWarmStart;
    this.dualAveraging = new DualAveraging(settings.targetAccept, stepSize);
    if (isWarmStart) this.dualAveraging.restart(stepSize, 1);
    this.estimator = createEstimator(settings, dimension, isWarmStart ? fewestDraws.warm : fewestDraws.cold);
  }

  /** The phase of the next transition; undefined when the warm-up is over. */
  get phase(): WarmupPhase | undefined {
    return this.phases[this.phaseIndex];
  }

  /** Learns from a warm-up transition that led to slot `draw`. */
  update(draw: number, statistics: TransitionStatistics, random: Random): void {
    const phase = this.phases[this.phaseIndex];
    const { points } = this.hamiltonian;
    const learnsMetric = phase.kind === 'window' || phase.kind === 'running';
    if (phase.kind !== 'fixed') this.dualAveraging.update(statistics.acceptanceRate);
    if (learnsMetric) {
      const metric = this.estimator.add(points.positions[draw], points.gradients[draw]);
      if (metric !== undefined) this.changeMetric(metric, this.metricIsFirst, draw, random);
    }
    if (++this.transitions === phase.first + phase.length) {
      if (learnsMetric) {
        const metric = this.estimator.endPhase();
        if (metric !== undefined) this.changeMetric(metric, this.leaps(phase, metric), draw, random);
      }
      this.phaseIndex++;
    }
    this.stepSize = this.phaseIndex === this.phases.length ? this.dualAveraging.averaged : this.dualAveraging.current;
  }

  /** Whether the metric at the end of a phase is another, rather than the last one renewed. */
  private leaps(phase: WarmupPhase, metric: Metric): boolean {
    const { kind } = metric.inverseMass;
    return phase.kind === 'window' || kind === 'dense' || kind !== this.hamiltonian.metric.inverseMass.kind;
  }

  private changeMetric(metric: Metric, restart: boolean, draw: number, random: Random): void {
    this.hamiltonian.metric = metric;
    this.metricIsFirst = false;
    if (!restart) return;
    const stepSize = heuristicStepSize(this.hamiltonian, draw, this.dualAveraging.current, random);
    this.dualAveraging.restart(stepSize ?? this.dualAveraging.current, 10);
  }
}

function createEstimator(settings: SamplerSettings, dimension: number, fewest: number): MetricEstimator {
  const { metric, schedule } = settings;
  switch (metric) {
    case 'low-rank':
      return new LowRankFisherEstimator(dimension, fewest, schedule === 'fast');
    case 'diagonal':
      return schedule === 'stan' ? windowEstimator(metric, dimension) : new FisherEstimator(dimension, fewest);
    case 'dense':
      return schedule === 'stan' ? windowEstimator(metric, dimension) : new DenseFisherEstimator(dimension, fewest);
  }
}
