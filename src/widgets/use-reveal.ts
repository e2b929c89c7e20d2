// How much of a path is shown: it grows from its start after each push, and is there at once where motion is not wanted.
import { useEffect, useRef, useState } from 'react';
import { wantsStillness } from '../store/comfort';

const frame = 40;

/**
 * From 1 to `length`, over `duration` ms after `push` has changed; `length` at first and whenever the path changes without a push.
 */
export function useReveal(push: number, length: number, duration: number): number {
  const [reveal, setReveal] = useState({ push, share: 1 });
  const last = useRef(push);
  useEffect(() => {
    if (last.current === push) return undefined;
    last.current = push;
    const still = wantsStillness();
    const began = performance.now();
    const timer = window.setInterval(
      () => {
        const share = still ? 1 : Math.min(1, (performance.now() - began) / duration);
        setReveal({ push, share });
        if (share === 1) window.clearInterval(timer);
      },
      still ? 0 : frame,
    );
    return () => window.clearInterval(timer);
  }, [push, duration]);
  const share = reveal.push === push ? reveal.share : 0;
  return Math.max(1, Math.ceil(share * length));
}
