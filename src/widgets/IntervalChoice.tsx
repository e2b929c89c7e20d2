// Whether intervals are drawn, and how much of the posterior they hold: the second is one setting for all figures.
import { memo, useId } from 'react';
import type { ReactNode } from 'react';
import { chooseInterval, intervals, useSettings } from '../store/settings';

export interface IntervalChoiceProps {
  readonly shown: boolean;
  readonly onShow: (shown: boolean) => void;
}

export const IntervalChoice = memo(function IntervalChoice({ shown, onShow }: IntervalChoiceProps): ReactNode {
  const interval = useSettings((state) => state.interval);
  const id = useId();
  return (
    <div className="interval-choice">
      <label>
        <input type="checkbox" checked={shown} onChange={(event) => onShow(event.target.checked)} /> Intervals
      </label>
      <label htmlFor={id} className="visually-hidden">
        Mass of the intervals
      </label>
      <select id={id} value={interval} onChange={(event) => chooseInterval(Number(event.target.value))}>
        {intervals.map((mass) => (
          <option key={mass} value={mass}>
            {mass} %
          </option>
        ))}
      </select>
    </div>
  );
});
