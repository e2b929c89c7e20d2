// The fits of this visit side by side: saved under names, and compared by how well each predicts a row it has not seen.
import { useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { formatCount, formatFixed, formatPercent } from '../../../store/format';
import type { LabFit } from '../../../store/lab/fits';
import { pageRunner } from '../../../store/lab/page-lab';
import type { Inquiry } from '../../../store/lab/results/answers';
import { nameFit, useFitNames, useGivenName } from '../../../store/lab/results/saved-names';
import {
  askScores,
  cannotCompare,
  scoreEffort,
  useComparison,
  useScoreStates,
} from '../../../store/lab/results/scores';
import type { Compared, UnitScores } from '../../../store/lab/results/scores';
import { TakeTable } from '../../TakeTable';
import { csvText } from '../../take-away/csv';
import { Mend } from './Mend';
import { ObservedChoice } from './ObservedChoice';
import type { ResultsProps } from './Results';
import { rowsAbove } from './rows-above';
import { Waiting } from './Waiting';

export function ComparePanel({ fit, fits }: ResultsProps): ReactNode {
  const { observed } = fit.names;
  const [wanted, setWanted] = useState(observed[0] ?? '');
  const [left, setLeft] = useState<readonly number[]>([]);
  const name = observed.includes(wanted) ? wanted : (observed[0] ?? '');
  const names = useFitNames(fits);
  const entries = useMemo(
    () =>
      fits.map((one, k) => ({
        fit: one,
        name: names[k],
        why: one === fit ? null : cannotCompare(fit, one, name),
        out: left.includes(one.id),
      })),
    [fit, fits, names, name, left],
  );
  const chosen = useMemo(() => entries.filter(({ why, out }) => why === null && !out), [entries]);
  const toggle = (id: number): void =>
    setLeft((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  return (
    <div className="results-compare">
      <div className="figure-options">
        <ObservedChoice names={observed} name={name} onChoose={setWanted} />
      </div>
      <Comparison chosen={chosen} observed={name} />
      <h3>The fits of this visit</h3>
      <p className="lab-note">
        Each run is kept until you leave the page, the last eight of them. Give one a name to find it again.
      </p>
      <ul className="results-fits">
        {entries.map(({ fit: one, name: own, why, out }) => (
          <Saved
            key={one.id}
            fit={one}
            name={own}
            why={why}
            shown={one === fit}
            included={why === null && !out}
            onToggle={() => toggle(one.id)}
          />
        ))}
      </ul>
    </div>
  );
}

interface SavedProps {
  readonly fit: LabFit;
  readonly name: string;
  readonly why: string | null;
  readonly shown: boolean;
  readonly included: boolean;
  readonly onToggle: () => void;
}

function Saved({ fit, name, why, shown, included, onToggle }: SavedProps): ReactNode {
  const given = useGivenName(fit);
  const id = useId();
  return (
    <li>
      <label className="results-include">
        <input type="checkbox" checked={included} disabled={why !== null} onChange={onToggle} />
        <span className="visually-hidden">Compare {name}</span>
      </label>
      <label className="visually-hidden" htmlFor={id}>
        Name of {fit.title}
      </label>
      <input
        id={id}
        className="results-name"
        value={given}
        placeholder={fit.title}
        maxLength={60}
        onChange={(event) => nameFit(fit, event.target.value)}
      />
      <span className="results-about">
        {fit.data}, seed {fit.runKey.seed}
        {why === null ? '' : `; not compared: ${why}`}
      </span>
      <span className="lab-row">
        <button type="button" className="pill" disabled={shown} onClick={() => pageRunner.show(fit)}>
          {shown ? 'Shown' : 'Show'}
          <span className="visually-hidden"> {name}</span>
        </button>
        <button type="button" className="pill" onClick={() => pageRunner.forget(fit)}>
          Forget<span className="visually-hidden"> {name}</span>
        </button>
      </span>
    </li>
  );
}

interface Chosen {
  readonly fit: LabFit;
  readonly name: string;
}

function Comparison({
  chosen,
  observed,
}: {
  readonly chosen: readonly Chosen[];
  readonly observed: string;
}): ReactNode {
  const fits = useMemo(() => chosen.map(({ fit }) => fit), [chosen]);
  const names = useMemo(() => chosen.map(({ name }) => name), [chosen]);
  const states = useScoreStates(fits, observed);
  const compared = useComparison(fits, names, observed);
  if (chosen.length < 2)
    return (
      <p>
        To compare, run another model of the same rows: change the model above, and press Run. The fit that you have now
        is kept.
      </p>
    );
  const waiting = chosen.filter((_, k) => states[k] === null);
  const beyond = waiting.find(({ fit }) => scoreEffort(fit, observed) === 'beyond');
  if (beyond !== undefined)
    return (
      <p className="lab-warning">
        {beyond.name} has too many rows and draws for LOO in a page. Its Stan program computes log_lik for R’s loo or
        ArviZ.
      </p>
    );
  if (waiting.length > 0)
    return (
      <p>
        <button
          type="button"
          className="pill"
          onClick={() => {
            for (const { fit } of waiting) askScores(fit, observed);
          }}
        >
          Compare {chosen.length === 2 ? 'the two' : `the ${chosen.length}`} by LOO
        </button>
      </p>
    );
  if (compared?.kind !== 'done') {
    const open = states.find((state) => state !== null && state.kind !== 'done') ?? compared;
    return <Waiting state={open} doing="Each row is being left out of each fit in turn." />;
  }
  return (
    <>
      <Table compared={compared.value} names={names} states={states} />
      {chosen.map(({ fit, name }, k) => {
        const state = states[k];
        return state?.kind === 'done' ? (
          <Mend key={fit.id} fit={fit} called={name} observed={observed} scores={state.value} />
        ) : null;
      })}
    </>
  );
}

interface TableProps {
  readonly compared: readonly Compared[];
  readonly names: readonly string[];
  readonly states: readonly (Inquiry<UnitScores> | null)[];
}

const columns = ['fit', 'elpd_loo', 'se', 'difference', 'se of it', 'p_loo', 'weight', 'k too large'] as const;

function Table({ compared, names, states }: TableProps): ReactNode {
  const scoresOf = (name: string): UnitScores | null => {
    const state = states[names.indexOf(name)];
    return state?.kind === 'done' ? state.value : null;
  };
  const rows = compared.map((one) => {
    const scores = scoresOf(one.name);
    return { ...one, p: scores?.loo.p_loo ?? null, above: scores === null ? 0 : rowsAbove(scores) };
  });
  const doubtful = rows.filter(({ above }) => above > 0);
  return (
    <>
      <p className="figure-title">{finding(compared, doubtful.length > 0)}</p>
      <div className="summary-table" role="region" aria-label="Comparison by LOO" tabIndex={0}>
        <table>
          <caption className="visually-hidden">Fits compared by LOO, the best first</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, elpd, se, elpd_diff, dse, p, stacking, above }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{formatFixed(elpd, 1)}</td>
                <td>{formatFixed(se, 1)}</td>
                <td>{formatFixed(elpd_diff, 1)}</td>
                <td>{formatFixed(dse, 1)}</td>
                <td>{formatFixed(p, 1)}</td>
                <td>{formatPercent(stacking, 0)}</td>
                <td>{formatCount(above)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {doubtful.length > 0 && (
        <p className="lab-warning">
          Of {doubtful.map(({ name, above }) => `${name}, ${formatCount(above)} rows`).join('; of ')} have a Pareto k
          that is too large: those rows are nearly the only ones to know a parameter of their own, so the draws cannot
          say what would be without them. Sample again without each, and the scores are exact.
        </p>
      )}
      <p className="lab-note">
        The difference is to the best, with the standard error of the difference itself, row by row. The weight is that
        of the mixture of the fits that would predict best (stacking).{' '}
        <TakeTable
          name="tadpool-comparison"
          text={() =>
            csvText(
              [...columns],
              rows.map(({ name, elpd, se, elpd_diff, dse, p, stacking, above }) => [
                name,
                elpd,
                se,
                elpd_diff,
                dse,
                p ?? Number.NaN,
                stacking,
                above,
              ]),
            )
          }
        />
      </p>
    </>
  );
}

/** Of doubtful scores the standard errors tell too little. */
function finding(compared: readonly Compared[], doubtful: boolean): string {
  return doubtful ? `${differenceOf(compared)}; but these scores are not to be relied on yet` : differenceOf(compared);
}

function differenceOf([best, next]: readonly Compared[]): string {
  const gain = -next.elpd_diff;
  const by = `by ${formatFixed(gain, 1)} with a standard error of ${formatFixed(next.dse, 1)}`;
  // Two runs of one model differ by nothing.
  const clear = gain > 2 * next.dse;
  if (gain < 4 && !clear) return `${best.name} and ${next.name} predict about equally well: they differ ${by}`;
  return clear
    ? `${best.name} predicts better than ${next.name}, ${by}`
    : `${best.name} seems to predict better than ${next.name}, ${by}: that may be chance`;
}
