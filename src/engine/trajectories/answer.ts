// What a worker answers about trajectories: every question is put to the model's own target and the project's own sampler.
import { randomStream } from '../../math/random';
import { chainStream } from '../chain-stream';
import type { PreparedModel } from '../prepare';
import type { Answer, TrajectoryQuestion } from '../questions';
import { flick } from './flick';
import { onPlane } from './plane';
import { terrain } from './terrain';
import { wander } from './wander';
import { watchWarmup } from './warmup';

/** First word of a flick's path in the random streams; the reader's transition's number follows. */
export const flickStream = 22;
/** The same for a wandering. */
export const wanderStream = 23;

export function answerTrajectory(question: TrajectoryQuestion, { target }: PreparedModel): Answer {
  switch (question.kind) {
    case 'flick': {
      const random = randomStream(question.seed, flickStream, question.number);
      const trajectories = flick(onPlane(target, question.plane), question.flick, random, question.transitions);
      return { kind: 'trajectories', trajectories };
    }
    case 'wander': {
      const random = randomStream(question.seed, wanderStream);
      const wandering = wander(onPlane(target, question.plane), question.from, random, question.transitions);
      return { kind: 'wandering', wandering };
    }
    case 'terrain':
      return { kind: 'terrain', values: terrain(onPlane(target, question.plane), question.grid) };
    case 'warm-up': {
      const random = randomStream(question.seed, chainStream, question.chain);
      return { kind: 'warm-up', warmup: watchWarmup(target, question.settings, random, question.coordinates) };
    }
  }
}
