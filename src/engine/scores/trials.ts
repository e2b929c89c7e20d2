// Leave-one-trial-out of a binomial outcome without Monte Carlo: one of the D chances in a row is forgotten, the others stay.
import { log } from '../../math/log';
import type { PreparedModel } from '../prepare';
import { prepareModel } from '../prepare';
import type { Answer, TrialsQuestion } from '../questions';
import { integrateOver } from './integrate';
import type { Integrator } from './integrate';
import { rowsOf, unitsOf } from './left-out';
import { logIntegralsAt, posteriorMeans } from './quadrature';

/** What a level's only row has. */
export interface CountedRow {
  /** Among the rows of the outcome, from 0. */
  readonly row: number;
  readonly level: number;
  readonly successes: number;
  readonly trials: number;
}

/**
 * The n trials of a row are taken as n Bernoulli outcomes in no order. With I the log integral of a level's likelihood over its parameter
 * and I' the same with one trial fewer, p(trial | all others) = 1 / E[exp(I' - I)] over the posterior of the population. Refused where the
 * outcome is not Binomial with its trials as data, or a level does not have exactly one row.
 */
export function scoreTrials(question: TrialsQuestion, model: PreparedModel): Answer {
  const found = rowsByLevel(question, model);
  if (typeof found === 'string') return { kind: 'refused', message: found };
  const { rows, trialsName } = found;
  const whole = integrateOver(question.parameter, model);
  if (whole.kind === 'none') return { kind: 'refused', message: whole.why };
  const { knobs } = model.instance;

  const score = (keeps: 'success' | 'failure'): Float64Array | string => {
    const ofKind = (row: CountedRow): number => (keeps === 'success' ? row.successes : row.trials - row.successes);
    const fewer = withFewer(question, trialsName, model, keeps);
    fewer.setKnobs(knobs);
    const integrals = new Float64Array(fewer.clusters);
    const means = posteriorMeans(whole.integrator, knobs, {
      size: rows.length,
      at: (population, all, out) => {
        logIntegralsAt(fewer, population, integrals);
        rows.forEach((row, k) => {
          const { level, trials } = row;
          // Without the number of orders, which differs by this factor.
          if (ofKind(row) > 0) out[k] = integrals[level] - all[level] + log(trials / ofKind(row));
        });
      },
    });
    if (typeof means === 'string') return means;
    const scores = new Float64Array(fewer.clusters);
    rows.forEach((row, k) => (scores[row.level] = ofKind(row) > 0 ? -means.logMeans[k] : 0));
    return scores;
  };
  const success = score('success');
  if (typeof success === 'string') return { kind: 'refused', message: success };
  const failure = score('failure');
  if (typeof failure === 'string') return { kind: 'refused', message: failure };
  const count = (of: (row: CountedRow) => number): Float64Array => {
    const counts = new Float64Array(success.length);
    for (const row of rows) counts[row.level] = of(row);
    return counts;
  };
  return {
    kind: 'left-out trials',
    success,
    failure,
    successes: count((row) => row.successes),
    failures: count((row) => row.trials - row.successes),
  };
}

/** In the order of the levels. A sentence where the outcome is no count, or a level does not have exactly one row. */
export function rowsByLevel(
  { observed, index }: Pick<TrialsQuestion, 'observed' | 'index'>,
  { compiled: { bound } }: PreparedModel,
): { readonly rows: readonly CountedRow[]; readonly trialsName: string } | string {
  const outcome = bound.model.statements.find(({ name }) => name === observed);
  const trials =
    outcome?.kind === 'draw' && outcome.distribution.name === 'Binomial' ? outcome.arguments[0] : undefined;
  const trialsColumn = trials?.kind === 'reference' ? bound.columns.get(trials.name) : undefined;
  const outcomes = bound.columns.get(observed);
  if (trialsColumn === undefined || outcomes === undefined || trialsColumn.values.length !== outcomes.values.length)
    return `${observed} is not a Binomial outcome with a data column of trials, a row each.`;
  const units = unitsOf({ kind: 'levels', index }, bound);
  if (typeof units === 'string') return units;
  const rows: CountedRow[] = [];
  for (const unit of units) {
    const own = [...(rowsOf(unit, bound).get(observed) ?? [])];
    if (own.length !== 1 || unit.kind !== 'level')
      return `Each level of ${index} needs one row of ${observed}; one has ${own.length}.`;
    const [row] = own;
    rows.push({ row, level: unit.level - 1, successes: outcomes.values[row], trials: trialsColumn.values[row] });
  }
  return { rows, trialsName: trialsColumn.name };
}

/** By what is lost: compiling a model costs more than using it. */
const known = new WeakMap<PreparedModel, Map<string, Integrator>>();

/** The integrals of the same model in which every row has lost one trial of a kind; meaningless for a row that has none. */
function withFewer(
  { observed, parameter }: TrialsQuestion,
  trialsName: string,
  model: PreparedModel,
  lost: 'success' | 'failure',
): Integrator {
  const own = known.get(model) ?? new Map<string, Integrator>();
  known.set(model, own);
  const name = [observed, parameter, trialsName, lost].join(' ');
  const integrator = own.get(name) ?? makeFewer(observed, parameter, trialsName, model, lost);
  own.set(name, integrator);
  return integrator;
}

function makeFewer(
  observed: string,
  parameter: string,
  trialsName: string,
  model: PreparedModel,
  lost: 'success' | 'failure',
): Integrator {
  const { source } = model;
  const { columns } = model.compiled.bound;
  const numbers = (name: string): readonly number[] => Array.from(columns.get(name)?.values ?? []);
  const trials = numbers(trialsName).map((value) => value - 1);
  const successes = numbers(observed).map((value, row) =>
    lost === 'success' ? Math.max(0, value - 1) : Math.min(value, trials[row]),
  );
  const data = { ...source.data, [observed]: successes, [trialsName]: trials };
  const prepared = prepareModel({ ...source, data });
  if (!prepared.ok) throw new Error(`the model with one trial fewer: ${prepared.errors[0].message}`);
  const integral = integrateOver(parameter, prepared.value);
  if (integral.kind === 'none') throw new Error(`the model with one trial fewer: ${integral.why}`);
  return integral.integrator;
}
