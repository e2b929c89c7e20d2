// The tally of the question on the stage, kept by page and question.
import { useState } from 'react';
import { offersOf } from './offers';
import type { Offers } from './offers';
import type { Stage } from './stage';
import type { Step } from './steps';
import { counted, keepCounts, keptCounts } from './tally';
import type { Counts } from './tally';

export interface TallyState {
  readonly offers: Offers;
  readonly counts: Counts;
  readonly count: (at: number, change: 1 | -1) => void;
}

/** Null where the step asks nothing. */
export function useTally(page: string, stage: Stage, step: Step): TallyState | null {
  const [kept, setKept] = useState<Readonly<Record<string, Counts>>>({});
  const question = stage.elementsOf(step).find((element) => element.matches('.question'));
  const offers = question === undefined ? null : offersOf(question);
  if (offers === null) return null;
  const name = step.id.replace('.answer', '.question');
  const counts = kept[name] ?? keptCounts(page, name, offers.names.length);
  return {
    offers,
    counts,
    count: (at, change) => {
      const next = counted(counts, at, change);
      keepCounts(page, name, next);
      setKept({ ...kept, [name]: next });
    },
  };
}
