// The exact scores of page 2's curve alone: what a figure that lays a posterior over it needs.
import { curveSigmas } from '../../src/engine/frogs-curve';
import { fitCurve } from './score-curve';
import type { Story, Workshop } from './workshop';

export interface ExactCurve {
  readonly sigma: readonly number[];
  /** Score of the left-out tanks at each sigma. */
  readonly elpd: readonly number[];
}

export async function exactCurve(workshop: Workshop): Promise<Story<ExactCurve>> {
  const { points } = await fitCurve(workshop);
  const elpd = points.map(({ exact }) => {
    if (exact === null) throw new Error('the score curve is not complete');
    return exact.cluster;
  });
  return { shown: { sigma: curveSigmas, elpd }, values: {} };
}
