// The settled runs under the slider, over its whole range and many seeds: by the same code in Node, which gives the very same draws.
import { availableParallelism } from 'node:os';
import { lectureKey } from '../../../src/engine/lecture-run';
import { createNodePool } from '../../../src/engine/node';
import type { Pool } from '../../../src/engine/pool';
import { finishRun } from '../../../src/engine/run';
import { knobAt } from '../../../src/store/log-scale';
import { figure } from './measurement';
import type { Bench, Part } from './measurement';
import { sliderSources } from './subjects';

const sigmas = Array.from({ length: 21 }, (_, k) => knobAt({ minimum: 0.1, maximum: 5, steps: 20 }, k));
const seeds = Array.from({ length: 20 }, (_, k) => k + 1);
const wanted = 400;

interface Worst {
  readonly sigma: number;
  readonly seed: number;
  readonly name: string;
  readonly ess: number;
  readonly rhat: number;
}

export async function measureSettledEss({ session, say }: Bench): Promise<Part> {
  const pool = createNodePool(new URL(`file://${session.folders.commands}/node.worker.mjs`));
  const sources = sliderSources();
  const work = sigmas.flatMap((sigma) => seeds.map((seed) => ({ sigma, seed })));
  const found: Worst[] = [];
  const lane = async (): Promise<void> => {
    for (let next = work.shift(); next !== undefined; next = work.shift())
      found.push(await worstOf(pool, sources, next.sigma, next.seed));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  pool.close();
  const low = found.filter(({ ess }) => ess < wanted);
  const least = found.reduce((worst, one) => (one.ess < worst.ess ? one : worst));
  const rhat = found.reduce((worst, one) => (one.rhat > worst.rhat ? one : worst));
  say(`the smallest is ${Math.round(least.ess)}, of ${least.name} at sigma ${least.sigma}, seed ${least.seed}`);
  return {
    figures: [
      figure(`settled runs below ESS ${wanted}, of ${found.length} (Node)`, low.length, '', 0),
      figure('the smallest bulk ESS of them all (Node)', least.ess, ''),
      figure('the largest R-hat of them all (Node)', rhat.rhat, ''),
    ],
    detail: {
      low,
      bySigma: sigmas.map((sigma) => ({
        sigma,
        least: Math.min(...found.filter((one) => one.sigma === sigma).map(({ ess }) => ess)),
        rhat: Math.max(...found.filter((one) => one.sigma === sigma).map((one) => one.rhat)),
      })),
    },
  };
}

async function worstOf(
  pool: Pool,
  sources: ReturnType<typeof sliderSources>,
  sigma: number,
  seed: number,
): Promise<Worst> {
  const key = lectureKey(sources, { sigma }, seed);
  const run = await finishRun(pool, key, { deterministics: true, probability: 0.89 });
  if (run.kind !== 'done' || run.result.summary.depth !== 'full')
    throw new Error(`the run ended as ${JSON.stringify(run)}`);
  const { summary, draws } = run.result;
  const rows = [
    ...summary.parameters.map((row, k) => ({ row, name: draws.parameters.elements[k] })),
    ...summary.deterministics.map((row, k) => ({ row, name: draws.deterministics.elements[k] })),
  ].map(({ row, name }) => ({ name, ess: row.ess_bulk ?? 0, rhat: row.r_hat ?? Infinity }));
  const least = rows.reduce((worst, row) => (row.ess < worst.ess ? row : worst));
  return { sigma, seed, ...least, rhat: Math.max(...rows.map((row) => row.rhat)) };
}
