// The time since the talk began, to the second.
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { elapsed } from './session';

export interface ClockProps {
  readonly startedAt: number;
  /** Minutes that the talk is to take. */
  readonly planned: number | null;
}

export function Clock({ startedAt, planned }: ClockProps): ReactNode {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = window.setInterval(() => setNow(Date.now()), 1000);
    return () => window.clearInterval(ticking);
  }, []);
  return (
    <span className="presenter-clock" role="timer" aria-label="Time since the talk began">
      {elapsed(now - startedAt)}
      {planned !== null && <small>{` of ${planned} min`}</small>}
    </span>
  );
}
