// What a student should be told about a run: whether to trust it, why, and what to do.
import { examineGeometry } from './judge/geometry';
import { examineMixing } from './judge/mixing';
import { examineModel } from './judge/model';
import type { Finding, Remark, RunFacts } from './judge/facts';

export type { Extreme, Finding, ParetoFacts, PredictiveCheck, RunFacts } from './judge/facts';

interface Depths {
  /** One plain sentence or two, for everyone. */
  readonly sentence: string;
  /** Whether the chains agree and how many draws they are worth: R-hat, bulk and tail ESS. */
  readonly mixing: readonly string[];
  /** How the sampler moved: divergences, tree depth, energy. */
  readonly geometry: readonly string[];
  /** What has been checked about the model itself, which no sampler's diagnostic can: predictive checks, Pareto k. */
  readonly model: readonly string[];
}

/** `findings` come worst first. */
interface Concern extends Depths {
  readonly findings: readonly [Finding, ...Finding[]];
}

export type Judgement =
  | ({ readonly kind: 'trust' } & Depths)
  | ({ readonly kind: 'look' } & Concern)
  | ({ readonly kind: 'doubt' } & Concern);

const NOT_THE_MODEL = 'That says the sampler did its work, not that the model is a good one.';

/**
 * Judges a run. Thresholds: R-hat above 1.01 look, above 1.05 doubt; bulk or tail ESS below 100 a chain look, below 25 a chain doubt
 * (Vehtari et al. 2021); any divergence look, from 1 % of the draws doubt; 5 % of trajectories at the largest depth look; E-BFMI below
 * 0.3 look; any Pareto k above its threshold look; predictive p-value in the outer 5 % look, in the outer 1 % doubt.
 */
export function judge(facts: RunFacts): Judgement {
  const mixing = examineMixing(facts);
  const geometry = examineGeometry(facts);
  const model = examineModel(facts);
  const lines = (remarks: readonly Remark[]) => remarks.map((remark) => remark.line);
  const depths = { mixing: lines(mixing), geometry: lines(geometry), model: lines(model) };
  const findings = [...mixing, ...geometry, ...model].flatMap(({ finding }) => (finding === null ? [] : [finding]));
  const [worst, ...rest] = [
    ...findings.filter(({ severity }) => severity === 'doubt'),
    ...findings.filter(({ severity }) => severity === 'look'),
  ];
  if (worst === undefined) return { kind: 'trust', sentence: trustSentence(facts), ...depths };
  return { kind: worst.severity, sentence: concernSentence(worst, findings), findings: [worst, ...rest], ...depths };
}

function trustSentence(facts: RunFacts): string {
  const reading = 'The chains agree and there are enough draws: this posterior may be read.';
  const check = facts.predictiveCheck;
  if (check === null) return `${reading} ${NOT_THE_MODEL}`;
  return `${reading} Data simulated from the model resemble the real data in one respect (${check.statistic}); good sampling alone would not have told us so, and other respects were not looked at.`;
}

const OPENINGS: Record<Finding['about'], Record<Finding['severity'], string>> = {
  sampler: { look: 'Look closer before you rely on this', doubt: 'Do not use these draws' },
  model: { look: 'The draws are usable, but look closer at the model', doubt: 'Do not rely on this model' },
  score: {
    look: 'The posterior may be read, but not its leave-one-out score',
    doubt: 'Do not use the leave-one-out score',
  },
};

function concernSentence(worst: Finding, findings: readonly Finding[]): string {
  const opening = OPENINGS[worst.about][worst.severity];
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more below)` : '';
  const samplerIsFine = findings.every(({ about }) => about !== 'sampler');
  const reminder = samplerIsFine
    ? 'Chains that agree, with R-hat near 1, never make a model good.'
    : 'And once the sampler is in order, that alone will not make the model a good one.';
  return `${opening}: ${worst.why}${more}. ${worst.remedy} ${reminder}`;
}
