// Starve a story: keep few of its responses, and see who still expects something sensible.
import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { domainOf } from '../charts/effect-rows';
import expectedChart from '../charts/expected-responses?vega';
import { Figure } from '../charts/Figure';
import type { NumberTableContent } from '../charts/NumberTable';
import intervalsChart from '../charts/interval-rows-2?vega';
import { describePosteriors, posteriorData } from '../charts/posterior-rows';
import type { Posterior } from '../charts/posterior-rows';
import { formatCount, formatFixed, formatPercent } from '../store/format';
import { untilGoodSentence } from '../store/poolings';
import { connectStarved, fewest, responsesTo, starve, starvedDrawn, useStarved } from '../store/starved';
import type { StarvedFit, StarvedState } from '../store/starved';
import { useSettings } from '../store/settings';
import { trolleyCounts } from '../store/trolley-counts';
import { Announcement } from './Announcement';
import { PromisedDraws } from './PromisedDraws';
import { TakeAway } from './TakeAway';
import './figure-controls.css';
import './run-status.css';

const { stories, byStory } = trolleyCounts;
const quantity = 'effect of the story, log-odds relative to the mean of all';

export function StarveFigure(): ReactNode {
  const state = useStarved();
  const { story, keep, fits, work } = state;
  const interval = useSettings((settings) => settings.interval);
  useEffect(connectStarved, []);
  const all = responsesTo(story);
  const observed = useMemo(() => {
    const counts = byStory[stories.indexOf(story)];
    return counts.map((count, k) => ({ response: k + 1, share: count / all }));
  }, [story, all]);
  const expected = useMemo(
    () => [...expectedRows('none', fits.none, -0.12), ...expectedRows('partial', fits.partial, 0.12)],
    [fits],
  );
  const data = useMemo(() => ({ observed, expected }), [observed, expected]);
  const rows = useMemo(
    () => [posteriorOf('no pooling', 'none', fits.none), posteriorOf('partial pooling', 'partial', fits.partial)],
    [fits],
  );
  const axis = useMemo(() => domainOf([-2, 2, ...rows.flatMap(({ lower, upper }) => [lower, upper])], 2), [rows]);
  const effects = useMemo(() => posteriorData(rows, axis, { digits: 1 }), [rows, axis]);
  const signals = useMemo(() => ({ ...axis, axisTitle: quantity }), [axis]);
  const words = describe(state, observed);
  const table: NumberTableContent = {
    caption: `Responses to story ${story}, in percent, after ${keep} of them`,
    columns: ['response', 'observed', 'no pooling expects', 'partial pooling expects'],
    rows: () =>
      observed.map(({ response, share }, k) => [
        String(response),
        ...[share, fits.none.shares[k], fits.partial.shares[k]].map((value) => formatFixed(100 * value, 1)),
      ]),
  };
  return (
    <Figure
      width="wide"
      title="A story with few responses: on its own it runs wild, in company it is expected near the others"
      controls={<StarveControls story={story} keep={keep} all={all} />}
      status={
        <>
          <p>{statusOf(state)}</p>
          <PromisedDraws drawn={starvedDrawn} about={untilGoodSentence} />
        </>
      }
      caption={
        <>
          Hollow bars: all {formatCount(all)} responses to the story. Filled marks: the shares that each model expects
          after {formatCount(keep)} of them, drawn at random by the seed. Below, the story’s effect with {interval}{' '}
          percent intervals.
        </>
      }
      table={table}
      menu={
        <TakeAway name={`trolley story ${story} with ${keep} responses`} model="trolley-partial-story" table={table} />
      }
    >
      <Chart chart={expectedChart} data={data} description={words} preview={work === 'fitting'} />
      <Chart
        chart={intervalsChart}
        data={effects}
        signals={signals}
        description={describePosteriors(rows, quantity, interval, 1)}
        preview={work === 'fitting'}
      />
      <Announcement text={work === 'settled' ? words : null} />
    </Figure>
  );
}

interface StarveControlsProps {
  readonly story: string;
  readonly keep: number;
  readonly all: number;
}

function StarveControls({ story, keep, all }: StarveControlsProps): ReactNode {
  const [typed, setTyped] = useState(String(keep));
  const [complaint, setComplaint] = useState(false);
  const [kept, setKept] = useState(keep);
  if (kept !== keep) {
    setKept(keep);
    setTyped(String(keep));
  }
  const commit = (): void => {
    const wanted = Number(typed);
    const right = typed.trim() !== '' && Number.isInteger(wanted) && wanted >= fewest && wanted <= all;
    setComplaint(!right);
    if (right && wanted !== keep) void starve(story, wanted);
  };
  const jump = (wanted: number): void => {
    setTyped(String(wanted));
    setComplaint(false);
    void starve(story, wanted);
  };
  return (
    <div className="figure-options">
      <label>
        Story{' '}
        <select value={story} onChange={(event) => void starve(event.target.value, keep)}>
          {stories.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        Keep{' '}
        <input
          type="number"
          min={fewest}
          max={all}
          value={typed}
          aria-invalid={complaint}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => event.key === 'Enter' && commit()}
        />{' '}
        of its {formatCount(all)} responses
      </label>
      <span role="group" aria-label="Numbers worth a visit">
        {[all, 100, 30, 10, 3].map((count) => (
          <button key={count} type="button" className="pill" aria-pressed={count === keep} onClick={() => jump(count)}>
            {count === all ? 'all' : count}
          </button>
        ))}
      </span>
      {complaint && (
        <span role="alert">
          Type a whole number from {fewest} to {formatCount(all)}.
        </span>
      )}
    </div>
  );
}

function expectedRows(look: string, { shares }: StarvedFit, shift: number) {
  return shares.map((share, k) => ({ look, x: k + 1 + shift, share }));
}

function posteriorOf(label: string, look: Posterior['look'], { mean, lower, upper }: StarvedFit): Posterior {
  return { label, look, mean, lower, upper, innerLower: mean, innerUpper: mean };
}

function statusOf({ work, fits }: StarvedState): string {
  if (work === 'fitting') return 'Fitting both models to what is kept and to all other stories.';
  if (typeof work === 'object') return `The fit could not be made: ${work.failed}. Choose again to try once more.`;
  return fits.none.judgement.kind === 'trust' ? fits.partial.judgement.sentence : fits.none.judgement.sentence;
}

function describe({ story, keep, fits }: StarvedState, observed: readonly { readonly share: number }[]): string {
  const top = (shares: readonly number[]): string => formatPercent(shares[6], 0);
  return (
    `Story ${story}, ${keep} responses kept. Of a response of 7, observed in ${formatPercent(observed[6].share, 0)}, no pooling expects ` +
    `${top(fits.none.shares)} and partial pooling ${top(fits.partial.shares)}. Its effect is ${formatFixed(fits.none.mean, 1)}, from ` +
    `${formatFixed(fits.none.lower, 1)} to ${formatFixed(fits.none.upper, 1)}, without pooling, and ${formatFixed(fits.partial.mean, 1)}, from ` +
    `${formatFixed(fits.partial.lower, 1)} to ${formatFixed(fits.partial.upper, 1)}, with partial pooling.`
  );
}
