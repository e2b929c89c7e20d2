// A position that plays by itself from 0 to 1, can be paused and set, and steps where motion is not wanted.
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { onStillnessChange, wantsStillness } from '../store/comfort';

export interface Playback {
  /** From 0 to 1. */
  readonly position: number;
  readonly playing: boolean;
  /** Where motion is not wanted, Play is a step. */
  readonly stepwise: boolean;
  /** Plays on, from the start where it had ended; one step where motion is not wanted. */
  readonly play: () => void;
  readonly pause: () => void;
  readonly seek: (position: number) => void;
}

const frame = 50;
const steps = 8;

/** `duration` in ms; while `ready` is false it waits at its place. Begins at the end. */
export function usePlayback(duration: number, ready: boolean): Playback {
  const [position, setPosition] = useState(1);
  const [playing, setPlaying] = useState(false);
  const stepwise = useReducedMotion();

  useEffect(() => {
    if (!playing || !ready) return undefined;
    let last = performance.now();
    const timer = window.setInterval(() => {
      const now = performance.now();
      const share = (now - last) / duration;
      last = now;
      setPosition((at) => Math.min(1, at + share));
    }, frame);
    return () => window.clearInterval(timer);
  }, [playing, ready, duration]);
  if (playing && position >= 1) setPlaying(false);

  const play = useCallback(() => {
    if (stepwise) {
      setPosition((at) => (at >= 1 ? 1 / steps : Math.min(1, at + 1 / steps)));
      return;
    }
    setPosition((at) => (at >= 1 ? 0 : at));
    setPlaying(true);
  }, [stepwise]);
  const pause = useCallback(() => setPlaying(false), []);
  const seek = useCallback((to: number) => {
    setPlaying(false);
    setPosition(to);
  }, []);
  return { position, playing, stepwise, play, pause, seek };
}

function useReducedMotion(): boolean {
  return useSyncExternalStore(onStillnessChange, wantsStillness, () => false);
}
