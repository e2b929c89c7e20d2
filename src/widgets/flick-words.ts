// What became of a trajectory, in a sentence.
import { formatFixed } from '../store/format';
import { maxTreeDepth } from '../store/flick';
import type { Trajectory } from '../store/flick';

export function endingInWords(trajectory: Trajectory): string {
  const { times, ending, depth, acceptanceRate, broke, draw } = trajectory;
  const steps = times.length - 1;
  const made = `${steps} ${steps === 1 ? 'step' : 'steps'}`;
  const thrown = Array.from(trajectory.doublings).filter((doubling) => doubling > depth).length;
  switch (ending) {
    case 'steps': {
      const probability = formatFixed(acceptanceRate, 2);
      const fate = draw === 0 ? 'Refused: the particle is put back' : 'Accepted';
      const broken = broke === null ? '' : ' A step broke: a divergence.';
      return `${made}.${broken} ${fate} (probability ${probability}).`;
    }
    case 'divergence':
      return `after ${made} one broke: a divergence. The last doubling was thrown away.`;
    case 'limit':
      return `${made}, and still no U-turn after ${maxTreeDepth} doublings, the limit here.`;
    case 'u-turn':
      return thrown === 0
        ? `${made} in ${depth} ${depth === 1 ? 'doubling' : 'doublings'}, then a U-turn from end to end.`
        : `${made}; the last ${thrown} turned back among themselves and were thrown away.`;
  }
}
