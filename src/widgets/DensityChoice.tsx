// Whether the densities are drawn over rows of intervals.
import type { ReactNode } from 'react';

export interface DensityChoiceProps {
  readonly shown: boolean;
  readonly onShow: (shown: boolean) => void;
}

export function DensityChoice({ shown, onShow }: DensityChoiceProps): ReactNode {
  return (
    <label>
      <input type="checkbox" checked={shown} onChange={(event) => onShow(event.target.checked)} /> Densities
    </label>
  );
}
