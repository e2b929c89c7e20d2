// The seed of every figure: the same seed gives the same draws, another one shows how much the draws matter.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { chooseSeed, useSettings } from '../store/settings';

export function SeedChoice(): ReactNode {
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
}
