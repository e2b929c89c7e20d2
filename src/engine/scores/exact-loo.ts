// Exact leave-one-out: by refits, each unit in turn left out, the model sampled again and the unit scored; or by quadrature.
import { bind } from '../../lang/bind';
import { failure, success } from '../../lang/result';
import type { Result } from '../../lang/result';
import type { SamplerSettings } from '../../sampler/settings';
import { weightedTotal } from '../../stats/total';
import type { InquiryPlan } from '../inquiry';
import type { ModelSource, RunKey } from '../key';
import { unitsOf } from './left-out';
import type { LeftOutUnit, Units } from './left-out';
import { readSource } from '../prepare';
import type { ChainEnd } from '../protocol';
import type { Refit } from '../questions';

export interface ExactScores {
  readonly elpd_loo: number;
  /** Over units. */
  readonly se_elpd_loo: number;
  /** Monte Carlo standard error of `elpd_loo`; null where a unit has none. */
  readonly mcse: number | null;
  /** One a unit that has data. */
  readonly units: readonly Refit[];
}

export interface ExactLoo {
  readonly units: Units;
  /** A vector with an element a level, integrated out of the left-out likelihood: less noise. Null to take it from the draws. */
  readonly integrate: string | null;
  /** Warm-up and draws of each refit, a chain. */
  readonly warmup: number;
  readonly draws: number;
}

/**
 * The refits of a finished run, one question a unit. Their draws are a function of the run key and `request`: each chain starts where the
 * run's own chain ended, with a stream of its own.
 */
export function exactLooPlan(
  { source, knobs, seed, settings }: RunKey,
  ends: readonly ChainEnd[],
  request: ExactLoo,
): Result<InquiryPlan<ExactScores>> {
  const units = unitsOfSource(source, request.units);
  if (!units.ok) return units;
  const refitSettings: SamplerSettings = { ...settings, warmup: request.warmup, draws: request.draws };
  const starts = ends.map(({ warmStart }) => warmStart);
  return success({
    source,
    questions: units.value.map((unit, number) => (modelNumber: number) => ({
      kind: 'refit',
      model: modelNumber,
      knobs,
      unit,
      number,
      integrate: request.integrate,
      seed,
      settings: refitSettings,
      starts,
    })),
    conclude: (answers) =>
      total(
        answers.map((answer) => {
          if (answer.kind !== 'refit') throw new Error(`an answer of kind ${answer.kind} to a question of refits`);
          return answer.refit;
        }),
      ),
  });
}

function unitsOfSource(source: ModelSource, units: Units): Result<readonly LeftOutUnit[]> {
  const model = readSource(source);
  if (!model.ok) return model;
  const bound = bind(model.value, source.data);
  if (!bound.ok) return bound;
  const found = unitsOf(units, bound.value);
  if (typeof found !== 'string') return success(found);
  const fix = units.kind === 'rows' ? 'Name an observed variable.' : 'Name an index column.';
  return failure([{ span: null, line: 1, column: 1, message: found, fix }]);
}

export interface QuadratureLoo {
  readonly elpd_loo: number;
  readonly se_elpd_loo: number;
  /** No unit's score is off by more. */
  readonly error: number;
  /** One a level that has data. */
  readonly units: readonly { readonly unit: LeftOutUnit; readonly elpd: number }[];
}

/**
 * Exact scores of the levels of `index` without refits, where `parameter` has one normal element a level and at most three parameters
 * are left; the inquiry is refused elsewhere.
 */
export function quadraturePlan(
  { source, knobs }: Pick<RunKey, 'source' | 'knobs'>,
  index: string,
  parameter: string,
): Result<InquiryPlan<QuadratureLoo>> {
  const units = unitsOfSource(source, { kind: 'levels', index });
  if (!units.ok) return units;
  return success({
    source,
    questions: [(model: number) => ({ kind: 'quadrature', model, knobs, parameter })],
    conclude: ([answer]) => {
      if (answer.kind !== 'quadrature') throw new Error(`an answer of kind ${answer.kind} to a question of quadrature`);
      const scored = units.value.flatMap((unit) =>
        unit.kind === 'level' ? [{ unit, elpd: answer.elpd[unit.level - 1] }] : [],
      );
      const { total: elpd, se } = weightedTotal(scored.map((one) => one.elpd));
      return { elpd_loo: elpd, se_elpd_loo: se, error: answer.error, units: scored };
    },
  });
}

function total(units: readonly Refit[]): ExactScores {
  const elpd = weightedTotal(units.map((unit) => unit.elpd));
  let squares: number | null = 0;
  for (const { mcse } of units) squares = squares === null || mcse === null ? null : squares + mcse * mcse;
  return {
    elpd_loo: elpd.total,
    se_elpd_loo: elpd.se,
    mcse: squares === null ? null : Math.sqrt(squares),
    units,
  };
}
