// How far each part of a world can be set, and where it stands in the lecture's.
import { lectureEffects, lectureSize } from './lecture-world';
import type { Effects, WorldSize } from './world';

export interface Limits {
  readonly minimum: number;
  readonly maximum: number;
  readonly value: number;
}

export type EffectName = keyof Effects;
export type SizeName = keyof WorldSize;

/** The confound's effect on X is not negative: that only names its two ends the other way round. */
export const effectLimits: Readonly<Record<EffectName, Limits>> = {
  alpha: { minimum: -4, maximum: 4, value: lectureEffects.alpha },
  bXY: { minimum: -3, maximum: 3, value: lectureEffects.bXY },
  bZY: { minimum: -3, maximum: 3, value: lectureEffects.bZY },
  confoundSd: { minimum: 0, maximum: 3, value: lectureEffects.confoundSd },
  toX: { minimum: 0, maximum: 2, value: lectureEffects.toX },
  toY: { minimum: -2, maximum: 2, value: lectureEffects.toY },
};

export const sizeLimits: Readonly<Record<SizeName, Limits>> = {
  groups: { minimum: 5, maximum: 100, value: lectureSize.groups },
  individuals: { minimum: 20, maximum: 2000, value: lectureSize.individuals },
};
