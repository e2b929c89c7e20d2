// Whether the chains tell of the same posterior, for the quantities of a page, in a sentence.
import type { LabFit } from '../../../store/lab/fits';
import { formatFixed } from '../../../store/format';
import { summaryOf } from '../../../store/lab/results/quantities';
import type { Quantity } from '../../../store/lab/results/quantities';

/** Vehtari et al. 2021. */
const wanted = 1.01;

export function agreementOf(fit: LabFit, quantities: readonly Quantity[]): string {
  const hats = quantities.flatMap((quantity) => {
    const hat = summaryOf(fit, quantity)?.r_hat ?? null;
    return hat === null ? [] : [{ hat, label: quantity.label }];
  });
  if (fit.runKey.chains === 1) return 'One chain alone cannot be told from a chain that is stuck';
  if (hats.length === 0) return 'These quantities do not vary, so there is no R-hat';
  const worst = hats.reduce((most, one) => (one.hat > most.hat ? one : most));
  const number = formatFixed(worst.hat, 3);
  return worst.hat <= wanted
    ? `The chains agree here: no R-hat above ${number}`
    : `The chains do not agree on ${worst.label}: R-hat ${number}, wanted at most 1.01`;
}
