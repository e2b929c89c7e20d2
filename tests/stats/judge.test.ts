import { describe, expect, test } from 'vitest';
import { judge } from '../../src/stats/judge';
import type { RunFacts } from '../../src/stats/judge';

const GOOD: RunFacts = {
  chains: 4,
  draws: 4000,
  largestRhat: { name: 'sigma', value: 1.003 },
  smallestBulkEss: { name: 'sigma', value: 1523.7 },
  smallestTailEss: { name: 'alpha[3]', value: 2010.2 },
  divergences: 0,
  maxTreedepthHits: 0,
  maxTreedepth: 10,
  ebfmi: [0.9, 1.0, 0.8, 0.95],
  pareto: null,
  predictiveCheck: null,
};

/** The judgement of a run that is good but for `changes`, and the one finding they cause. */
function spoil(changes: Partial<RunFacts>) {
  const judgement = judge({ ...GOOD, ...changes });
  if (judgement.kind === 'trust') throw new Error('nothing was found');
  return { judgement, finding: judgement.findings[0] };
}

describe('a good run', () => {
  const judgement = judge(GOOD);
  test('is trusted, and the sentence says that this is not about the model', () => {
    expect(judgement.kind).toBe('trust');
    expect(judgement.sentence).toMatch(/not that the model is a good one/);
    expect(judgement.model.join(' ')).toMatch(/No posterior predictive check/);
  });
  test('has its figures at each depth', () => {
    expect(judgement.mixing.join(' ')).toMatch(/1\.003 \(sigma\).*1,523 \(sigma\).*2,010 \(alpha\[3\]\)/);
    expect(judgement.geometry.join(' ')).toMatch(/No divergences.*tree depth 10.*0\.80/);
  });
  test('with a passed check still speaks of that check only', () => {
    const checked = judge({ ...GOOD, predictiveCheck: { statistic: 'the share of zeros', p: 0.4 } });
    expect(checked.kind).toBe('trust');
    expect(checked.sentence).toMatch(/the share of zeros.*other respects were not looked at/);
  });
});

describe('each fact alone', () => {
  test.each<[string, Partial<RunFacts>, 'look' | 'doubt', RegExp]>([
    ['R-hat a little high', { largestRhat: { name: 'a_bar', value: 1.0101 } }, 'look', /a_bar/],
    ['R-hat high', { largestRhat: { name: 'a_bar', value: 1.06 } }, 'doubt', /disagree about a_bar/],
    ['R-hat infinite', { largestRhat: { name: 'a_bar', value: Infinity } }, 'doubt', /disagree about a_bar/],
    ['R-hat missing', { largestRhat: { name: 'a_bar', value: null } }, 'doubt', /do not vary/],
    ['bulk ESS low', { smallestBulkEss: { name: 'b', value: 399.9 } }, 'look', /independent draws of b/],
    ['bulk ESS very low', { smallestBulkEss: { name: 'b', value: 99 } }, 'doubt', /independent draws of b/],
    ['bulk ESS missing', { smallestBulkEss: { name: 'b', value: null } }, 'doubt', /too few draws of b/],
    ['tail ESS low', { smallestTailEss: { name: 'b', value: 150 } }, 'look', /ends of its intervals/],
    ['one divergence', { divergences: 1 }, 'look', /one simulated path/],
    ['many divergences', { divergences: 40 }, 'doubt', /40 simulated paths/],
    ['a shallow tree', { maxTreedepthHits: 400 }, 'look', /10\u202f%.*cut short/],
    ['low energy information', { ebfmi: [0.9, 0.299, 0.8, null] }, 'look', /explore the ends/],
    ['large Pareto k', { pareto: { above: 2, units: 48, threshold: 0.7 } }, 'look', /2 units/],
    ['a doubtful check', { predictiveCheck: { statistic: 'the spread', p: 0.98 } }, 'look', /the spread/],
    ['a failed check', { predictiveCheck: { statistic: 'the spread', p: 0.002 } }, 'doubt', /the spread/],
  ])('%s', (_, changes, kind, why) => {
    const { judgement, finding } = spoil(changes);
    expect(judgement.kind).toBe(kind);
    expect(judgement.findings).toHaveLength(1);
    expect(finding.why).toMatch(why);
    expect(judgement.sentence).toContain(finding.why);
    expect(judgement.sentence).toContain(finding.remedy);
    expect(judgement.sentence).toMatch(/never make a model good|not make the model a good one/);
  });
});

test('a number over its limit never reads as on it', () => {
  const { judgement } = spoil({ largestRhat: { name: 'a', value: 1.0100004 } });
  expect(judgement.mixing[0]).toContain('1.0100004');
});

test('a few trajectories at the largest depth are mentioned, not held against the run', () => {
  const judgement = judge({ ...GOOD, maxTreedepthHits: 3 });
  expect(judgement.kind).toBe('trust');
  expect(judgement.geometry.join(' ')).toMatch(/3 of 4,000 trajectories were cut short/);
});

test('a model that fails its check is doubted although every chain agrees', () => {
  const { judgement } = spoil({ predictiveCheck: { statistic: 'the number of tanks without survivors', p: 0.999 } });
  expect(judgement.kind).toBe('doubt');
  expect(judgement.sentence).toMatch(/^Do not rely on this model.*R-hat near 1, never make a model good/);
  expect(judgement.mixing[0]).toMatch(/1\.003/);
});

test('the worst finding leads and the others are counted', () => {
  const { judgement, finding } = spoil({
    smallestTailEss: { name: 'b', value: 300 },
    divergences: 100,
    maxTreedepthHits: 400,
  });
  expect(judgement.kind).toBe('doubt');
  expect(finding.why).toMatch(/100 simulated paths/);
  expect(judgement.sentence).toMatch(/and 2 more below/);
});

test('missing diagnostics are found once', () => {
  const missing = { name: 'a', value: null };
  const { judgement } = spoil({ largestRhat: missing, smallestBulkEss: missing, smallestTailEss: missing });
  expect(judgement.findings).toHaveLength(1);
});

test('one chain is judged by its halves and told so', () => {
  const judgement = judge({ ...GOOD, chains: 1, draws: 1000, ebfmi: [0.9] });
  expect(judgement.mixing[0]).toMatch(/run four/);
});
