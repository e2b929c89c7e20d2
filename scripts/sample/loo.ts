// --loo: leave-one-out scores of the rows of an observed variable, and what to make of them.
import { answered } from '../../src/engine/inquiry';
import type { ModelSource, RunKey } from '../../src/engine/key';
import { rowScorePlan } from '../../src/engine/scores/loo';
import type { UnitScores } from '../../src/engine/scores/loo';
import type { Pool } from '../../src/engine/pool';
import type { RunResult } from '../../src/engine/run';
import type { LooUnit } from '../../src/stats/loo';
import { observedVariables } from './observed';
import type { Observed } from './observed';
import { Refusal, valueOf } from './refusal';
import { mostRows } from './report';
import { cell, textTable } from './table';

export interface LooReport {
  readonly json: unknown;
  readonly lines: readonly string[];
}

/** The variable of that name; a name that is not observed is refused before anything is sampled. */
export function scoredVariable(source: ModelSource, name: string): Observed {
  const observed = observedVariables(source);
  const found = observed.find((variable) => variable.name === name);
  if (found !== undefined) return found;
  const names = observed.map((variable) => variable.name).join(', ');
  throw new Refusal(
    `--loo takes an observed variable of the model, not ${name}.\n  ${names === '' ? 'It has none: give the data of an outcome.' : `There is ${names}.`}`,
  );
}

export async function scoreLoo(
  pool: Pool,
  key: RunKey,
  { draws }: RunResult,
  variable: Observed,
  rows: boolean,
): Promise<LooReport> {
  const plan = rowScorePlan(key, draws, variable.name, variable.elements.length);
  const scores = valueOf(key.source.text, await answered(pool, plan));
  const { loo, waic, threshold } = scores;
  const warning = warningOf(scores, variable.elements.length);
  const listed = rows || variable.elements.length <= mostRows ? variable.elements : [];
  const unitOf = (row: number): LooUnit => loo.units[scores.unitOfRow[row]];
  const { units: _, ...totals } = loo;
  return {
    json: {
      observed: variable.name,
      ...totals,
      elpd_waic: waic.elpd_waic,
      p_waic: waic.p_waic,
      waic: waic.waic,
      se_waic: waic.se_waic,
      pareto_k_threshold: threshold,
      pareto_k_above_threshold: aboveThreshold(scores),
      warning,
      pointwise: Object.fromEntries(listed.map((name, row) => [name, unitOf(row)])),
    },
    lines: [
      '',
      `Leaving out one row of ${variable.name} at a time (PSIS)`,
      '',
      ...textTable(
        ['', 'elpd_loo', 'p_loo', 'pareto_k'],
        listed.map((name, row) => {
          const { elpd_loo: elpd, p_loo: p, pareto_k: k } = unitOf(row);
          return [name, cell(elpd, 3), cell(p, 3), cell(k, 2)];
        }),
      ),
      ...(listed.length === 0 ? [`${variable.elements.length} rows; --rows lists them.`] : []),
      '',
      ...textTable(
        ['', 'estimate', 'se'],
        [
          ['elpd_loo', cell(loo.elpd_loo, 2), cell(loo.se_elpd_loo, 2)],
          ['p_loo', cell(loo.p_loo, 2), cell(loo.se_p_loo, 2)],
          ['looic', cell(loo.looic, 2), cell(loo.se_looic, 2)],
          ['waic', cell(waic.waic, 2), cell(waic.se_waic, 2)],
        ],
      ),
      '',
      warning ?? `Every Pareto k is below ${cell(threshold, 2)}: the scores may be relied on.`,
    ],
  };
}

function isHigh({ pareto_k: k }: LooUnit, threshold: number): boolean {
  return k !== null && k > threshold;
}

/** Rows whose k is too high. */
function aboveThreshold({ loo, counts, threshold }: UnitScores): number {
  return loo.units.reduce((sum, unit, k) => sum + (isHigh(unit, threshold) ? counts[k] : 0), 0);
}

function warningOf(scores: UnitScores, rows: number): string | null {
  const high = aboveThreshold(scores);
  if (high === 0) return null;
  const worst = scores.loo.units.reduce((largest, { pareto_k: k }) => Math.max(largest, k ?? 0), 0);
  const one = high === 1;
  return [
    `Do not rely on these scores: ${high} of ${rows} rows ${one ? 'has' : 'have'} a Pareto k above ${cell(scores.threshold, 2)} (the highest is ${cell(worst, 2)}).`,
    `The posterior would change too much without ${one ? 'that row' : 'such a row'} for these draws to tell how well it is predicted; the sum is likely too good.`,
    `That is usual where a parameter belongs to one row alone. --leave-out samples again without ${one ? 'it' : 'each of them'} and scores what was left out.`,
  ].join(' ');
}
