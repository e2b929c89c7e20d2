// The warm-up as data: phases in order, each with what adapts in it.

import type { ScheduleKind } from './settings';

/**
 * A stretch of the warm-up, transitions `first` to `first + length - 1` from 0.
 * 'fixed': nothing adapts. 'step size': the step size adapts, and in the next two as well.
 * 'window': draws are collected, and the metric is estimated from them at the end of the phase.
 * 'running': the metric is estimated anew after each draw, from this phase's and the previous running phase's draws.
 */
export interface WarmupPhase {
  readonly kind: 'fixed' | 'step size' | 'window' | 'running';
  readonly first: number;
  readonly length: number;
}

export function warmupSchedule(kind: ScheduleKind | 'fixed', warmup: number): readonly WarmupPhase[] {
  switch (kind) {
    case 'fixed':
      return inOrder([{ kind: 'fixed', length: warmup }]);
    case 'stan':
      return stanSchedule(warmup);
    case 'fast':
      return fastSchedule(warmup);
  }
}

function inOrder(phases: readonly Omit<WarmupPhase, 'first'>[]): readonly WarmupPhase[] {
  const placed: WarmupPhase[] = [];
  let first = 0;
  for (const { kind, length } of phases) {
    if (length === 0) continue;
    placed.push({ kind, first, length });
    first += length;
  }
  return placed;
}

/**
 * Stan's windows (Stan Reference Manual, "Automatic parameter tuning"): 75 transitions to find the typical set, windows of 25, 50, 100, …
 * of which the last is stretched to the end, and 50 for the step size. Below 150 transitions the three parts are 15, 75 and 10 %; below
 * 20 only the step size adapts. One difference: from 151 to 199 transitions the first window takes all that is left, where Stan makes a
 * second one of as few as one draw.
 */
function stanSchedule(warmup: number): readonly WarmupPhase[] {
  if (warmup < 20) return inOrder([{ kind: 'step size', length: warmup }]);
  const short = warmup < 150;
  const initial = short ? Math.floor(0.15 * warmup) : 75;
  const final = short ? Math.floor(0.1 * warmup) : 50;
  let left = warmup - initial - final;
  const windows: number[] = [];
  for (let length = short ? left : 25; left > 0; length *= 2) {
    // A window after which the next, twice as long, would not fit takes all that is left.
    const taken = left - length < 2 * length ? left : length;
    windows.push(taken);
    left -= taken;
  }
  return inOrder([
    { kind: 'step size', length: initial },
    ...windows.map((length) => ({ kind: 'window' as const, length })),
    { kind: 'step size', length: final },
  ]);
}

/**
 * Running phases of 5, 10, 20, … transitions up to a quarter of the metric's share (the last takes what is left), so that the last
 * estimates, which rest on two phases, have forgotten the way in from the start; then the step size alone, for a fifth of the warm-up,
 * at most 50.
 */
function fastSchedule(warmup: number): readonly WarmupPhase[] {
  const final = Math.min(50, Math.floor(warmup / 5));
  let left = warmup - final;
  const longest = Math.max(5, Math.floor(left / 4));
  const lengths: number[] = [];
  for (let length = 5; left > 0; length = Math.min(longest, length * 2)) {
    const taken = left - length < length ? left : length;
    lengths.push(taken);
    left -= taken;
  }
  return inOrder([
    ...lengths.map((length) => ({ kind: 'running' as const, length })),
    { kind: 'step size', length: final },
  ]);
}
