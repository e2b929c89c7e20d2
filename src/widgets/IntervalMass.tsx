// How much of the posterior the intervals hold: one setting for all figures.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { chooseInterval, intervals, useSettings } from '../store/settings';

export function IntervalMass(): ReactNode {
  const interval = useSettings((state) => state.interval);
  const id = useId();
  return (
    <span>
      <label htmlFor={id}>Intervals</label>{' '}
      <select id={id} value={interval} onChange={(event) => chooseInterval(Number(event.target.value))}>
        {intervals.map((mass) => (
          <option key={mass} value={mass}>
            {mass} %
          </option>
        ))}
      </select>
    </span>
  );
}
