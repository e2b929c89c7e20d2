// Three poolings of stories and of participants, fitted to all the trolley's responses; and one story starved.
import { poolingFit, poolingKey, starvedFit, starvedKey } from '../../src/engine/poolings';
import type { PoolingFit, StarvedFit } from '../../src/engine/poolings';
import { poolings as kinds } from '../../src/engine/trolley';
import type { Cluster, Pooling } from '../../src/engine/trolley';
import type { RunKey } from '../../src/engine/key';
import { finishRun } from '../../src/engine/run';
import type { RunResult } from '../../src/engine/run';
import type { Values } from '../prerender';
import type { Story, Workshop } from './workshop';

export interface PoolingsStory {
  readonly fits: Readonly<Record<Cluster, Readonly<Record<Pooling, PoolingFit>>>>;
  readonly starved: StarvedStory;
}

/** What the starved story first shows. */
export interface StarvedStory {
  readonly story: string;
  readonly keep: number;
  readonly none: StarvedFit;
  readonly partial: StarvedFit;
}

/** The story that people mind least: without its own data it is expected in the middle. */
const starvedName = 'aqu';
const firstKeep = 3;

export async function poolings(workshop: Workshop): Promise<Story<PoolingsStory>> {
  const [story, participant, starved] = await Promise.all([
    fitsOf(workshop, 'story'),
    fitsOf(workshop, 'participant'),
    starve(workshop),
  ]);
  return {
    shown: { fits: { story, participant }, starved },
    values: { ...widths('story', story), ...widths('participant', participant) },
  };
}

async function fitsOf(workshop: Workshop, cluster: Cluster): Promise<Record<Pooling, PoolingFit>> {
  const fit = async (pooling: Pooling): Promise<PoolingFit> => {
    const key = poolingKey(pooling, cluster, workshop.trolley, 1);
    return workshop.keep({ poolingFit: pooling, key }, async () => {
      const result = await resultOf(workshop, key);
      return poolingFit(workshop.pool, pooling, key, result, 0.89);
    });
  };
  const [complete, none, partial] = await Promise.all(kinds.map(fit));
  return { complete, none, partial };
}

async function starve(workshop: Workshop): Promise<StarvedStory> {
  const number = [...new Set(workshop.trolley.story.map(String))].indexOf(starvedName) + 1;
  const starved = { story: starvedName, keep: firstKeep, seed: 1 };
  const fit = (pooling: 'none' | 'partial'): Promise<StarvedFit> => {
    const key = starvedKey(pooling, starved, workshop.trolley, 1);
    return workshop.keep({ starvedFit: starved, key }, async () => {
      const result = await resultOf(workshop, key);
      return starvedFit(workshop.pool, pooling, key, result, number, 0.89);
    });
  };
  const [none, partial] = await Promise.all([fit('none'), fit('partial')]);
  return { story: starvedName, keep: firstKeep, none, partial };
}

async function resultOf({ pool }: Workshop, key: RunKey): Promise<RunResult> {
  const run = await finishRun(pool, key, { deterministics: false, probability: 0.89 });
  if (run.kind !== 'done') throw new Error(`a run of the trolley ended as ${run.kind}`);
  return run.result;
}

/** How far apart no and partial pooling put the members' effects, in log-odds, and how wide the widest interval is. */
function widths(cluster: Cluster, { none, partial }: Record<Pooling, PoolingFit>): Values {
  const [a, b] = [none.effects, partial.effects];
  if (a === null || b === null) throw new Error('these poolings have effects');
  const apart = a.mean.map((mean, j) => Math.abs(mean - b.mean[j]));
  const widest = (one: typeof a): number => Math.max(...one.upper.map((upper, j) => upper - one.lower[j]));
  return {
    [`trolley.${cluster}.apart`]: Math.max(...apart),
    [`trolley.${cluster}.widestNone`]: widest(a),
    [`trolley.${cluster}.widestPartial`]: widest(b),
    [`trolley.${cluster}.highestNone`]: Math.max(...a.mean),
    [`trolley.${cluster}.highestPartial`]: Math.max(...b.mean),
  };
}
