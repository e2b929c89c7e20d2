// A change that is shown as a way: a share that runs from 0 to 1 after each change, at once where motion is not wanted.
import { useEffect, useRef, useState } from 'react';
import { wantsStillness } from '../store/comfort';

/** ms */
const duration = 250;

/** Where `target` stands on its way to its present value: 0 and 1 at rest. */
export function useTravel(target: 0 | 1): number {
  const [share, setShare] = useState<number>(target);
  const now = useRef<number>(target);
  useEffect(() => {
    if (now.current === target) return undefined;
    const from = now.current;
    const still = wantsStillness();
    let frame = 0;
    let began: number | null = null;
    const step = (time: number): void => {
      began ??= time;
      const passed = still ? 1 : Math.min(1, (time - began) / duration);
      // Slow at both ends.
      const eased = passed * passed * (3 - 2 * passed);
      now.current = from + (target - from) * eased;
      setShare(now.current);
      if (passed < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return share;
}
