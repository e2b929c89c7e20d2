// "You need many units": two to fifty, and how far each pooling is off.
import { useEffect, useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import curve from '../charts/error-curve?vega';
import { errorCurves } from '../charts/error-rows';
import { Figure } from '../charts/Figure';
import units from '../charts/units?vega';
import { manyUnits, unitCounts } from '../store/beliefs';
import { Announcement } from './Announcement';
import { BeliefControls, beliefStatus } from './BeliefControls';
import { TakeAway } from './TakeAway';
import { UnitsChart } from './UnitsChart';
import { describeErrors, errorTable, errorsInWords, scoreOf, untold } from './belief-words';
import './beliefs.css';
import './figure-controls.css';

const labels = unitCounts.map((count) => `${count} units`);
const signals = { to: 22 };

export function ManyUnits(): ReactNode {
  useEffect(() => manyUnits.connect(), []);
  const state = manyUnits.use();
  const [place, setPlace] = useState(1);
  const id = useId();
  const { cells, work } = state;
  const count = unitCounts[place];
  const data = useMemo(
    () => ({
      ...errorCurves(unitCounts.map((n, k) => ({ units: n, errors: cells[k]?.errors ?? null }))),
      here: [{ x: Math.log10(unitCounts[place]) }],
    }),
    [cells, place],
  );
  const table = errorTable('number of units', labels, cells);
  const chosen = cells[place] ?? null;
  const finding =
    work.kind !== 'running' && !cells.includes(null) ? findingOf(scoreOf(cells).wins, cells.length) : untold;
  return (
    <Figure
      width="wide"
      title={finding}
      controls={
        <>
          <div className="belief-slider">
            <label htmlFor={id}>Units in the study</label>
            <output htmlFor={id}>{count}</output>
            <input
              id={id}
              type="range"
              min={0}
              max={unitCounts.length - 1}
              step={1}
              value={place}
              aria-valuetext={chosen === null ? String(count) : `${count}, off by ${errorsInWords(chosen)}`}
              onChange={({ target }) => setPlace(Number(target.value))}
            />
          </div>
          <BeliefControls experiment={manyUnits} state={state} />
        </>
      }
      status={<p className="belief-status">{beliefStatus(state)}</p>}
      caption={
        <>
          Units of one population with five observations each. Above: one trial. Below: average errors over all trials;
          bars reach two Monte Carlo errors to either side. The more units there are, the more the model knows of the
          population, and the less the prior of its spread matters.
        </>
      }
      table={table}
      menu={<TakeAway name={`units by number seed ${state.seed}`} dataset="frogs" table={table} />}
    >
      <UnitsChart chart={units} rows={state.units[place] ?? []} kind={labels[place]} />
      <p className="figure-readout belief-readout">
        {chosen === null ? 'Not tried yet.' : `${count} units. Off by ${errorsInWords(chosen)}.`}
      </p>
      <Chart chart={curve} data={data} signals={signals} description={describeErrors(labels, cells)} />
      <Announcement text={work.kind === 'done' ? finding : null} />
    </Figure>
  );
}

function findingOf(wins: number, of: number): string {
  return wins === of
    ? 'From two units on, partial pooling is closer to the truth than no pooling'
    : `At ${wins} of ${of} numbers of units, partial pooling is closer to the truth than no pooling, beyond chance`;
}
