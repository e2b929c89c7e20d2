// The seed of every figure: the same seed gives the same draws, another one shows how much the draws matter.
import { memo, useId } from 'react';
import type { ReactNode } from 'react';
import { chooseSeed, useSettings } from '../store/settings';

/** Drawn anew when the seed changes, not with every move of a figure's knob: a field costs more than it looks. */
export const SeedChoice = memo(function SeedChoice(): ReactNode {
  const seed = useSettings((state) => state.seed);
  const id = useId();
  return (
    <span className="seed-choice">
      <label htmlFor={id}>Seed</label>{' '}
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={0}
        max={4294967295}
        step={1}
        value={seed}
        onChange={(event) => {
          const next = event.target.valueAsNumber;
          if (Number.isInteger(next) && next >= 0 && next <= 4294967295) chooseSeed(next);
        }}
      />
    </span>
  );
});
