// --leave-out: exact scores of the levels of an index, or of the rows of an observed variable, each as if it had been left out.
import { answered } from '../../src/engine/inquiry';
import type { InquiryPlan } from '../../src/engine/inquiry';
import type { ModelSource, RunKey } from '../../src/engine/key';
import type { Pool } from '../../src/engine/pool';
import { prepareModel } from '../../src/engine/prepare';
import type { PreparedModel } from '../../src/engine/prepare';
import type { RunResult } from '../../src/engine/run';
import { exactLooPlan, quadraturePlan } from '../../src/engine/scores/exact-loo';
import type { ExactScores, QuadratureLoo } from '../../src/engine/scores/exact-loo';
import { integrateOver } from '../../src/engine/scores/integrate';
import { observedStatements, unitsOf } from '../../src/engine/scores/left-out';
import type { LeftOutUnit, Units } from '../../src/engine/scores/left-out';
import type { Result } from '../../src/lang/result';
import type { LooReport } from './loo';
import { languageRefusal, Refusal, valueOf } from './refusal';
import { mostRows } from './report';
import { cell, textTable } from './table';

/** What is left out, and the vector that a left-out level is scored without; null where it must be drawn. */
export interface LeftOut {
  readonly units: Units;
  readonly integrate: string | null;
  readonly labels: readonly string[] | null;
}

/** A refit starts where the run ended: so many transitions settle it in the posterior without the unit. */
const mostWarmup = 200;
/** Beyond this Pareto k few draws carry a mean. */
const highK = 0.7;

/** A name that is neither an index nor observed is refused before anything is sampled. */
export function leftOutOf(source: ModelSource, name: string): LeftOut {
  const prepared = prepareModel(source);
  if (!prepared.ok) throw languageRefusal(source.text, prepared.errors);
  const { bound } = prepared.value.compiled;
  if (observedStatements(bound).some((statement) => statement.name === name))
    return { units: { kind: 'rows', observed: name }, integrate: null, labels: null };
  const units: Units = { kind: 'levels', index: name };
  const found = unitsOf(units, bound);
  if (typeof found === 'string') throw new Refusal(`--leave-out takes an index or an observed variable. ${found}`);
  const plate = plateOf(name, prepared.value);
  return { units, integrate: vectorOf(plate, prepared.value), labels: bound.plates[plate].labels };
}

function plateOf(index: string, { compiled }: PreparedModel): number {
  const symbol = compiled.bound.model.symbols.get(index);
  const plate = symbol?.role === 'data' || symbol?.role === 'observed' ? symbol.indexes : null;
  if (plate === null) throw new Error(`${index} is no index`);
  return plate;
}

/** The parameter whose element a level has for itself and whose integral can be taken. */
function vectorOf(plate: number, model: PreparedModel): string | null {
  const { symbols } = model.compiled.bound.model;
  const vectors = [...symbols.values()].filter(
    ({ role, plates }) => role === 'parameter' && plates.length === 1 && plates[0] === plate,
  );
  return vectors.find(({ name }) => integrateOver(name, model).kind === 'integral')?.name ?? null;
}

type Exact =
  | { readonly method: 'quadrature'; readonly scores: QuadratureLoo }
  | { readonly method: 'refits'; readonly scores: ExactScores };

export async function scoreLeftOut(
  pool: Pool,
  key: RunKey,
  result: RunResult,
  left: LeftOut,
  { refits, rows }: { readonly refits: boolean; readonly rows: boolean },
): Promise<LooReport> {
  return reportOf(
    (refits ? null : await byQuadrature(pool, key, left)) ?? (await byRefits(pool, key, result, left)),
    left,
    rows,
  );
}

/** Null where the integral cannot be taken. */
async function byQuadrature(pool: Pool, key: RunKey, { units, integrate }: LeftOut): Promise<Exact | null> {
  if (units.kind === 'rows' || integrate === null) return null;
  const plan = planned(key, quadraturePlan(key, units.index, integrate));
  const ended = await answered(pool, plan);
  return ended.kind === 'refused' ? null : { method: 'quadrature', scores: valueOf(key.source.text, ended) };
}

async function byRefits(pool: Pool, key: RunKey, { ends }: RunResult, { units, integrate }: LeftOut): Promise<Exact> {
  const { warmup, draws } = key.settings;
  const request = { units, integrate, warmup: Math.min(mostWarmup, warmup), draws };
  const plan = planned(key, exactLooPlan(key, ends, request));
  return { method: 'refits', scores: valueOf(key.source.text, await answered(pool, plan)) };
}

