// Whether the chains agree and how many independent draws they are worth.
import { formatCount, formatFixed } from '../format';
import type { Extreme, Remark, RunFacts, Severity } from './facts';

const RHAT_LOOK = 1.01;
const RHAT_DOUBT = 1.05;
const ESS_LOOK_PER_CHAIN = 100;
const ESS_DOUBT_PER_CHAIN = 25;

const LONGER =
  'Run longer; if that does not help, look at the priors and at how the model is parameterized (the non-centred form often helps).';

export function examineMixing(facts: RunFacts): readonly Remark[] {
  return [
    examineRhat(facts.largestRhat, facts.chains),
    examineEss(facts.smallestBulkEss, facts, {
      kind: 'bulk',
      of: 'the centre of its posterior',
      worth: 'its mean and median',
    }),
    examineEss(facts.smallestTailEss, facts, {
      kind: 'tail',
      of: 'the ends of its posterior',
      worth: 'the ends of its intervals',
    }),
  ];
}

/** Three decimals, or as many as it takes for a value over the limit to read as over it. */
function rhatText(value: number): string {
  let decimals = 3;
  while (decimals < 9 && value > RHAT_LOOK && Number(value.toFixed(decimals)) <= RHAT_LOOK) decimals++;
  return formatFixed(value, decimals);
}

function examineRhat({ name, value }: Extreme, chains: number): Remark {
  if (value === null) {
    return {
      line: `R-hat could not be computed for ${name}: its draws do not vary, are too few, or are not finite.`,
      finding: {
        severity: 'doubt',
        about: 'sampler',
        why: `the draws of ${name} do not vary, are too few, or are not finite`,
        remedy: 'Check the model and its data for a value that is impossible or fixed.',
      },
    };
  }
  const one = chains === 1;
  if (value <= RHAT_LOOK) {
    const single = ' One chain has only its own halves to compare: run four.';
    return {
      line: `R-hat is at most ${rhatText(value)} (${name}): ranked together, the chains cannot be told apart.${one ? single : ''}`,
      finding: null,
    };
  }
  const severity: Severity = value > RHAT_DOUBT ? 'doubt' : 'look';
  return {
    line: `R-hat is ${rhatText(value)} for ${name}, above ${formatFixed(RHAT_LOOK, 2)}: ranked together, the draws of some chains gather where others are rare.`,
    finding: {
      severity,
      about: 'sampler',
      why: one
        ? `the first and the second half of the chain disagree about ${name}`
        : `the chains ${severity === 'doubt' ? 'disagree' : 'do not yet quite agree'} about ${name}`,
      remedy: LONGER,
    },
  };
}

interface EssWords {
  readonly kind: 'bulk' | 'tail';
  readonly of: string;
  readonly worth: string;
}

function examineEss({ name, value }: Extreme, { chains, draws, largestRhat }: RunFacts, words: EssWords): Remark {
  if (value === null) return missingEss(name, words, largestRhat.value === null);
  const wanted = ESS_LOOK_PER_CHAIN * chains;
  const drawn = formatCount(draws);
  const count = formatCount(Math.floor(value));
  if (value >= wanted) {
    return {
      line: `The smallest ${words.kind} ESS is ${count} (${name}): for ${words.of}, ${drawn} draws are worth that many independent ones.`,
      finding: null,
    };
  }
  return {
    line: `The ${words.kind} ESS of ${name} is ${count}, below ${formatCount(wanted)}: for ${words.of}, ${drawn} draws are worth only that many independent ones, and R-hat and ESS themselves are uncertain.`,
    finding: {
      severity: value < ESS_DOUBT_PER_CHAIN * chains ? 'doubt' : 'look',
      about: 'sampler',
      why: `there are too few independent draws of ${name} to be sure of ${words.worth}`,
      remedy: LONGER,
    },
  };
}

/** That the draws have no answer at all is found once, with R-hat. */
function missingEss(name: string, { kind }: EssWords, alreadyFound: boolean): Remark {
  return {
    line: `The ${kind} ESS of ${name} could not be computed.`,
    finding: alreadyFound
      ? null
      : {
          severity: 'doubt',
          about: 'sampler',
          why: `there are too few draws of ${name} to tell how many they are worth`,
          remedy: 'Run longer.',
        },
  };
}
