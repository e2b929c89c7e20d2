// Times log densities with their gradients, in turn and at the same positions.
import type { LogDensity, Target } from '../../src/sampler/target';
import { cpuSeconds, median } from './cpu-time';

/** CPU time of one measured stretch, s: long against the clock's grain, short against a neighbour's burst. */
const stretch = 0.02;
const rounds = 7;

/** ns a call, medians over rounds in which each function has its turn; null for a function that is not there. */
export function timeGradients(
  functions: readonly (LogDensity | null)[],
  positions: readonly Float64Array[],
): (number | null)[] {
  const timers = functions.map((logDensity) => (logDensity === null ? null : timer(logDensity, positions)));
  const times = timers.map((): number[] => []);
  for (let round = 0; round < rounds; round++) timers.forEach((time, k) => time !== null && times[k].push(time()));
  return times.map((found) => (found.length === 0 ? null : median(found)));
}

function timer(logDensity: LogDensity, positions: readonly Float64Array[]): () => number {
  const gradient = new Float64Array(positions[0].length);
  let at = 0;
  const calls = (count: number) => () => {
    for (let call = 0; call < count; call++) {
      logDensity(positions[at], gradient);
      at = at + 1 === positions.length ? 0 : at + 1;
    }
  };
  // Doubling also warms the function up.
  let count = 1;
  while (cpuSeconds(calls(count)) < stretch) count *= 2;
  return () => (1e9 * cpuSeconds(calls(count))) / count;
}

/** Two gradients of one density agree; a naive gradient that computed something else would be no yardstick. */
export function checkGradients(
  { dimension, logDensity }: Target,
  naive: LogDensity,
  positions: readonly Float64Array[],
) {
  const [ours, theirs] = [new Float64Array(dimension), new Float64Array(dimension)];
  for (const position of positions.slice(0, 10)) {
    logDensity(position, ours);
    naive(position, theirs);
    const worst = ours.findIndex((g, k) => !(Math.abs(g - theirs[k]) <= 1e-9 * Math.max(1, Math.abs(g))));
    if (worst >= 0)
      throw new Error(`the naive gradient is not the model's: ${theirs[worst]} for ${ours[worst]} at ${worst}`);
  }
}
