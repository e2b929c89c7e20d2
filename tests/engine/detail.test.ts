// The small record behind the deeper looks at a run, against counts made by hand.
import { describe, expect, test } from 'vitest';
import { statisticNames } from '../../src/engine/draws';
import { summarizeDraws } from '../../src/engine/summary';
import type { FullSummary } from '../../src/engine/summary';

const draws = 40;

/** Two chains that agree about `good` and not about `bad`; `bad` is high where a trajectory diverged. */
function summary(): FullSummary {
  const wave = (i: number): number => ((i * 17) % 40) / 40;
  const chain = (index: number): Float64Array =>
    Float64Array.from({ length: draws * 2 }, (_, k) => {
      const draw = Math.floor(k / 2);
      return k % 2 === 0 ? wave(draw + index) : wave(draw) + index + (diverged(draw) ? 10 : 0);
    });
  const statistics = (): Float64Array =>
    Float64Array.from({ length: draws * statisticNames.length }, (_, k) => {
      const draw = Math.floor(k / statisticNames.length);
      return [0.9, 0.1, draw % 4 === 0 ? 3 : 2, 7, draw % 2 === 0 ? 100 : 104, diverged(draw) ? 1 : 0][
        k % statisticNames.length
      ];
    });
  const made = summarizeDraws({
    kind: 'summarize',
    parameters: {
      variables: [
        { name: 'good', offset: 0, size: 1 },
        { name: 'bad', offset: 1, size: 1 },
      ],
      elements: ['good', 'bad'],
      chains: [chain(0), chain(1)],
    },
    deterministics: { variables: [], elements: [], chains: [new Float64Array(0), new Float64Array(0)] },
    statistics: [statistics(), statistics()],
    probability: 0.89,
    depth: 'full',
    maxTreeDepth: 10,
    lent: false,
  });
  if (made.depth !== 'full') throw new Error('a full summary was asked for');
  return made;
}

function diverged(draw: number): boolean {
  return draw === 5;
}

describe('the detail of a run', () => {
  const { detail, parameters } = summary();

  test('the worst quantity comes first, and its ranks tell the chains apart', () => {
    expect(parameters[1].r_hat ?? 0).toBeGreaterThan(parameters[0].r_hat ?? Infinity);
    expect(detail.ranks.map(({ name }) => name)).toEqual(['bad', 'good']);
    const [low, high] = detail.ranks[0].counts;
    expect([low.reduce((a, b) => a + b, 0), high.reduce((a, b) => a + b, 0)]).toEqual([draws, draws]);
    // All but the diverging draw of the first chain lie below those of the second.
    expect(low.slice(0, 10).reduce((a, b) => a + b, 0)).toBe(39);
  });

  test('tree depths are counted from 0', () => {
    expect(detail.treeDepths).toEqual([0, 0, 60, 20]);
  });

  test('energies lie about their mean, changes about nought, in the same ranges', () => {
    const { energy } = detail;
    if (energy === null) throw new Error('the energies vary');
    expect([energy.from, energy.to]).toEqual([-4, 4]);
    expect(energy.energies.reduce((a, b) => a + b, 0)).toBe(80);
    expect(energy.changes.reduce((a, b) => a + b, 0)).toBe(78);
    // 104 - 102 = 2 in the range from 1.87 to 2.13; a change of -4 in the first, of 4 in the last.
    expect(energy.energies[22]).toBe(40);
    expect([energy.changes[0], energy.changes[29]]).toEqual([38, 40]);
  });

  test('a divergence is placed by the parameter in which it lies apart', () => {
    expect(detail.diverging[0].name).toBe('bad');
    expect(detail.diverging[0].there).toBeGreaterThan(10);
    expect(detail.diverging[0].everywhere).toBeLessThan(2);
  });
});
