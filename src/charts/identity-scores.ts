// Chart: the exact score of each left-out tank without and with predators in the model.
import { identityChart } from './identity';

export default identityChart({
  name: 'identity-scores',
  domain: [-6, -0.5],
  ticks: [-6, -5, -4, -3, -2, -1],
  along: 'score of a model without predators',
  up: 'score of the model with predators',
});
