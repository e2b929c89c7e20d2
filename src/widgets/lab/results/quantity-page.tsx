// Which of a fit's quantities a panel shows: all or those of one name, a page at a time.
import { useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { LabFit } from '../../../store/lab/fits';
import { quantitiesOf, vectorsOf } from '../../../store/lab/results/quantities';
import type { Quantity } from '../../../store/lab/results/quantities';
import { Pager, usePage } from './Pager';

export interface QuantityPage {
  /** Of this page: the same array for the same page. */
  readonly shown: readonly Quantity[];
  /** Of all pages. */
  readonly chosen: readonly Quantity[];
  readonly controls: ReactNode;
}

export function useQuantityPage(fit: LabFit, size: number, first = ''): QuantityPage {
  const [wanted, setWanted] = useState(first);
  const id = useId();
  const vectors = vectorsOf(fit);
  const variable = vectors.includes(wanted) ? wanted : '';
  const chosen = useMemo(
    () => quantitiesOf(fit).filter((quantity) => variable === '' || quantity.variable === variable),
    [fit, variable],
  );
  const page = usePage(chosen.length, size);
  const { from, to } = page;
  const shown = useMemo(() => chosen.slice(from, to), [chosen, from, to]);
  const controls = (
    <div className="figure-options">
      {vectors.length > 0 && (
        <label htmlFor={id}>
          Show
          <select id={id} value={variable} onChange={(event) => setWanted(event.target.value)}>
            <option value="">all quantities</option>
            {vectors.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <Pager page={page} what="quantities" />
    </div>
  );
  return { shown, chosen, controls };
}
