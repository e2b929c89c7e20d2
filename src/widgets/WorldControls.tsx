// The sliders of the world and whose world it is: the lecture's own people, or others by seed.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { effectLimits, lectureKnob, lectureSeed, moveWorld, restWorld, sameWorld, sizeLimits } from '../store/worlds';
import { useWorld, withEffect, withPeople, withSize } from '../store/worlds';
import type { EffectName, SizeName } from '../store/worlds';
import { WorldSlider } from './WorldSlider';
import { effectSettings, sizeConsequence, sizeSettings } from './world-settings';
import './figure-controls.css';
import './world.css';

const effects: readonly EffectName[] = ['bXY', 'bZY', 'toX', 'toY', 'confoundSd', 'alpha'];
const sizes: readonly SizeName[] = ['groups', 'individuals'];

export function EffectSlider({ name, disabled = false }: { readonly name: EffectName; readonly disabled?: boolean }) {
  const { knob } = useWorld();
  const { consequence, ...setting } = effectSettings[name];
  const value = knob.effects[name];
  return (
    <WorldSlider
      {...setting}
      disabled={disabled}
      limits={effectLimits[name]}
      value={value}
      consequence={consequence(value)}
      onMove={(next) => moveWorld(withEffect(name, next))}
      onRest={(next) => restWorld(withEffect(name, next))}
    />
  );
}

function SizeSlider({ name }: { readonly name: SizeName }) {
  const { knob } = useWorld();
  return (
    <WorldSlider
      {...sizeSettings[name]}
      limits={sizeLimits[name]}
      value={knob.size[name]}
      consequence={sizeConsequence(knob.size)}
      onMove={(next) => moveWorld(withSize(name, next))}
      onRest={(next) => restWorld(withSize(name, next))}
    />
  );
}

export function WorldControls(): ReactNode {
  return (
    <div className="world-controls">
      {effects.map((name) => (
        <EffectSlider key={name} name={name} />
      ))}
      {sizes.map((name) => (
        <SizeSlider key={name} name={name} />
      ))}
      <People />
    </div>
  );
}

/** Whose world it is. */
function People(): ReactNode {
  const { knob } = useWorld();
  const id = useId();
  const set = (seed: number): void => restWorld(withPeople(seed));
  return (
    <div className="world-people">
      <button
        type="button"
        className="pill"
        disabled={sameWorld(knob, lectureKnob)}
        onClick={() => restWorld(() => lectureKnob)}
      >
        The lecture’s own world
      </button>
      <button type="button" className="pill" onClick={() => set((knob.seed % 4294967295) + 1)}>
        Other people
      </button>
      <span>
        <label htmlFor={id}>World</label>{' '}
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={lectureSeed}
          max={4294967295}
          step={1}
          value={knob.seed}
          onChange={({ target }) => {
            const next = target.valueAsNumber;
            if (Number.isInteger(next) && next >= 0 && next <= 4294967295) set(next);
          }}
        />
      </span>
    </div>
  );
}

/** Which world a figure shows, in a few words. */
export function worldName(seed: number): string {
  return seed === lectureSeed ? 'the lecture’s own people' : `the people of world ${seed}`;
}
