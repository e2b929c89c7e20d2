// How the multilevel fit settled, draw by draw, and its twin that was stopped before it had.
import { answered } from '../../src/engine/inquiry';
import type { RunDetail } from '../../src/engine/detail';
import { judgeRun, runFacts } from '../../src/engine/judgement';
import type { SamplerFacts } from '../../src/engine/judgement';
import { printOf } from '../../src/engine/key-print';
import type { KeyPrint } from '../../src/engine/key-print';
import { drawsOf, hastyKey, settlingPlan } from '../../src/engine/replay';
import type { Settled } from '../../src/engine/replay';
import { finishRun } from '../../src/engine/run';
import type { Judgement } from '../../src/stats/judge';
import { rankHistograms } from '../../src/stats/rank';
import { fitMultilevel, multilevelKey } from './multilevel';
import type { Story, Workshop } from './workshop';

export interface Replay {
  /** Counts of sigma's ranks, a row a chain. */
  readonly ranks: readonly (readonly number[])[];
  readonly settling: readonly Settled[];
  readonly hasty: {
    readonly ranks: readonly (readonly number[])[];
    readonly judgement: Judgement;
    readonly facts: SamplerFacts;
    readonly detail: RunDetail;
    readonly mean: number;
    readonly rhat: number;
    readonly warmup: number;
    readonly draws: number;
    readonly hash: string;
    readonly key: KeyPrint;
    readonly seed: number;
  };
}

const bins = 20;
/** Fifty draws a chain fill no twenty bins. */
const hastyBins = 10;

/** Values: `hasty.mean`, `hasty.rhat` (of sigma), `hasty.divergences`. */
export async function replay(workshop: Workshop): Promise<Story<Replay>> {
  const { derived: sigma } = await fitMultilevel(workshop, (draws) => drawsOf(draws, 'sigma'));
  const settling = await answered(workshop.pool, settlingPlan('sigma', sigma));
  if (settling.kind !== 'done') throw new Error(`the settling ended as ${settling.kind}`);
  const hasty = await runHasty(workshop);
  return {
    shown: { ranks: counts(sigma, bins), settling: settling.value.map(short), hasty: hasty.shown },
    values: { 'hasty.mean': hasty.shown.mean, 'hasty.rhat': hasty.shown.rhat, 'hasty.divergences': hasty.divergences },
  };
}

async function runHasty(workshop: Workshop): Promise<{ shown: Replay['hasty']; divergences: number }> {
  const key = hastyKey(multilevelKey(workshop));
  const options = { deterministics: true, probability: 0.89 };
  const run = await workshop.keep({ key, options }, () => finishRun(workshop.pool, key, options));
  if (run.kind !== 'done' || run.result.summary.depth !== 'full') throw new Error('the hasty run did not finish');
  const { draws, summary } = run.result;
  const own = summary.parameters[draws.parameters.elements.indexOf('sigma')];
  return {
    shown: {
      ranks: counts(drawsOf(draws, 'sigma'), hastyBins),
      judgement: judgeRun(key, summary, draws, null),
      facts: runFacts(key, summary, draws),
      detail: summary.detail,
      mean: Number(own.mean),
      rhat: Number(own.r_hat),
      warmup: key.settings.warmup,
      draws: key.settings.draws,
      hash: summary.draws_sha256,
      key: printOf(key),
      seed: key.seed,
    },
    divergences: summary.diagnostics.divergences,
  };
}

function counts(chains: readonly Float64Array[], ranges: number): number[][] {
  return rankHistograms(chains, ranges).map((chain) => Array.from(chain));
}

function short({ draws, bulkEss, rhat }: Settled): Settled {
  const round = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(5)));
  return { draws, bulkEss: round(bulkEss), rhat: round(rhat) };
}
