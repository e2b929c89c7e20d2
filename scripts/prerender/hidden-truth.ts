// A world whose truth is known, as page 3 first shows it, and how often partial pooling wins in twenty of them.
import { errorsOf, startHiddenWorld, worldSigma } from '../../src/engine/hidden-truth';
import type { HiddenWorld } from '../../src/engine/hidden-truth';
import type { Story, Workshop } from './workshop';

export type { HiddenWorld } from '../../src/engine/hidden-truth';

const worlds = 20;

/** Values are named `hidden.…`; errors in percentage points. */
export async function hiddenTruth(workshop: Workshop): Promise<Story<HiddenWorld>> {
  const made = await workshop.keep({ asked: 'hidden truth', worlds, worldSigma }, () =>
    Promise.all(Array.from({ length: worlds }, (_, k) => makeWorld(workshop, k + 1))),
  );
  const errors = made.map(errorsOf);
  const [first] = errors;
  const shown = made[0];
  const short = (values: readonly number[]): readonly number[] => values.map((value) => Number(value.toFixed(4)));
  return {
    shown: { ...shown, truth: short(shown.truth), partial: short(shown.partial), none: short(shown.none) },
    values: {
      'hidden.partialError': 100 * first.partial,
      'hidden.noneError': 100 * first.none,
      'hidden.lost': first.lost,
      'hidden.worlds': worlds,
      'hidden.wins': errors.filter(({ partial, none }) => partial < none).length,
    },
  };
}

function makeWorld({ pool, frogs }: Workshop, seed: number): Promise<HiddenWorld> {
  return new Promise((resolve, reject) => {
    startHiddenWorld(pool, frogs, seed, 'figure', (world) => {
      if (world === null) reject(new Error(`the world of seed ${seed} was not finished`));
      else resolve(world);
    });
  });
}
