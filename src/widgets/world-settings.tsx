// The parts of a world that a reader can set: symbol, words, and what a value means.
import type { ReactNode } from 'react';
import { formatFixed } from '../store/format';
import type { EffectName, SizeName, WorldKnob } from '../store/worlds';

export interface WorldSetting {
  readonly symbol: ReactNode;
  readonly label: string;
  readonly step: number;
  readonly consequence: (value: number) => string;
}

function b(of: string): ReactNode {
  return (
    <>
      <i>b</i>
      <sub>{of}</sub>
    </>
  );
}

function strength(value: number): string {
  if (value === 0) return 'no arrow';
  const size = Math.abs(value);
  const words = size < 0.5 ? 'weak' : size < 1.5 ? 'moderate' : 'strong';
  return value < 0 ? `${words}, and it lowers` : words;
}

export const effectSettings: Readonly<Record<EffectName, WorldSetting>> = {
  bXY: { symbol: b('XY'), label: 'X → Y', step: 0.1, consequence: strength },
  bZY: { symbol: b('ZY'), label: 'Z → Y', step: 0.1, consequence: strength },
  toX: { symbol: b('GX'), label: 'confound → X', step: 0.1, consequence: strength },
  toY: { symbol: b('GY'), label: 'confound → Y', step: 0.1, consequence: strength },
  confoundSd: {
    symbol: <i>σ</i>,
    label: 'sd of the confound',
    step: 0.1,
    consequence: (value) => (value === 0 ? 'groups share nothing unmeasured' : `groups differ by ${value}`),
  },
  alpha: {
    symbol: <i>α</i>,
    label: 'log-odds of Y at zero',
    step: 0.1,
    consequence: (value) =>
      value < -1 ? 'Y = 1 is rare' : value > 1 ? 'Y = 1 is common' : 'Y = 1 about as often as not',
  },
};

export const sizeSettings: Readonly<Record<SizeName, Omit<WorldSetting, 'consequence'>>> = {
  groups: { symbol: <i>J</i>, label: 'groups', step: 1 },
  individuals: { symbol: <i>n</i>, label: 'individuals', step: 10 },
};

/** What either size comes to. */
export function sizeConsequence({ groups, individuals }: WorldKnob['size']): string {
  const members = individuals / groups;
  return `${formatFixed(members, members < 10 ? 1 : 0)} members a group on average`;
}
