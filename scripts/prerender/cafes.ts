// The robot's diary, visit by visit: what it believes with memory and without.
import { cafeBeliefs, cafeKey } from '../../src/engine/cafes';
import type { CafeBeliefs, CafeModel, Visit } from '../../src/engine/cafes';
import { finishRun } from '../../src/engine/run';
import type { Story, Workshop } from './workshop';

export interface CafeStory {
  readonly diary: readonly Visit[];
  /** `beliefs[k]`: after the first k visits. */
  readonly beliefs: readonly Readonly<Record<CafeModel, CafeBeliefs>>[];
}

/** Café 5 is never visited. */
const diary: readonly Visit[] = [
  { cafe: 1, minutes: 9 },
  { cafe: 3, minutes: 7 },
  { cafe: 1, minutes: 11 },
  { cafe: 2, minutes: 3 },
  { cafe: 4, minutes: 8 },
  { cafe: 2, minutes: 4 },
  { cafe: 3, minutes: 6 },
  { cafe: 1, minutes: 8 },
];

/** Four digits are more than a curve on a screen shows, and a fifth of the bytes. */
function shortened(beliefs: CafeBeliefs): CafeBeliefs {
  const short = (x: number): number => Number(x.toPrecision(4));
  const next = beliefs.next.map(({ minutes, density }) => ({ minutes: short(minutes), density: short(density) }));
  return { ...beliefs, next };
}

export async function cafes(workshop: Workshop): Promise<Story<CafeStory>> {
  const after = (visits: number, model: CafeModel): Promise<CafeBeliefs> => {
    const key = cafeKey(model, diary.slice(0, visits), 1);
    return workshop.keep({ cafeBeliefs: key }, async () => {
      const run = await finishRun(workshop.pool, key, { deterministics: true, probability: 0.89 });
      if (run.kind !== 'done') throw new Error(`the run of the cafés after ${visits} visits ended as ${run.kind}`);
      return shortened(cafeBeliefs(key, run.result, 0.89));
    });
  };
  const beliefs = await Promise.all(
    Array.from({ length: diary.length + 1 }, async (_, visits) => {
      const [memory, amnesia] = await Promise.all([after(visits, 'memory'), after(visits, 'amnesia')]);
      return { memory, amnesia };
    }),
  );
  const [before, first] = beliefs;
  return {
    shown: { diary, beliefs },
    values: {
      'cafes.first': diary[0].minutes,
      'cafes.before': before.memory.cafes[4].median,
      'cafes.visitedAfterOne': first.memory.cafes[0].median,
      'cafes.unvisitedAfterOne': first.memory.cafes[4].median,
      'cafes.amnesiaUnvisitedAfterOne': first.amnesia.cafes[4].median,
    },
  };
}
