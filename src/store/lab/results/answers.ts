// Questions about a fit put to the pool once, and their answers kept as long as the fit.
import { useEffect, useSyncExternalStore } from 'react';
import { inquire } from '../../../engine/inquiry';
import type { Inquiry, InquiryPlan } from '../../../engine/inquiry';
import { pagePool } from '../../page-pool';

export type { Inquiry } from '../../../engine/inquiry';

export interface Answers<A> {
  /** Asks unless it was asked before; `about` tells the questions about one fit apart. A hand that moves waits for `preview`. */
  readonly ask: (fit: object, about: string, plan: () => InquiryPlan<A>, priority?: 'preview' | 'figure') => void;
  /** Null before it was asked. */
  readonly read: (fit: object, about: string) => Inquiry<A> | null;
  /** What is under way is given up, and may be asked again. */
  readonly stop: (fit: object, about: string) => void;
  readonly subscribe: (changed: () => void) => () => void;
}

export function createAnswers<A>(): Answers<A> {
  const known = new WeakMap<object, Map<string, Inquiry<A>>>();
  const listeners = new Set<() => void>();
  const stops = new WeakMap<object, Map<string, () => void>>();
  const read = (fit: object, about: string): Inquiry<A> | null => known.get(fit)?.get(about) ?? null;
  return {
    ask: (fit, about, plan, priority = 'figure') => {
      if (read(fit, about) !== null) return;
      const own = known.get(fit) ?? new Map<string, Inquiry<A>>();
      known.set(fit, own);
      const hear = (state: Inquiry<A>): void => {
        // What was stopped may be asked again.
        if (state.kind === 'cancelled') own.delete(about);
        else own.set(about, state);
        for (const changed of listeners) changed();
      };
      const asked = plan();
      hear({ kind: 'working', done: 0, of: asked.questions.length });
      const ends = stops.get(fit) ?? new Map<string, () => void>();
      stops.set(fit, ends);
      ends.set(about, inquire(pagePool(), asked, priority, hear));
    },
    read,
    stop: (fit, about) => stops.get(fit)?.get(about)?.(),
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/** Asks when shown, unless `plan` is null; null until it was asked. */
export function useAnswer<A>(
  answers: Answers<A>,
  fit: object,
  about: string,
  plan: (() => InquiryPlan<A>) | null,
  priority: 'preview' | 'figure' = 'figure',
): Inquiry<A> | null {
  useEffect(() => {
    if (plan !== null) answers.ask(fit, about, plan, priority);
  }, [answers, fit, about, plan, priority]);
  return useSyncExternalStore(
    answers.subscribe,
    () => answers.read(fit, about),
    () => null,
  );
}
