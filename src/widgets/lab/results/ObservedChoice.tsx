// Which of the observed variables a panel is about; nothing to choose where there is one.
import { useId } from 'react';
import type { ReactNode } from 'react';

export interface ObservedChoiceProps {
  readonly names: readonly string[];
  readonly name: string;
  readonly onChoose: (name: string) => void;
}

export function ObservedChoice({ names, name, onChoose }: ObservedChoiceProps): ReactNode {
  const id = useId();
  if (names.length < 2) return null;
  return (
    <label htmlFor={id}>
      Observed
      <select id={id} value={name} onChange={(event) => onChoose(event.target.value)}>
        {names.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
}
