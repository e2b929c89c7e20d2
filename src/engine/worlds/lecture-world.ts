// The lecture's own world, and the same people under other effects.
import { invLogit } from '../../math/logistic';
import { randomStream } from '../../math/random';
import type { Table } from '../dataset';
import { baselinesOf, worldOf } from './world';
import type { Effects, Luck, World, WorldSize } from './world';

export const lectureEffects: Effects = { alpha: -2, bXY: 1, bZY: -0.5, confoundSd: 1.5, toX: 1, toY: 1 };
export const lectureSize: WorldSize = { groups: 30, individuals: 200 };

/** Path of the random stream for what the lecture's file does not tell. */
const decisionStream = 12;

/**
 * `table`: the file's columns, groups from 1. At the lecture's effects its X and Y are the file's own. The uniform
 * numbers that decided Y are not in the file: they are drawn given Y, below its probability where Y is 1 and above
 * where it is 0, so that other effects move each individual as little as they must.
 */
export function lectureWorld(table: Table): (effects: Effects) => World {
  const column = (name: string): number[] => {
    const values = table[name];
    if (values === undefined) throw new Error(`the lecture's world has no column ${name}`);
    return values.map(Number);
  };
  const [group, z, U, X, Y] = ['group', 'Z', 'U', 'X', 'Y'].map(column);
  const u = U.map((value) => value / lectureEffects.confoundSd);
  const baseline = baselinesOf(lectureEffects, z, u);
  const random = randomStream(0, decisionStream);
  const decision = group.map((g, i) => {
    const p = invLogit(baseline[g - 1] + lectureEffects.bXY * X[i]);
    const share = random.uniform();
    return Y[i] === 1 ? share * p : p + share * (1 - p);
  });
  const noise = group.map((g, i) => X[i] - U[g - 1]);
  const luck: Luck = { groups: z.length, group, z, u, noise, decision };
  return (effects) => {
    const world = worldOf(luck, effects);
    return sameEffects(effects, lectureEffects) ? { ...world, X, Y } : world;
  };
}

export function sameEffects(a: Effects, b: Effects): boolean {
  return (
    a.alpha === b.alpha &&
    a.bXY === b.bXY &&
    a.bZY === b.bZY &&
    a.confoundSd === b.confoundSd &&
    a.toX === b.toX &&
    a.toY === b.toY
  );
}
