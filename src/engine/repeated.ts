// Many questions of one kind on all cores, answered in the background, heard of one by one, and stopped without loss of what was heard.
import type { Pool } from './pool';
import type { Failure } from './protocol';
import type { Answer, Question } from './questions';

export type RepeatedEnd =
  { readonly kind: 'done' } | { readonly kind: 'stopped' } | { readonly kind: 'failed'; readonly failure: Failure };

export interface RepeatedListener {
  readonly onAnswer: (answer: Answer) => void;
  readonly onEnd: (end: RepeatedEnd) => void;
}

/** Questions without a model, in their order as far as workers are free. Returns the function that stops; questions under way are lost. */
export function askRepeatedly(
  pool: Pool,
  questions: readonly Question[],
  { onAnswer, onEnd }: RepeatedListener,
): () => void {
  const withdraw = new Map<number, () => void>();
  let next = 0;
  let over = false;
  const finish = (end: RepeatedEnd): void => {
    if (over) return;
    over = true;
    for (const stop of withdraw.values()) stop();
    onEnd(end);
  };
  // One a worker at a time: a queue of hundreds would have to be withdrawn one by one.
  const submitNext = (): void => {
    if (next >= questions.length) {
      if (withdraw.size === 0) finish({ kind: 'done' });
      return;
    }
    const number = next++;
    const stop = pool.submit({
      source: null,
      priority: 'background',
      work: () => questions[number],
      listener: (message) => {
        withdraw.delete(number);
        if (over) return;
        if (message.kind === 'failed') return finish({ kind: 'failed', failure: message.failure });
        if (message.kind !== 'answer') return finish({ kind: 'stopped' });
        onAnswer(message.answer);
        submitNext();
      },
    });
    withdraw.set(number, stop);
  };
  if (questions.length === 0) finish({ kind: 'done' });
  for (let k = 0; k < pool.size && !over && next < questions.length; k++) submitNext();
  return () => finish({ kind: 'stopped' });
}
