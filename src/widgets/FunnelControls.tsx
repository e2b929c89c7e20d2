// The hands of the funnel: observations a tank, the form that is written out, and the coordinates of the pictures.
import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { forms, observationCounts, observe, useFunnel } from '../store/funnel';
import type { Form } from '../store/funnel';
import { SeedChoice } from './SeedChoice';

export interface FunnelControlsProps {
  readonly form: Form;
  readonly onForm: (form: Form) => void;
  /** Whether each picture has the coordinates that its sampler moves in. */
  readonly own: boolean;
  readonly onOwn: (own: boolean) => void;
}

const names: Readonly<Record<Form, string>> = { centred: 'centred', noncentred: 'non-centred' };

/** A hand that holds still this long has come to rest, ms. */
const restAfter = 200;

export function FunnelControls({ form, onForm, own, onOwn }: FunnelControlsProps): ReactNode {
  const group = useId();
  return (
    <>
      <Observations />
      <div className="figure-options">
        <span className="funnel-switch" role="radiogroup" aria-label="The model, written">
          <span>The model, written</span>
          {forms.map((one) => (
            <label key={one}>
              <input type="radio" name={group} checked={one === form} onChange={() => onForm(one)} /> {names[one]}
            </label>
          ))}
        </span>
        <label>
          <input type="checkbox" checked={own} onChange={({ target }) => onOwn(target.checked)} /> what each sampler
          moves in
        </label>
        <SeedChoice />
      </div>
    </>
  );
}

function Observations(): ReactNode {
  const { observations } = useFunnel();
  const [place, setPlace] = useState<number | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const id = useId();
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const stands = observationCounts.findIndex((n) => n === observations);
  const value = observationCounts[place ?? stands] ?? observations;
  const move = (next: number): void => {
    window.clearTimeout(timer.current);
    setPlace(next);
    timer.current = window.setTimeout(() => {
      setPlace(null);
      observe(observationCounts[next]);
    }, restAfter);
  };
  return (
    <div className="funnel-slider">
      <label htmlFor={id}>Observations a tank</label>
      <output htmlFor={id}>{value}</output>
      <input
        id={id}
        type="range"
        min={0}
        max={observationCounts.length - 1}
        step={1}
        value={place ?? stands}
        aria-valuetext={`${value}, ${value <= 5 ? 'the data say little of each tank' : value >= 30 ? 'the data pin each tank' : 'some of either'}`}
        onChange={({ target }) => move(Number(target.value))}
      />
    </div>
  );
}
