// Many worlds on all cores: fitted in the background, heard of one by one, stopped and taken up again without loss.
import type { Pool } from '../pool';
import { askRepeatedly } from '../repeated';
import type { RepeatedEnd } from '../repeated';
import type { StudyDesign, WorldFits } from './fit-world';

export type StudyEnd = RepeatedEnd;

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
  return askRepeatedly(
    pool,
    worlds.map((world) => ({ kind: 'world', design, world })),
    {
      onAnswer: (answer) => {
        if (answer.kind !== 'world') throw new Error(`an answer of kind ${answer.kind} to a question of a world`);
        onWorld(answer.fits);
      },
      onEnd,
    },
  );
}
