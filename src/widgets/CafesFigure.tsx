// The robot among the cafés, visit by visit: with memory every visit moves every café, with amnesia only the one visited.
import { useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { cafeRows } from '../charts/cafe-rows';
import cafesChart from '../charts/cafes?vega';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import type { NumberTableContent } from '../charts/NumberTable';
import { cafesDrawn, connectCafes, pause, play, startOver, stepBack, stepOn, useCafes } from '../store/cafes';
import type { Beliefs, CafeBelief, CafesState } from '../store/cafes';
import { formatFixed } from '../store/format';
import { useSettings } from '../store/settings';
import { Announcement } from './Announcement';
import { AddVisit } from './AddVisit';
import { PromisedDraws } from './PromisedDraws';
import { TakeAway } from './TakeAway';
import './figure-controls.css';
import './cafes.css';

export function CafesFigure(): ReactNode {
  const state = useCafes();
  const { diary, made, beliefs, work, playing } = state;
  const interval = useSettings((settings) => settings.interval);
  const data = useMemo(() => cafeRows({ ...beliefs, visits: diary.slice(0, made) }), [beliefs, diary, made]);
  useEffect(connectCafes, []);
  const story = storyOf(state);
  const table: NumberTableContent = {
    caption: `Expected minutes after ${made} visits, with ${interval} percent intervals`,
    columns: ['café', 'with memory', 'from', 'to', 'with amnesia', 'from', 'to'],
    rows: () =>
      beliefs.memory.cafes.map((belief, j) => [
        j === beliefs.memory.cafes.length - 1 ? 'a new one' : String(j + 1),
        ...numbers(belief),
        ...numbers(beliefs.amnesia.cafes[j]),
      ]),
  };
  return (
    <Figure
      width="wide"
      title="With memory, one visit teaches about every café"
      controls={
        <>
          <div className="cafes-steps">
            <button type="button" className="pill" onClick={stepBack} disabled={made === 0}>
              Back
            </button>
            <button type="button" className="pill" onClick={stepOn} disabled={made === diary.length}>
              Next visit
            </button>
            <button type="button" className="pill" onClick={playing ? pause : play}>
              {playing ? 'Pause' : 'Play'}
            </button>
            <button type="button" className="pill" onClick={startOver}>
              Start over
            </button>
          </div>
          <AddVisit />
        </>
      }
      status={
        <>
          <p>{statusOf(state)}</p>
          <PromisedDraws drawn={cafesDrawn} />
        </>
      }
      caption={
        <>
          Two robots with the same diary. Filled marks are what they expect of five cafés (posterior medians), with{' '}
          {interval} percent intervals; hollow marks are the waits it wrote down, the latest drawn bold. The curve on
          top is what a robot expects of a café it has never seen.
        </>
      }
      table={table}
      menu={<TakeAway name={`cafes after ${made} visits`} model="cafes-memory" table={table} />}
    >
      <Chart chart={cafesChart} data={data} description={story} preview={work === 'sampling'} />
      <p className="figure-readout" aria-hidden="true">
        {lineOf(state)}
      </p>
      <Announcement text={work === 'settled' && !playing ? story : null} />
    </Figure>
  );
}

function numbers({ median, lower, upper }: CafeBelief): string[] {
  return [median, lower, upper].map((minutes) => formatFixed(minutes, 1));
}

function statusOf({ work, beliefs }: CafesState): string {
  switch (work) {
    case 'settled':
      return worse(beliefs).sentence;
    case 'sampling':
      return 'Fitting both models to the visits so far.';
    case 'failed':
      return 'The sampler stopped. Step back and on again to try once more.';
  }
}

function lineOf({ diary, made }: CafesState): string {
  if (made === 0) return `No visit yet, of ${diary.length} in the diary.`;
  const { cafe, minutes } = diary[made - 1];
  return `Visit ${made} of ${diary.length}: café ${cafe}, ${minutes} minutes.`;
}

function storyOf(state: CafesState): string {
  const { memory, amnesia } = state.beliefs;
  const next = memory.cafes.length - 1;
  const minutes = (belief: CafeBelief): string => formatFixed(belief.median, 1);
  return (
    `${lineOf(state)} Expected minutes at cafés 1 to ${next}: with memory ${memory.cafes.slice(0, next).map(minutes).join(', ')}; ` +
    `with amnesia ${amnesia.cafes.slice(0, next).map(minutes).join(', ')}. ` +
    `At a new café: ${minutes(memory.cafes[next])} with memory, ${minutes(amnesia.cafes[next])} with amnesia.`
  );
}

/** Of the two fits' verdicts the one that matters more. */
function worse({ memory, amnesia }: Beliefs): Beliefs['memory']['verdict'] {
  const order = ['trust', 'look', 'doubt'];
  return order.indexOf(amnesia.verdict.kind) > order.indexOf(memory.verdict.kind) ? amnesia.verdict : memory.verdict;
}
