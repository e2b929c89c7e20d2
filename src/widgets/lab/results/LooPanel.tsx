// How well the fit would predict each row if it had not seen it, and where that estimate is not to be relied on.
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../../../charts/Chart';
import { Figure } from '../../../charts/Figure';
import kChart from '../../../charts/pareto-points?vega';
import { paretoPoints } from '../../../charts/pareto-points-rows';
import { formatCount, formatFixed } from '../../../store/format';
import type { LabFit } from '../../../store/lab/fits';
import { askScores, scoreEffort, useScores } from '../../../store/lab/results/scores';
import type { UnitScores } from '../../../store/lab/results/scores';
import { TakeAway } from '../../TakeAway';
import { fileName } from './file-name';
import { Mend } from './Mend';
import { ObservedChoice } from './ObservedChoice';
import type { ResultsProps } from './Results';
import { rowsAbove } from './rows-above';
import { Waiting } from './Waiting';

export function LooPanel({ fit }: ResultsProps): ReactNode {
  const { observed } = fit.names;
  const [wanted, setWanted] = useState(observed[0] ?? '');
  const name = observed.includes(wanted) ? wanted : (observed[0] ?? '');
  const state = useScores(fit, name);
  const scores = state?.kind === 'done' ? state.value : null;
  const units = useMemo(() => (scores === null ? [] : unitsOf(scores)), [scores]);
  const points = useMemo(() => (scores === null ? null : paretoPoints(units, scores.threshold)), [units, scores]);
  const table = useMemo(() => (scores === null ? undefined : tableOf(units)), [units, scores]);
  return (
    <Figure
      width="wide"
      title={scores === null ? 'How well would the fit predict a row that it has not seen?' : titleOf(scores)}
      controls={
        <div className="figure-options">
          <ObservedChoice names={observed} name={name} onChoose={setWanted} />
        </div>
      }
      caption={`Leave-one-out cross-validation by PSIS (Vehtari, Gelman and Gabry 2017). A unit is a row of ${name}${scores !== null && units.length < scores.unitOfRow.length ? ', or several identical rows' : ''}, the other rows kept. elpd_loo is the sum over rows of the log of the probability that the fit gives a row it has not seen: less far below zero is better, and only differences between models of the same rows mean anything. p_loo says how many parameters the data really move.${points !== null && points.leftOut > 0 ? ` ${formatCount(points.leftOut)} units with a small k are not drawn.` : ''}`}
      {...(table === undefined ? {} : { table })}
      menu={<TakeAway name={`${fileName(fit)} loo ${name}`} {...(table === undefined ? {} : { table })} />}
    >
      {scores === null || points === null ? (
        <Unscored fit={fit} name={name} state={state} />
      ) : (
        <>
          <Totals scores={scores} />
          <Mend fit={fit} called={null} observed={name} scores={scores} />
          <Chart chart={kChart} data={points.data} signals={points.signals} description={describe(scores)} />
        </>
      )}
    </Figure>
  );
}

interface UnscoredProps {
  readonly fit: LabFit;
  readonly name: string;
  readonly state: ReturnType<typeof useScores>;
}

function Unscored({ fit, name, state }: UnscoredProps): ReactNode {
  const effort = scoreEffort(fit, name);
  if (state !== null || effort === 'light')
    return <Waiting state={state} doing="Each row is being left out in turn." />;
  if (effort === 'beyond')
    return (
      <p className="lab-warning">
        With so many rows and draws, LOO is too much for a page. The Stan program computes log_lik, from which R’s loo
        or ArviZ compute it; it is under “Take away”.
      </p>
    );
  return (
    <p>
      With so many rows this takes a while.{' '}
      <button type="button" className="pill" onClick={() => askScores(fit, name)}>
        Leave each row out
      </button>
    </p>
  );
}

function Totals({ scores }: { readonly scores: UnitScores }): ReactNode {
  const { loo, threshold, unitOfRow } = scores;
  const above = rowsAbove(scores);
  const facts = [
    ['elpd_loo', formatFixed(loo.elpd_loo, 1), formatFixed(loo.se_elpd_loo, 1)],
    ['p_loo', formatFixed(loo.p_loo, 1), formatFixed(loo.se_p_loo, 1)],
    ['looic', formatFixed(loo.looic, 1), formatFixed(loo.se_looic, 1)],
  ];
  return (
    <div className="results-totals">
      <table className="lab-table">
        <caption className="visually-hidden">Scores over {unitOfRow.length} rows</caption>
        <thead>
          <tr>
            <th scope="col">score</th>
            <th scope="col">value</th>
            <th scope="col">standard error</th>
          </tr>
        </thead>
        <tbody>
          {facts.map(([what, value, se]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{value}</td>
              <td>{se}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {above === 0 ? (
        <p>Every Pareto k is at most {formatFixed(threshold, 2)}: the estimate can be relied on.</p>
      ) : (
        <p className="lab-warning">
          For {formatCount(above)} of {formatCount(unitOfRow.length)} rows Pareto k is above {formatFixed(threshold, 2)}
          : so much hangs on them that the draws cannot say what the fit would be without them. elpd_loo is then mostly
          too good. Do not decide between models by it: sample again without each row, which is exact, and look at what
          makes those special.
        </p>
      )}
    </div>
  );
}

interface Unit {
  readonly row: number;
  readonly rows: number;
  readonly elpd: number;
  readonly p: number;
  readonly k: number | null;
}

function unitsOf({ loo, unitOfRow, counts }: UnitScores): readonly Unit[] {
  const first = new Map<number, number>();
  unitOfRow.forEach((unit, row) => {
    if (!first.has(unit)) first.set(unit, row + 1);
  });
  return loo.units.map(({ elpd_loo, p_loo, pareto_k }, unit) => ({
    row: first.get(unit) ?? 0,
    rows: counts[unit],
    elpd: elpd_loo,
    p: p_loo,
    k: pareto_k,
  }));
}

function titleOf(scores: UnitScores): string {
  const { loo } = scores;
  const above = rowsAbove(scores);
  const score = `elpd_loo ${formatFixed(loo.elpd_loo, 1)}, give or take ${formatFixed(loo.se_elpd_loo, 1)}`;
  return above === 0 ? score : `${score}; not to be relied on for ${formatCount(above)} rows`;
}

function describe(scores: UnitScores): string {
  const { threshold, unitOfRow } = scores;
  return `Pareto k of what is left out: above ${formatFixed(threshold, 2)} for ${rowsAbove(scores)} of ${unitOfRow.length} rows.`;
}

function tableOf(units: readonly Unit[]) {
  const most = 200;
  const worst = (): readonly Unit[] => units.toSorted((a, b) => (b.k ?? Infinity) - (a.k ?? Infinity));
  return {
    caption:
      units.length > most
        ? `The ${most} units with the largest k, of ${formatCount(units.length)}; the CSV has all`
        : `${units.length} units, the largest k first`,
    columns: ['first row', 'rows', 'elpd of a row', 'p_loo of a row', 'Pareto k'],
    rows: () =>
      worst()
        .slice(0, most)
        .map(({ row, rows, elpd, p, k }) => [
          String(row),
          String(rows),
          formatFixed(elpd, 3),
          formatFixed(p, 3),
          formatFixed(k, 2),
        ]),
    exact: () => units.map(({ row, rows, elpd, p, k }) => [row, rows, elpd, p, k ?? Number.NaN]),
  };
}
