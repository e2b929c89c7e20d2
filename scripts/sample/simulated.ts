// Simulated draws for the command line: from the prior, or data predicted from the posterior.
import { column } from '../../src/engine/draws';
import { answered } from '../../src/engine/inquiry';
import type { ModelSource, RunKey } from '../../src/engine/key';
import type { Pool } from '../../src/engine/pool';
import type { RunResult } from '../../src/engine/run';
import { predictionPlan, priorPlan } from '../../src/engine/simulations';
import type { PriorDraws, SimulatedBlock } from '../../src/engine/simulations';
import { summarize } from '../../src/stats/summary';
import type { Summary } from '../../src/stats/summary';
import { csvOf, everyElement } from './csv';
import type { Observed } from './observed';
import { observedVariables } from './observed';
import type { SampleOptions } from './options';
import { mostRows, summaryTable } from './report';
import type { Summaries } from './report';
import { valueOf } from './refusal';
import { textTable, cell } from './table';

const probability = 0.89;

/** Variables with more rows are left out, unless --rows asks for them. */
function shown(observed: readonly Observed[], rows: boolean): readonly Observed[] {
  return observed.filter(({ elements }) => rows || elements.length <= mostRows);
}

function leftOutLines(observed: readonly Observed[], rows: boolean): string[] {
  const left = observed.filter((variable) => !shown(observed, rows).includes(variable));
  return left.map(({ name, elements }) => `${name}: ${elements.length} values, one a row; --rows reports them.`);
}

function summaryOf(block: SimulatedBlock, only: (element: string) => boolean = () => true): Summaries {
  const summaries: Record<string, Summary> = {};
  block.elements.forEach((name, k) => {
    if (only(name)) summaries[name] = summarize(column({ ...block, variables: [] }, k), { probability });
  });
  return summaries;
}

export interface Simulation {
  readonly json: unknown;
  readonly lines: readonly string[];
  readonly csv: string;
}

/** Independent draws of the parameters and of data, as many as a run of the posterior would make. */
export async function simulatePrior(pool: Pool, options: SampleOptions, source: ModelSource): Promise<Simulation> {
  const { knobs, seed, chains, draws, rows } = options;
  const observed = observedVariables(source);
  const plan = priorPlan({ source, knobs, seed, chains, draws });
  const drawn: PriorDraws = valueOf(source.text, await answered(pool, plan));
  const reported = new Set(shown(observed, rows).flatMap(({ elements }) => elements));
  const parameters = summaryOf(drawn.parameters);
  const outcomes = summaryOf(drawn.outcomes, (name) => reported.has(name));
  const kept = drawn.outcomes.elements.flatMap((name, k) => (reported.has(name) ? [k] : []));
  return {
    json: { prior: { draws: chains * draws, parameters, observed: outcomes } },
    lines: [
      `${chains * draws} draws from the prior`,
      '',
      ...summaryTable(parameters, 'where'),
      '',
      'Data drawn with them',
      '',
      ...summaryTable(outcomes, 'where'),
      ...leftOutLines(observed, rows),
    ],
    csv: csvOf([everyElement(drawn.parameters), { ...drawn.outcomes, kept }]),
  };
}

export interface Predictions {
  readonly json: unknown;
  readonly lines: readonly string[];
  readonly block: SimulatedBlock;
}

/** A data set for each draw of a run; each observed variable is drawn with the others as they were observed. */
export async function predict(
  pool: Pool,
  options: SampleOptions,
  key: RunKey,
  { draws }: RunResult,
): Promise<Predictions> {
  const observed = observedVariables(key.source);
  const wanted = shown(observed, options.rows);
  const plan = predictionPlan(key, draws, { names: wanted.map(({ name }) => name), joint: false });
  const block = valueOf(key.source.text, await answered(pool, plan));
  const summaries = summaryOf(block);
  const values = new Map(wanted.flatMap(({ elements, values: own }) => elements.map((name, k) => [name, own[k]])));
  const entries = Object.entries(summaries).map(([name, summary]) => ({
    name,
    summary,
    observed: values.get(name) ?? Number.NaN,
  }));
  return {
    json: Object.fromEntries(
      entries.map(({ name, summary, observed: value }) => [name, { observed: value, ...summary }]),
    ),
    lines: [
      '',
      'Posterior predictive draws, beside what was observed',
      '',
      ...textTable(
        ['', 'observed', 'mean', 'sd', 'hdi89_low', 'hdi89_high'],
        entries.map(({ name, summary, observed: value }) => [
          name,
          String(value),
          ...[summary.mean, summary.sd, summary.hdi_lower, summary.hdi_upper].map((number) => cell(number, 3)),
        ]),
      ),
      ...leftOutLines(observed, options.rows),
    ],
    block,
  };
}
