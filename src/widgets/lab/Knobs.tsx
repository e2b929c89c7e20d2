// The model's knobs as sliders: numbers that the reader sets, where a parameter would be learned.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { moveKnob } from '../../store/lab/knobs';
import { useLab } from '../../store/lab/page-lab';
import type { Declaration } from '../../store/lab/model';
import { NumberField } from './NumberField';
import { symbolOf } from './graph-layout';

type Knob = Extract<Declaration, { role: 'knob' }>;

/** `beside`: a second set near the results, so that the hand and the eye are in one place. */
export function Knobs({ beside = false }: { readonly beside?: boolean }): ReactNode {
  const declarations = useLab((state) => state.examination.declarations);
  const knobs = declarations.flatMap((one) => (one.role === 'knob' ? [one] : []));
  return knobs.map((knob) => <KnobRow key={knob.name} knob={knob} beside={beside} />);
}

const steps = 200;

function KnobRow({ knob, beside }: { readonly knob: Knob; readonly beside: boolean }): ReactNode {
  const id = useId();
  const { name, value, minimum, maximum } = knob;
  const { base, sub } = symbolOf(name);
  const set = (next: number): void => moveKnob(knob, next);
  return (
    <div className="lab-knob" data-about={name}>
      <label htmlFor={id}>
        <span className="knob-symbol" data-symbol={name} aria-hidden="true">
          <i>{base}</i>
          {sub !== '' && <sub>{sub}</sub>}
        </span>
        <span className="visually-hidden">
          {name}
          {beside ? ', beside the results' : ''}
        </span>
      </label>
      <input
        id={id}
        type="range"
        className="knob-range"
        min={0}
        max={steps}
        step={1}
        value={positionOf(knob)}
        aria-valuetext={String(value)}
        onChange={(event) => set(valueAt(knob, Number(event.target.value)))}
      />
      <NumberField
        quiet
        label={beside ? `${name}, typed beside the results` : `${name}, typed`}
        value={value}
        {...{ minimum, maximum }}
        whole={false}
        onCommit={set}
      />
    </div>
  );
}

/** Equal steps are equal factors where the range spans some of them, else equal differences. */
function isLogarithmic({ minimum, maximum }: Knob): boolean {
  return minimum > 0 && maximum / minimum >= 10;
}

function valueAt(knob: Knob, position: number): number {
  const { minimum, maximum } = knob;
  const share = position / steps;
  if (position === 0) return minimum;
  if (position === steps) return maximum;
  const exact = isLogarithmic(knob) ? minimum * (maximum / minimum) ** share : minimum + share * (maximum - minimum);
  const rounded = Number(exact.toPrecision(3));
  return Math.min(maximum, Math.max(minimum, rounded));
}

function positionOf(knob: Knob): number {
  const { minimum, maximum, value } = knob;
  const share = isLogarithmic(knob)
    ? Math.log(value / minimum) / Math.log(maximum / minimum)
    : (value - minimum) / (maximum - minimum);
  return Math.round(share * steps);
}
