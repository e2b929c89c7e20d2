// What the plots of single quantities are drawn from: ranks, densities and the central half, made of whole draws in a worker.
import { density } from '../../stats/density';
import { hdi } from '../../stats/hdi';
import type { Interval } from '../../stats/hdi';
import { rankHistograms } from '../../stats/rank';
import type { Chains } from '../../stats/chains';
import type { InquiryPlan } from '../inquiry';

export interface QuantityDraws {
  readonly name: string;
  readonly chains: Chains;
  /** Where the quantity can lie. */
  readonly support: Interval;
}

export interface LooksQuestion {
  readonly kind: 'looks';
  readonly quantities: readonly QuantityDraws[];
}

export interface Curve {
  /** Evenly spaced, increasing. */
  readonly x: Float64Array;
  readonly density: Float64Array;
}

export interface QuantityLook {
  readonly name: string;
  /** One array a chain: its draws in each of 20 equal ranges of the ranks. */
  readonly ranks: readonly Float64Array[];
  /** Of all draws; null where they do not vary or are not finite. */
  readonly whole: Curve | null;
  /** One a chain. */
  readonly chains: readonly (Curve | null)[];
  /** The 50 % highest-density interval. */
  readonly half: Interval | null;
}

const rankBins = 20;
const places = { whole: 121, chain: 81 } as const;

export function looksOf({ quantities }: LooksQuestion): readonly QuantityLook[] {
  return quantities.map(({ name, chains, support }) => ({
    name,
    ranks: rankHistograms(chains, rankBins),
    whole: curveOf(chains, support, places.whole),
    chains: chains.map((chain) => curveOf([chain], support, places.chain)),
    half: hdi(chains, 0.5),
  }));
}

function curveOf(chains: Chains, support: Interval, points: number): Curve | null {
  const curve = density(chains, support, points);
  return curve === null ? null : { x: curve.x, density: curve.density };
}

export function looksPlan(quantities: readonly QuantityDraws[]): InquiryPlan<readonly QuantityLook[]> {
  return {
    source: null,
    questions: [() => ({ kind: 'looks', quantities })],
    conclude: ([answer]) => {
      if (answer.kind !== 'looks') throw new Error(`an answer of kind ${answer.kind} to a question about quantities`);
      return answer.looks;
    },
  };
}
