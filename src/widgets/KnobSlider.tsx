// A knob under the reader's hand: a range, a number field and the values worth visiting.
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { knobAt, positionOf } from '../store/log-scale';
import type { LogScale } from '../store/log-scale';
import './knob-slider.css';

export interface KnobSliderProps {
  /** What the knob is called, in words. */
  readonly label: string;
  /** How it is written: the symbol, set as mathematics. */
  readonly symbol: ReactNode;
  /** Its name in the model's text, for linked reading. */
  readonly of?: string;
  readonly value: number;
  readonly scale: LogScale;
  /** The consequence of a value, in a few words. */
  readonly consequence: (value: number) => string;
  readonly stops: readonly { readonly value: number; readonly label: string }[];
  readonly onMove: (value: number) => void;
  readonly onRest: (value: number) => void;
}

/** A hand that holds still this long has come to rest, ms. */
const restAfter = 280;

export function KnobSlider(props: KnobSliderProps): ReactNode {
  const { label, symbol, of, value, scale, consequence, stops } = props;
  const id = useId();
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const move = (next: number): void => {
    window.clearTimeout(timer.current);
    props.onMove(next);
    timer.current = window.setTimeout(() => props.onRest(next), restAfter);
  };
  const jump = (next: number): void => {
    window.clearTimeout(timer.current);
    props.onRest(next);
  };

  return (
    <div className="knob" data-about={of}>
      <label className="knob-label" htmlFor={id}>
        <span className="knob-symbol" data-symbol={of}>
          {symbol}
        </span>{' '}
        {label}
      </label>
      <span className="knob-consequence" aria-hidden="true">
        {consequence(value)}
      </span>
      <input
        id={id}
        className="knob-range"
        type="range"
        min={0}
        max={scale.steps}
        step={1}
        value={positionOf(scale, value)}
        aria-valuetext={`${value}, ${consequence(value)}`}
        onChange={(event) => move(knobAt(scale, Number(event.target.value)))}
      />
      <KnobField label={label} value={value} scale={scale} onCommit={jump} />
      <div className="knob-stops" role="group" aria-label={`${label}: values worth visiting`}>
        {stops.map((stop) => (
          <button key={stop.value} type="button" aria-pressed={value === stop.value} onClick={() => jump(stop.value)}>
            {stop.label}
          </button>
        ))}
      </div>
    </div>
  );
}

interface KnobFieldProps {
  readonly label: string;
  readonly value: number;
  readonly scale: LogScale;
  readonly onCommit: (value: number) => void;
}

/** Typed values: taken at Enter or when the field is left; a value that cannot be used is explained and the old one kept. */
function KnobField({ label, value, scale, onCommit }: KnobFieldProps): ReactNode {
  const [draft, setDraft] = useState<string | null>(null);
  const [complaint, setComplaint] = useState<string | null>(null);
  const complaintId = useId();

  const commit = (): void => {
    if (draft === null) return;
    const typed = Number(draft.trim().replace(',', '.'));
    if (draft.trim() === '' || !Number.isFinite(typed)) setComplaint(`“${draft}” is not a number.`);
    else if (typed < scale.minimum || typed > scale.maximum)
      setComplaint(`Type a number from ${scale.minimum} to ${scale.maximum}.`);
    else {
      setComplaint(null);
      onCommit(typed);
    }
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') setDraft(null);
  };

  return (
    <span className="knob-field">
      <input
        type="text"
        inputMode="decimal"
        aria-label={`${label}, typed`}
        aria-describedby={complaint === null ? undefined : complaintId}
        aria-invalid={complaint !== null}
        value={draft ?? String(value)}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      {complaint !== null && (
        <span id={complaintId} role="alert" className="knob-complaint">
          {complaint}
        </span>
      )}
    </span>
  );
}
