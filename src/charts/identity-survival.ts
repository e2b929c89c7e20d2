// Chart: each seen tank's posterior mean of survival without and with predators in the model.
import { identityChart } from './identity';
import { percentLabel } from './style';

export default identityChart({
  name: 'identity-survival',
  domain: [0, 1],
  ticks: [0, 0.25, 0.5, 0.75, 1],
  labelExpr: percentLabel,
  along: 'estimate of a model without predators',
  up: 'estimate of the model with predators',
});
