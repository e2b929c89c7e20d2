// Ranks, densities and halves of the quantities on a page of a panel.
import { useCallback, useState } from 'react';
import { looksPlan } from '../../../engine/results/looks';
import type { QuantityLook } from '../../../engine/results/looks';
import { isGlimpse } from '../fits';
import type { LabFit } from '../fits';
import { createAnswers, useAnswer } from './answers';
import type { Inquiry } from './answers';
import { drawsOf, supportOf } from './quantities';
import type { Quantity } from './quantities';

export type { Curve, QuantityLook } from '../../../engine/results/looks';

const looks = createAnswers<readonly QuantityLook[]>();

/** `quantities`: the same array for the same page. One look a quantity, in their order. */
export function useLooks(fit: LabFit, quantities: readonly Quantity[]): Inquiry<readonly QuantityLook[]> | null {
  const plan = useCallback(
    () =>
      looksPlan(
        quantities.map((quantity) => ({
          name: quantity.name,
          chains: drawsOf(fit, quantity),
          support: supportOf(fit, quantity),
        })),
      ),
    [fit, quantities],
  );
  return useAnswer(looks, fit, aboutOf(quantities), plan, isGlimpse(fit) ? 'preview' : 'figure');
}

function aboutOf(quantities: readonly Quantity[]): string {
  return quantities.map(({ name }) => name).join(' ');
}

export interface HeldLooks {
  readonly fit: LabFit;
  readonly looks: Inquiry<readonly QuantityLook[]> | null;
}

/** The same, but where the fit is another of the same model, the one before stays until the looks of this one are there: nothing blinks. */
export function useHeldLooks(fit: LabFit, quantities: readonly Quantity[]): HeldLooks {
  const now = useLooks(fit, quantities);
  const about = aboutOf(quantities);
  const [held, setHeld] = useState<(HeldLooks & { readonly about: string }) | null>(null);
  if (now?.kind !== 'done')
    return held?.about === about && held.fit.runKey.source === fit.runKey.source ? held : { fit, looks: now };
  if (held?.looks !== now) setHeld({ fit, looks: now, about });
  return { fit, looks: now };
}