function planned<A>({ source }: RunKey, plan: Result<InquiryPlan<A>>): InquiryPlan<A> {
  if (plan.ok) return plan.value;
  throw languageRefusal(source.text, plan.errors);
}

function reportOf(exact: Exact, { units, integrate, labels }: LeftOut, rows: boolean): LooReport {
  const nameOf = (unit: LeftOutUnit): string =>
    unit.kind === 'row' ? `${unit.observed}[${unit.row}]` : `${unit.index} = ${labels?.[unit.level - 1] ?? unit.level}`;
  const { scores } = exact;
  const listed = rows || scores.units.length <= mostRows;
  const warning = warningOf(exact);
  const what = units.kind === 'rows' ? `row of ${units.observed}` : `level of ${units.index}`;
  const without = integrate === null ? '' : `, ${integrate} integrated out`;
  return {
    json: {
      left_out: units.kind === 'rows' ? units.observed : units.index,
      method: exact.method,
      integrated: integrate,
      elpd_loo: scores.elpd_loo,
      se_elpd_loo: scores.se_elpd_loo,
      ...(exact.method === 'refits' ? { mcse: exact.scores.mcse } : { error: exact.scores.error }),
      warning,
      pointwise: Object.fromEntries(listed ? pointwise(exact).map(({ unit, ...row }) => [nameOf(unit), row]) : []),
    },
    lines: [
      '',
      `Leaving out one ${what} at a time, exactly: by ${exact.method}${without}`,
      '',
      ...(listed ? unitTable(exact, nameOf) : [`${scores.units.length} units; --rows lists them.`]),
      '',
      ...textTable(
        ['', 'estimate', 'se', exact.method === 'refits' ? 'mcse' : 'error'],
        [
          [
            'elpd_loo',
            cell(scores.elpd_loo, 2),
            cell(scores.se_elpd_loo, 2),
            exact.method === 'refits' ? cell(exact.scores.mcse, 3) : exact.scores.error.toExponential(0),
          ],
        ],
      ),
      ...(warning === null ? [] : ['', warning]),
    ],
  };
}

interface PointwiseRow {
  readonly unit: LeftOutUnit;
  readonly elpd_loo: number;
}

function pointwise(exact: Exact): readonly PointwiseRow[] {
  switch (exact.method) {
    case 'quadrature':
      return exact.scores.units.map(({ unit, elpd }) => ({ unit, elpd_loo: elpd }));
    case 'refits':
      return exact.scores.units.map(({ unit, elpd, mcse, rhat, paretoK, divergences }) => ({
        unit,
        elpd_loo: elpd,
        mcse,
        r_hat: rhat,
        pareto_k: paretoK,
        divergences,
      }));
  }
}

function unitTable(exact: Exact, nameOf: (unit: LeftOutUnit) => string): string[] {
  switch (exact.method) {
    case 'quadrature':
      return textTable(
        ['', 'elpd_loo'],
        exact.scores.units.map(({ unit, elpd }) => [nameOf(unit), cell(elpd, 4)]),
      );
    case 'refits':
      return textTable(
        ['', 'elpd_loo', 'mcse', 'r_hat', 'pareto_k'],
        exact.scores.units.map(({ unit, elpd, mcse, rhat, paretoK }) => [
          nameOf(unit),
          cell(elpd, 3),
          cell(mcse, 3),
          cell(rhat, 3),
          cell(paretoK, 2),
        ]),
      );
  }
}

/** What makes refits doubtful; quadrature was checked on two grids. */
function warningOf(exact: Exact): string | null {
  if (exact.method === 'quadrature') return null;
  const { units } = exact.scores;
  const count = (doubtful: (unit: (typeof units)[number]) => boolean): number => units.filter(doubtful).length;
  const heavy = count(({ paretoK }) => (paretoK ?? Infinity) > highK);
  const apart = count(({ rhat }) => !((rhat ?? Infinity) < 1.05));
  const diverging = count(({ divergences }) => divergences > 0);
  const reasons = [
    ...(heavy > 0 ? [`in ${heavy} few draws carry the score (Pareto k above ${highK})`] : []),
    ...(apart > 0 ? [`in ${apart} the chains disagree (R-hat not below 1.05)`] : []),
    ...(diverging > 0 ? [`in ${diverging} trajectories diverged`] : []),
  ];
  if (reasons.length === 0) return null;
  return `Of ${units.length} refits, ${reasons.join('; ')}. More draws may help; so may --noncentered.`;
}
