// What the prior expects, as widgets see it.
export { priorShares } from '../../engine/results/prior-view';
export type { PriorOutcome, PriorView } from '../../engine/results/prior-view';
