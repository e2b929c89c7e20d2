// Ranks, densities and halves of the quantities on a page of a panel.
import { useCallback } from 'react';
import { looksPlan } from '../../../engine/results/looks';
import type { QuantityLook } from '../../../engine/results/looks';
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
  return useAnswer(looks, fit, quantities.map(({ name }) => name).join(' '), plan);
}
