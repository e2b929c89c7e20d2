// The fingerprint of a study's trials: two studies with the same one have the same numbers, to the bit.
import { drawsSha256 } from '../hash';
import { trialPoolings } from './study';
import type { TrialResult } from './study';

/** SHA-256 of the errors and the learned survival of every trial, in the order of trials and cells, whatever order they came in. */
export function trialsFingerprint(results: readonly TrialResult[]): string {
  const ordered = [...results].sort((a, b) => a.trial - b.trial || a.cell - b.cell);
  const numbers = ordered.flatMap(({ errors, typical }) => [
    ...trialPoolings.map((pooling) => errors[pooling]),
    typical,
  ]);
  return drawsSha256([Float64Array.from(numbers)]);
}
