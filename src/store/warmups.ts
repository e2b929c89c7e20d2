// Two warm-ups of the multilevel reed frogs, watched by the build: chain 1 of seed 1 on either schedule.
import story from 'virtual:prerendered/sampler';

export type { Warmup } from '../engine/trajectories/warmup';

export const warmups = story.warmups;
