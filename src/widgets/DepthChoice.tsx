// How deep diagnostics go under every figure: one setting for the whole site.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { chooseDepth, depths, useSettings } from '../store/settings';
import type { DiagnosticDepth } from '../store/settings';

const names: Readonly<Record<DiagnosticDepth, string>> = {
  sentence: 'a sentence',
  chains: 'ranks, R-hat and ESS',
  geometry: 'all: also tree depth, divergences, energy',
};

export function DepthChoice(): ReactNode {
  const depth = useSettings((state) => state.depth);
  const id = useId();
  return (
    <span className="depth-choice">
      <label htmlFor={id}>Diagnostics</label>{' '}
      <select
        id={id}
        value={depth}
        onChange={({ target }) => {
          const chosen = depths.find((one) => one === target.value);
          if (chosen !== undefined) chooseDepth(chosen);
        }}
      >
        {depths.map((one) => (
          <option key={one} value={one}>
            {names[one]}
          </option>
        ))}
      </select>
    </span>
  );
}
