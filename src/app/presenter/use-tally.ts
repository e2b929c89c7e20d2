// The tally of the question or bet on the stage, kept by page and step.
import { useState } from 'react';
import { offersOf } from './offers';
import type { Offers } from './offers';
import type { Stage } from './stage';
import type { Step } from './steps';
import { counted, keepCounts, keptCounts } from './tally';
import type { Counts } from './tally';

export interface TallyState {
  readonly offers: Offers;
  /** Through all groups. */
  readonly counts: Counts;
  readonly count: (at: number, change: 1 | -1) => void;
}

/** Null where the step asks nothing, or nothing that has a few answers. */
export function useTally(page: string, stage: Stage, { hands }: Step): TallyState | null {
  const [kept, setKept] = useState<Readonly<Record<string, Counts>>>({});
  const offers = hands === null ? null : offersOf(stage.elementOf(hands.block));
  if (hands === null || offers === null) return null;
  const length = offers.groups.reduce((sum, { names }) => sum + names.length, 0);
  const counts = kept[hands.step] ?? keptCounts(page, hands.step, length);
  return {
    offers,
    counts,
    count: (at, change) => {
      const next = counted(counts, at, change);
      keepCounts(page, hands.step, next);
      setKept({ ...kept, [hands.step]: next });
    },
  };
}
