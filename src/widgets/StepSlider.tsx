// A slider over a few given values, with the value beside its name.
import { useId } from 'react';
import type { ReactNode } from 'react';

export interface StepSliderProps {
  readonly label: string;
  readonly value: number;
  /** Increasing. */
  readonly values: readonly number[];
  /** What the value means, in a few words. */
  readonly consequence: string;
  readonly disabled?: boolean;
  readonly onMove: (value: number) => void;
}

export function StepSlider({
  label,
  value,
  values,
  consequence,
  disabled = false,
  onMove,
}: StepSliderProps): ReactNode {
  const id = useId();
  return (
    <div className="step-slider">
      <span>
        <label htmlFor={id}>{label}</label> <output htmlFor={id}>{value}</output>
      </span>
      <input
        id={id}
        type="range"
        min={0}
        max={values.length - 1}
        step={1}
        value={Math.max(0, values.indexOf(value))}
        disabled={disabled}
        aria-valuetext={`${value}, ${consequence}`}
        onChange={({ target }) => onMove(values[Number(target.value)])}
      />
    </div>
  );
}
