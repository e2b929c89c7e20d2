// Many worlds on all cores: fitted in the background, heard of one by one, stopped and taken up again without loss.
import type { Pool } from '../pool';
import type { Failure } from '../protocol';
import type { StudyDesign, WorldFits } from './fit-world';

export type StudyEnd =
  { readonly kind: 'done' } | { readonly kind: 'stopped' } | { readonly kind: 'failed'; readonly failure: Failure };

export interface StudyListener {
  readonly onWorld: (fits: WorldFits) => void;
  readonly onEnd: (end: StudyEnd) => void;
}

/**
 * Fits the worlds of these numbers. What a world gives is a function of the design and its number, so that neither the order in which
 * worlds come nor a pause changes any of it. Returns the function that stops the study; worlds under way are lost.
 */
export function runStudy(
  pool: Pool,
  design: StudyDesign,
  worlds: readonly number[],
  { onWorld, onEnd }: StudyListener,
): () => void {
  const withdraw = new Map<number, () => void>();
  let next = 0;
  let over = false;
  const finish = (end: StudyEnd): void => {
    if (over) return;
    over = true;
    for (const stop of withdraw.values()) stop();
    onEnd(end);
  };
  // One a worker at a time: a queue of hundreds would have to be withdrawn one by one.
  const submitNext = (): void => {
    if (next >= worlds.length) {
      if (withdraw.size === 0) finish({ kind: 'done' });
      return;
    }
    const world = worlds[next++];
    const stop = pool.submit({
      source: null,
      priority: 'background',
      work: () => ({ kind: 'world', design, world }),
      listener: (message) => {
        withdraw.delete(world);
        if (over) return;
        if (message.kind === 'failed') return finish({ kind: 'failed', failure: message.failure });
        if (message.kind !== 'answer' || message.answer.kind !== 'world') return finish({ kind: 'stopped' });
        onWorld(message.answer.fits);
        submitNext();
      },
    });
    withdraw.set(world, stop);
  };
  if (worlds.length === 0) finish({ kind: 'done' });
  for (let k = 0; k < pool.size && !over && next < worlds.length; k++) submitNext();
  return () => finish({ kind: 'stopped' });
}
