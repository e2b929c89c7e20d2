// A belief tried in four kinds of world: one trial of the chosen kind, and the average errors of all kinds.
import { useEffect, useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { errorRows } from '../charts/error-rows';
import errors from '../charts/errors?vega';
import { Figure } from '../charts/Figure';
import units from '../charts/units?vega';
import type { BeliefExperiment, CellSummary } from '../store/beliefs';
import { Announcement } from './Announcement';
import { BeliefControls, beliefStatus } from './BeliefControls';
import { TakeAway } from './TakeAway';
import { UnitsChart } from './UnitsChart';
import { describeErrors, errorTable, errorsInWords, scoreOf, untold } from './belief-words';
import type { Score } from './belief-words';
import './beliefs.css';
import './figure-controls.css';

export interface KindsFigureProps {
  readonly experiment: BeliefExperiment;
  /** Four, in the order of the study's cells. */
  readonly kinds: readonly string[];
  readonly legend: string;
  /** The kind that is chosen first. */
  readonly first: number;
  /** For the names of files. */
  readonly name: string;
  /** End of the axis of errors, percentage points. */
  readonly to: number;
  readonly title: (score: Score) => string;
  /** What else the chosen kind has to say; null for nothing. */
  readonly note: ((cell: CellSummary) => string) | null;
  readonly caption: ReactNode;
}

export function KindsFigure(props: KindsFigureProps): ReactNode {
  const { experiment, kinds, legend, first, name, to, title, note, caption } = props;
  useEffect(() => experiment.connect(), [experiment]);
  const state = experiment.use();
  const [kind, setKind] = useState(first);
  const group = useId();
  const { cells, work } = state;
  const data = useMemo(
    () => errorRows(kinds.map((label, k) => ({ label, errors: cells[k]?.errors ?? null }))),
    [kinds, cells],
  );
  const signals = useMemo(() => ({ to, highlight: kind }), [to, kind]);
  const table = errorTable(legend.toLowerCase(), kinds, cells);
  const chosen = cells[kind] ?? null;
  const finding = work.kind !== 'running' && !cells.includes(null) ? title(scoreOf(cells)) : untold;
  return (
    <Figure
      width="wide"
      title={finding}
      controls={
        <>
          <div className="figure-options">
            <span className="belief-choice" role="radiogroup" aria-label={legend}>
              <span>{legend}</span>
              {kinds.map((label, k) => (
                <label key={label}>
                  <input type="radio" name={group} checked={k === kind} onChange={() => setKind(k)} /> {label}
                </label>
              ))}
            </span>
          </div>
          <BeliefControls experiment={experiment} state={state} />
        </>
      }
      status={<p className="belief-status">{beliefStatus(state)}</p>}
      caption={caption}
      table={table}
      menu={<TakeAway name={`${name} seed ${state.seed}`} dataset="frogs" table={table} />}
    >
      <UnitsChart chart={units} rows={state.units[kind] ?? []} kind={kinds[kind]} />
      <p className="figure-readout belief-readout">
        {chosen === null
          ? 'Not tried yet.'
          : `${legend}: ${kinds[kind]}. Off by ${errorsInWords(chosen)}. ${note === null ? '' : note(chosen)}`}
      </p>
      <Chart chart={errors} data={data} signals={signals} description={describeErrors(kinds, cells)} />
      <Announcement text={work.kind === 'done' ? finding : null} />
    </Figure>
  );
}
