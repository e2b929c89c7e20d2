// What has been checked about the model itself.
import { formatCount, formatFixed } from '../format';
import type { ParetoFacts, PredictiveCheck, Remark, RunFacts } from './facts';

const P_LOOK = 0.025;
const P_DOUBT = 0.005;

export function examineModel({ predictiveCheck, pareto }: RunFacts): readonly Remark[] {
  return [
    predictiveCheck === null ? UNCHECKED : examinePrediction(predictiveCheck),
    ...(pareto === null ? [] : [examinePareto(pareto)]),
  ];
}

const UNCHECKED: Remark = {
  line: 'No posterior predictive check was made. R-hat, ESS and divergences describe the sampler; only comparing what the model predicts with the data says anything about the model.',
  finding: null,
};

function examinePrediction({ statistic, p }: PredictiveCheck): Remark {
  const tail = Math.min(p, 1 - p);
  const shown = p < 0.001 ? 'less than 0.001' : p > 0.999 ? 'more than 0.999' : formatFixed(p, 3);
  if (tail >= P_LOOK) {
    return {
      line: `Posterior predictive check of ${statistic}: p is ${shown}, so data simulated from the model resemble the real data there.`,
      finding: null,
    };
  }
  return {
    line: `Posterior predictive check of ${statistic}: p is ${shown}, so the model hardly ever simulates data that are so ${p < 0.5 ? 'high' : 'low'} there.`,
    finding: {
      severity: tail < P_DOUBT ? 'doubt' : 'look',
      about: 'model',
      why: `data simulated from it do not resemble the real data in ${statistic}`,
      remedy: 'Ask what process the model leaves out; more draws will not help.',
    },
  };
}

function examinePareto({ above, units, threshold }: ParetoFacts): Remark {
  const limit = formatFixed(threshold, 2);
  if (above === 0) {
    return {
      line: `Pareto k is below ${limit} for all ${formatCount(units)} units: leave-one-out by importance sampling may be relied on.`,
      finding: null,
    };
  }
  const which = above === 1 ? 'one unit' : `${formatCount(above)} units`;
  return {
    line: `Pareto k is above ${limit} for ${formatCount(above)} of ${formatCount(units)} units: each of them moves the posterior so much that a few draws would stand for all.`,
    finding: {
      severity: 'look',
      about: 'score',
      why: `it cannot be had from these draws for ${which}`,
      remedy: 'Leave those units out for real and fit again (exact leave-one-out).',
    },
  };
}
