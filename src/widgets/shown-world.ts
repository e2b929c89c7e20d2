// A world as its charts want it.
import type { ShownWorld } from '../charts/world-rows';
import { invLogit } from '../math/logistic';
import { baselinesOf, groupSizes, worldAt } from '../store/worlds';
import type { WorldKnob } from '../store/worlds';

export function shownWorld(knob: WorldKnob): ShownWorld {
  const world = worldAt(knob);
  const { effects, u } = world;
  return {
    group: world.group,
    X: world.X,
    Y: world.Y,
    sizes: groupSizes(world),
    centres: u.map((own) => effects.toX * effects.confoundSd * own),
    baselines: baselinesOf(effects, world.Z, u).map(invLogit),
  };
}
