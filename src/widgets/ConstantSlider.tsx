// One constant of a prior under a slider, with its value beside it.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { formatFixed } from '../store/format';
import './constant-slider.css';

export interface ConstantSliderProps {
  readonly symbol: ReactNode;
  readonly label: string;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  /** What the value means, for those who do not see the chart. */
  readonly consequence: string;
  readonly onChange: (value: number) => void;
}

export function ConstantSlider(props: ConstantSliderProps): ReactNode {
  const { symbol, label, value, minimum, maximum, step, consequence, onChange } = props;
  const id = useId();
  const decimals = step < 1 ? 1 : 0;
  return (
    <div className="constant">
      <label htmlFor={id}>
        <span className="constant-symbol">{symbol}</span> {label}
      </label>
      <output htmlFor={id}>{formatFixed(value, decimals)}</output>
      <input
        id={id}
        type="range"
        min={minimum}
        max={maximum}
        step={step}
        value={value}
        aria-valuetext={`${formatFixed(value, decimals)}, ${consequence}`}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </div>
  );
}
