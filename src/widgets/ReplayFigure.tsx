// The fit played again from its first draw: ranks, R-hat and effective sample size as they settle.
import { useEffect, useId, useMemo } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import type { NumberTableContent } from '../charts/NumberTable';
import { describeRanks, rankRows } from '../charts/rank-rows';
import ranks from '../charts/ranks?vega';
import settlingChart from '../charts/settling?vega';
import { formatCount, formatFixed } from '../store/format';
import { drawsOf } from '../store/shown-draws';
import { useLectureFit } from '../store/lecture-fit';
import { multilevelFit } from '../store/multilevel-fit';
import { followFit, ranksAfter, useReplay, wantDraws } from '../store/replay';
import { MultilevelStatus } from './MultilevelStatus';
import { TakeAway } from './TakeAway';
import { usePlayback } from './use-playback';
import './figure-controls.css';
import './replay.css';

const taken = drawsOf(multilevelFit);
const length = 1000;
const seconds = 8;

export function ReplayFigure(): ReactNode {
  const { settling, draws } = useReplay();
  useLectureFit(multilevelFit);
  useEffect(followFit, []);
  const { position, playing, stepwise, play, pause, seek } = usePlayback(1000 * seconds, draws !== null);
  const at = Math.max(1, Math.round(position * length));
  const counts = useMemo(() => ranksAfter(draws, at), [draws, at]);
  const bars = useMemo(() => ({ ...rankRows(counts) }), [counts]);
  const reached = settling.reduce((count, one) => (one.draws <= at ? count + 1 : count), 0);
  const last = reached === 0 ? undefined : settling[reached - 1];
  const lines = useMemo(
    () => ({
      settling: settling
        .slice(0, reached)
        .flatMap(({ draws: after, rhat, bulkEss }) =>
          rhat === null || bulkEss === null ? [] : [{ draws: after, rhat, ess: bulkEss }],
        ),
    }),
    [settling, reached],
  );
  const said =
    last === undefined
      ? 'too few draws to tell'
      : `R-hat ${formatFixed(last.rhat, 3)}, bulk ESS ${formatCount(last.bulkEss)}`;
  const table: NumberTableContent = {
    caption: 'Sigma after so many draws a chain, the whole run',
    columns: ['draws a chain', 'R-hat', 'bulk ESS'],
    rows: () =>
      settling.map(({ draws: after, rhat, bulkEss }) => [
        formatCount(after),
        formatFixed(rhat, 3),
        formatCount(bulkEss),
      ]),
  };
  const id = useId();
  const begin = (): void => {
    wantDraws();
    play();
  };

  return (
    <Figure
      width="wide"
      title="Draw by draw, four chains come to agree on sigma"
      controls={
        <div className="replay">
          <button type="button" className="pill" onClick={playing ? pause : begin}>
            {playing ? 'Pause' : stepwise ? 'Replay a step' : 'Replay'}
          </button>
          <label htmlFor={id} className="visually-hidden">
            Replay up to draw
          </label>
          <input
            id={id}
            type="range"
            min={1}
            max={length}
            step={1}
            value={at}
            aria-valuetext={`draw ${formatCount(at)} of ${formatCount(length)}: ${said}`}
            onChange={(event) => {
              wantDraws();
              seek(event.target.valueAsNumber / length);
            }}
          />
          <p className="replay-place">
            Replay, draw {formatCount(at)} of {formatCount(length)}: {said}
          </p>
        </div>
      }
      status={<MultilevelStatus />}
      table={table}
      menu={<TakeAway name="reed frogs replay of sigma" model="frogs-multilevel" table={table} draws={taken} />}
      caption="The run is over; this plays its draws again. Above, a panel is a chain: all draws of sigma are ranked together, and the bars count how many of each range came from this chain. Chains that look at the same posterior have level bars, as near to the line as luck allows (the grey band). Below, R-hat and the effective sample size after so many draws."
    >
      <Chart
        chart={ranks}
        data={bars}
        description={`After ${formatCount(at)} draws a chain. ${describeRanks('sigma', counts)}`}
      />
      <Chart
        chart={settlingChart}
        data={lines}
        description={`R-hat and bulk effective sample size of sigma as draws come in; after ${formatCount(last?.draws ?? 0)} draws a chain: ${said}.`}
      />
    </Figure>
  );
}
