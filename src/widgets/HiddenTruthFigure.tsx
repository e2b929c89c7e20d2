// Hidden truth: 48 simulated tanks, estimated two ways, and the truth on request; then many worlds, to see who wins how often.
import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import hiddenTruthChart from '../charts/hidden-truth?vega';
import { bandRows, tankRows } from '../charts/tank-rows';
import { formatCount, formatFixed } from '../store/format';
import {
  errorsOf,
  makeWorld,
  mostWorlds,
  pauseTally,
  showTruth,
  startTally,
  useHiddenTruth,
} from '../store/hidden-truth';
import type { HiddenWorld, Tally, WorldErrors } from '../store/hidden-truth';
import { Announcement } from './Announcement';
import { TakeAway } from './TakeAway';
import { tanks } from './tanks';
import './figure-controls.css';
import './hidden-truth.css';

export function HiddenTruthFigure(): ReactNode {
  const { world, making, revealed, tally, tallying } = useHiddenTruth();
  const [highlight, setHighlight] = useState(0);
  const signals = useMemo(() => ({ highlight }), [highlight]);
  const data = useMemo(() => rowsOf(world), [world]);
  const errors = useMemo(() => errorsOf(world), [world]);
  useEffect(() => pauseTally, []);
  const table = numbersOf(world, revealed);
  const verdict = verdictOf(errors, world.truth.length);
  const hidden = 'The truth is hidden. Say first: in how many tanks will the blue circle be the closer one?';
  return (
    <Figure
      width="wide"
      title="Partial pooling loses some tanks, and in most worlds its error is still the smaller"
      controls={
        <>
          <div className="figure-options">
            <button
              type="button"
              className="pill"
              data-bet-press={revealed ? 'again' : 'give'}
              disabled={making !== null}
              onClick={() => showTruth(!revealed)}
            >
              {revealed ? 'Hide the truth' : 'Reveal the truth'}
            </button>
            <button type="button" className="pill" disabled={making !== null} onClick={() => makeWorld(world.seed + 1)}>
              A new world
            </button>
            <WorldSeed seed={making ?? world.seed} />
          </div>
          <div className="figure-options">
            <button
              type="button"
              className="pill"
              disabled={!tallying && tally.worlds >= mostWorlds}
              onClick={tallying ? pauseTally : startTally}
            >
              {tallying ? 'Pause' : tally.worlds === 0 ? `Try ${mostWorlds} worlds` : 'Go on'}
            </button>
            <span className="hidden-tally">{tallyText(tally)}</span>
          </div>
        </>
      }
      status={
        <p>
          World {world.seed}:{' '}
          {making === null
            ? 'simulated and fitted twice, 4 short chains each.'
            : 'the next one is being simulated and fitted.'}
        </p>
      }
      caption="These tanks are made up: a program drew each tank’s true survival from a population as wide as the frogs’, and let as many tadpoles live as chance would have it. The filled marks are what two models make of the counts: partial pooling, and no pooling, in which each tank stands alone. The dashed line is the truth, which you only have because the world is simulated. The error of a model is the root mean square of its tanks’ misses, in percentage points: one large miss counts for more than two half as large."
      table={table}
      menu={<TakeAway name={`reed frogs hidden truth world ${world.seed}`} model="frogs-multilevel" table={table} />}
    >
      <div data-revealed={revealed} data-bet={revealed ? 'given' : 'open'} className="hidden-truth">
        <Chart
          chart={hiddenTruthChart}
          data={data}
          signals={signals}
          description={`Estimates of ${world.truth.length} simulated tanks with partial and with no pooling. ${revealed ? verdict : 'The truth is hidden until you reveal it.'}`}
          pointField="tank"
          onPoint={(tank) => setHighlight(typeof tank === 'number' ? tank : 0)}
        />
      </div>
      <p className="figure-readout">{revealed ? verdict : hidden}</p>
      <Announcement text={revealed ? verdict : null} />
    </Figure>
  );
}

function WorldSeed({ seed }: { readonly seed: number }): ReactNode {
  return (
    <label>
      World{' '}
      <input
        type="number"
        inputMode="numeric"
        min={1}
        max={99999}
        step={1}
        value={seed}
        onChange={(event) => {
          const next = event.target.valueAsNumber;
          if (Number.isInteger(next) && next >= 1 && next <= 99_999) makeWorld(next);
        }}
      />
    </label>
  );
}

function rowsOf({ survived, truth, partial, none }: HiddenWorld) {
  const rows = tankRows({ density: tanks.density, survived }).map((row, t) => ({
    ...row,
    truth: truth[t],
    partial: partial[t],
    none: none[t],
  }));
  return { tanks: rows, bands: bandRows(rows) };
}

function points(error: number): string {
  return formatFixed(100 * error, 1);
}

function verdictOf({ partial, none, lost }: WorldErrors, count: number): string {
  const winner = partial < none ? 'Partial pooling wins this world' : 'No pooling wins this world';
  return (
    `${winner}: its error is ${points(Math.min(partial, none))} points, the other’s ${points(Math.max(partial, none))}. ` +
    `In ${lost} of ${count} tanks no pooling came closer.`
  );
}

function tallyText({ worlds, wins, partial, none }: Tally): string {
  if (worlds === 0) return 'Is one world luck? Let the page try many, with other tanks each time.';
  return (
    `${formatCount(wins)} of ${formatCount(worlds)} worlds to partial pooling; ` +
    `mean error ${points(partial / worlds)} points against ${points(none / worlds)}.`
  );
}

function numbersOf({ survived, truth, partial, none }: HiddenWorld, revealed: boolean) {
  const percent = (share: number): string => formatFixed(100 * share, 1);
  return {
    caption: `${truth.length} simulated tanks, in percent`,
    columns: ['tank', 'tadpoles', 'survived', 'partial pooling', 'no pooling', 'truth'],
    rows: () =>
      truth.map((share, t) => [
        String(t + 1),
        String(tanks.density[t]),
        String(survived[t]),
        percent(partial[t]),
        percent(none[t]),
        revealed ? percent(share) : 'hidden',
      ]),
  };
}
