// Colours, text size, contrast and motion: what the reader's eyes need, on every page.
import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { chooseComfort, comfortOf, comforts, onComfortChange } from '../store/comfort';
import type { Comfort, ComfortValue } from '../store/comfort';
import './comfort-choices.css';

export function ComfortChoices(): ReactNode {
  return (
    <>
      <ComfortChoice
        of="theme"
        label="Colours"
        words={[
          ['light', 'Light'],
          ['system', 'Auto'],
          ['dark', 'Dark'],
        ]}
      />
      <ComfortChoice
        of="text"
        label="Text"
        words={[
          ['small', 'Small'],
          ['normal', 'Normal'],
          ['large', 'Large'],
          ['largest', 'Largest'],
        ]}
      />
      <ComfortChoice
        of="contrast"
        label="Contrast"
        words={[
          ['system', 'Auto'],
          ['more', 'High'],
        ]}
      />
      <ComfortChoice
        of="motion"
        label="Motion"
        words={[
          ['system', 'Auto'],
          ['less', 'Reduced'],
        ]}
      />
      <ComfortChoice
        of="keys"
        label="Key /"
        words={[
          ['on', 'Opens search'],
          ['off', 'Off'],
        ]}
      />
    </>
  );
}

interface ComfortChoiceProps<C extends Comfort> {
  readonly of: C;
  readonly label: string;
  /** In the order shown. */
  readonly words: readonly (readonly [value: ComfortValue<C>, word: string])[];
}

function ComfortChoice<C extends Comfort>({ of, label, words }: ComfortChoiceProps<C>): ReactNode {
  const chosen = useSyncExternalStore<ComfortValue<C>>(
    onComfortChange,
    () => comfortOf(of),
    () => comforts[of][0],
  );
  return (
    <fieldset className="comfort-choice">
      <legend>{label}</legend>
      {words.map(([value, word]) => (
        <label key={value}>
          <input
            type="radio"
            name={`comfort-${of}`}
            checked={chosen === value}
            onChange={() => chooseComfort(of, value)}
          />
          <span>{word}</span>
        </label>
      ))}
    </fieldset>
  );
}
