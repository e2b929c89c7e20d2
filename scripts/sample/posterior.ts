// Draws from the posterior for the command line, with predictions or leave-one-out scores where they are asked for.
import { worstCheck } from '../../src/engine/check-count';
import { judgeRun } from '../../src/engine/judgement';
import type { ModelSource, RunKey } from '../../src/engine/key';
import type { Pool } from '../../src/engine/pool';
import { finishRun } from '../../src/engine/run';
import type { RunResult } from '../../src/engine/run';
import type { FullSummary } from '../../src/engine/summary';
import { defaultSettings } from '../../src/sampler/settings';
import { samplerVersion } from '../../src/sampler/version';
import { everyElement } from './csv';
import { writeText } from './files';
import { leftOutOf, scoreLeftOut } from './left-out';
import { scoredVariable, scoreLoo } from './loo';
import type { LooReport } from './loo';
import type { SampleOptions } from './options';
import { failureRefusal } from './refusal';
import { reportOf, runCsv, runLines, unreported } from './report';
import { predict } from './simulated';

export function keyOf(options: SampleOptions, source: ModelSource): RunKey {
  const { chains, warmup, draws, seed, targetAccept } = options;
  const algorithm = { kind: 'nuts', maxTreeDepth: options.maxTreeDepth } as const;
  const settings = { ...defaultSettings, algorithm, warmup, draws, targetAccept };
  return { source, knobs: options.knobs, chains, settings, target: null, seed, samplerVersion };
}

/** Samples, writes the CSV that is asked for, and returns what to print. */
export async function samplePosterior(pool: Pool, options: SampleOptions, source: ModelSource): Promise<string> {
  const { action, rows, csvFile } = options;
  const score = scorerOf(options, source);
  const key = keyOf(options, source);
  const began = performance.now();
  const { result, summary } = await finish(pool, key);
  const report = reportOf(result, summary, (performance.now() - began) / 1000, rows);
  const predictions = action.kind === 'predict' ? await predict(pool, options, key, result) : null;
  const loo = await score(pool, key, result);
  if (csvFile !== null)
    writeText(csvFile, runCsv(result, rows, predictions === null ? [] : [everyElement(predictions.block)]));
  if (options.json)
    return JSON.stringify({
      ...report,
      ...(predictions === null ? {} : { predictions: predictions.json }),
      ...(loo === null ? {} : { loo: loo.json }),
    });
  const verdict = judgeRun(key, summary, result.draws, worstCheck(result.ends.map(({ checks }) => checks))).sentence;
  const left = rows ? [] : unreported(result);
  return [...runLines(report, left, verdict), ...(predictions?.lines ?? []), ...(loo?.lines ?? [])].join('\n');
}

type Scorer = (pool: Pool, key: RunKey, result: RunResult) => Promise<LooReport | null>;

/** How the run is scored; what cannot be scored is refused here, before it is sampled. */
function scorerOf({ action, rows }: SampleOptions, source: ModelSource): Scorer {
  switch (action.kind) {
    case 'loo': {
      const scored = scoredVariable(source, action.name);
      return (pool, key, result) => scoreLoo(pool, key, result, scored, rows);
    }
    case 'leave out': {
      const { refits } = action;
      const leftOut = leftOutOf(source, action.name);
      return (pool, key, result) => scoreLeftOut(pool, key, result, leftOut, { refits, rows });
    }
    case 'sample':
    case 'predict':
    case 'print':
    case 'prior':
      return () => Promise.resolve(null);
  }
}

async function finish(pool: Pool, key: RunKey): Promise<{ result: RunResult; summary: FullSummary }> {
  const run = await finishRun(pool, key, { deterministics: true, probability: 0.89 });
  if (run.kind === 'failed') throw failureRefusal(key.source.text, run.failure);
  if (run.kind === 'cancelled' || run.result.summary.depth !== 'full')
    throw new Error('the run ended without a summary');
  return { result: run.result, summary: run.result.summary };
}
