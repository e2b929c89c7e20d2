// One slider of the simulated world: symbol, what it does, its value, typed or dragged.
import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Limits } from '../store/worlds';

export interface WorldSliderProps {
  readonly symbol: ReactNode;
  readonly label: string;
  readonly limits: Limits;
  readonly step: number;
  readonly value: number;
  /** The consequence of a value, in a few words, for those who do not see the figure. */
  readonly consequence: string;
  readonly disabled?: boolean;
  readonly onMove: (value: number) => void;
  readonly onRest: (value: number) => void;
}

/** A hand that holds still this long has come to rest, ms. */
const restAfter = 280;

export function WorldSlider(props: WorldSliderProps): ReactNode {
  const { symbol, label, limits, step, value, consequence, disabled = false } = props;
  const id = useId();
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const move = (next: number): void => {
    window.clearTimeout(timer.current);
    props.onMove(next);
    timer.current = window.setTimeout(() => props.onRest(next), restAfter);
  };
  const inside = (next: number): boolean =>
    next >= limits.minimum && next <= limits.maximum && (step < 1 || Number.isInteger(next));
  return (
    <div className="world-slider">
      <label htmlFor={id}>
        <span className="world-symbol">{symbol}</span> {label}
      </label>
      <input
        className="world-number"
        type="number"
        aria-label={`${label}, typed`}
        min={limits.minimum}
        max={limits.maximum}
        step={step}
        value={value}
        disabled={disabled}
        onChange={({ target }) => {
          if (inside(target.valueAsNumber)) move(target.valueAsNumber);
        }}
      />
      <input
        id={id}
        className="world-range"
        type="range"
        min={limits.minimum}
        max={limits.maximum}
        step={step}
        value={value}
        disabled={disabled}
        aria-valuetext={`${value}, ${consequence}`}
        onChange={({ target }) => move(Number(target.value))}
      />
    </div>
  );
}
