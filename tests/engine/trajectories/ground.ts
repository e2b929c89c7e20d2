// The two grounds of the appendix, prepared as a worker prepares them.
import { prepareModel } from '../../../src/engine/prepare';
import type { PreparedModel } from '../../../src/engine/prepare';
import { onPlane } from '../../../src/engine/trajectories/plane';
import type { Plane } from '../../../src/engine/trajectories/plane';
import { funnel } from '../../../src/models/funnel';
import type { Target } from '../../../src/sampler/target';
import { keyOf } from '../run-model';

export const funnelPlane: Plane = { held: [0, 0], axes: [0, 1] };

/** Tank 2 and the population's mean, the other tanks at 1 and sigma at 1.5. */
export const frogsPlane: Plane = {
  held: [...Array.from({ length: 48 }, () => 1), 1, Math.log(1.5)],
  axes: [1, 48],
};

export function prepared(which: 'funnel' | 'frogs'): PreparedModel {
  const made = prepareModel(
    which === 'funnel'
      ? { ...funnel, data: {}, noncentered: [] }
      : keyOf({ model: 'frogs-multilevel', seed: 1 }).source,
  );
  if (!made.ok) throw new Error(made.errors.map(({ message }) => message).join(' '));
  return made.value;
}

export function targetOf(which: 'funnel' | 'frogs'): Target {
  return onPlane(prepared(which).target, which === 'funnel' ? funnelPlane : frogsPlane);
}
