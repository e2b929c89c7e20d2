// How the sampler moved through the posterior: divergences, tree depth, energy.
import { formatCount, formatFixed, formatPercent } from '../format';
import type { Remark, RunFacts } from './facts';

const DIVERGENT_SHARE_DOUBT = 0.01;
const TREEDEPTH_SHARE_LOOK = 0.05;
const EBFMI_LOOK = 0.3;

export function examineGeometry(facts: RunFacts): readonly Remark[] {
  return [examineDivergences(facts), examineTreedepth(facts), examineEnergy(facts)];
}

function examineDivergences({ divergences, draws }: RunFacts): Remark {
  if (divergences === 0) {
    return { line: 'No divergences: the simulated paths kept their energy everywhere.', finding: null };
  }
  const doubt = divergences >= DIVERGENT_SHARE_DOUBT * draws;
  const paths = divergences === 1 ? 'one simulated path' : `${formatCount(divergences)} simulated paths`;
  const share = divergences / draws;
  const shareText = share < 0.001 ? 'less than 0.1\u202f%' : formatPercent(share, 1);
  return {
    line: `${formatCount(divergences)} of ${formatCount(draws)} trajectories diverged (${shareText}): there the posterior curves more sharply than the step size can follow, as in the neck of a funnel, and draws from there may be missing.`,
    finding: {
      severity: doubt ? 'doubt' : 'look',
      about: 'sampler',
      why: `${paths} went wrong, so a part of the posterior may be missing`,
      remedy: 'Try the non-centred form of the varying effects, or a higher target acceptance rate.',
    },
  };
}

function examineTreedepth({ maxTreedepthHits, maxTreedepth, draws }: RunFacts): Remark {
  if (maxTreedepthHits === 0) {
    return { line: `No trajectory was cut short at tree depth ${formatCount(maxTreedepth)}.`, finding: null };
  }
  const share = maxTreedepthHits / draws;
  const line = `${formatCount(maxTreedepthHits)} of ${formatCount(draws)} trajectories were cut short at tree depth ${formatCount(maxTreedepth)}: they needed more steps than they were allowed. That costs time rather than truth.`;
  if (share < TREEDEPTH_SHARE_LOOK) return { line, finding: null };
  return {
    line,
    finding: {
      severity: 'look',
      about: 'sampler',
      why: `${formatPercent(share, 0)} of the simulated paths were cut short, so the chains move slowly`,
      remedy: 'Bring the predictors to similar scales, loosen strong correlations, or allow a deeper tree.',
    },
  };
}

function examineEnergy({ ebfmi }: RunFacts): Remark {
  const known = ebfmi.filter((value) => value !== null);
  if (known.length === 0) return { line: 'E-BFMI could not be computed: the energies do not vary.', finding: null };
  const smallest = Math.min(...known);
  const low = known.filter((value) => value < EBFMI_LOOK).length;
  if (low === 0) {
    return {
      line: `E-BFMI is at least ${formatFixed(smallest, 2)}: from draw to draw the chains cross the range of energies well.`,
      finding: null,
    };
  }
  const where =
    ebfmi.length === 1 ? 'The chain has' : `${formatCount(low)} of ${formatCount(ebfmi.length)} chains have`;
  return {
    // Two decimals would show 0.299 as 0.30.
    line: `${where} an E-BFMI below ${formatFixed(EBFMI_LOOK, 1)} (the smallest is ${formatFixed(smallest, 3)}): the energy changes too little from draw to draw to reach the ends of the posterior.`,
    finding: {
      severity: 'look',
      about: 'sampler',
      why: 'the chains explore the ends of the posterior slowly',
      remedy: 'Try the non-centred form, or priors with lighter tails, and run longer.',
    },
  };
}
