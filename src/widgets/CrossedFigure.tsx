// The crossed trolley model: treatments and spreads as rows of intervals, the stories with and without treatments, and live chains by the clock.
import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import spreads from '../charts/interval-rows-2?vega';
import treatments from '../charts/interval-rows-3?vega';
import { describePosteriors, posteriorData } from '../charts/posterior-rows';
import type { Posterior } from '../charts/posterior-rows';
import storyEffects from '../charts/story-effects?vega';
import { before, connectCrossed, crossedDraws, intervalAt, stories, useCrossed } from '../store/crossed';
import type { CrossedEstimates, CrossedName, Estimated } from '../store/crossed';
import { formatFixed } from '../store/format';
import { useSettings } from '../store/settings';
import { Announcement } from './Announcement';
import { CrossedControls } from './CrossedControls';
import { CrossedStatus } from './CrossedStatus';
import { TakeAway } from './TakeAway';
import './figure-controls.css';
import './world.css';

const names: Readonly<Record<CrossedName, string>> = {
  bA: 'action',
  bI: 'intention',
  bC: 'contact',
  sigma_S: 'among stories',
  sigma_U: 'among participants',
};
const treatmentDomain = { from: -2.2, to: 0.2 };
const spreadDomain = { from: 0, to: 2.4 };
const treatmentSignals = { ...treatmentDomain, axisTitle: 'effect on the response, log-odds' };
const spreadSignals = { ...spreadDomain, axisTitle: 'standard deviation of the effects, log-odds' };
const storySignals = { from: -1.5, to: 1.5 };
const treatmentSymbols = { estimates: 'bA bI bC' };
const spreadSymbols = { estimates: 'sigma_S sigma_U' };

export function CrossedFigure(): ReactNode {
  useEffect(connectCrossed, []);
  const { fit, glimpse, work } = useCrossed();
  const percent = useSettings((state) => state.interval);
  const [highlight, setHighlight] = useState('');
  const estimates = glimpse ?? fit.estimates;
  const unsettled = glimpse !== null;
  const effects = useMemo(() => rowsOf(['bA', 'bI', 'bC'], estimates, percent), [estimates, percent]);
  const spread = useMemo(() => rowsOf(['sigma_S', 'sigma_U'], estimates, percent), [estimates, percent]);
  const effectData = useMemo(() => posteriorData(effects, treatmentDomain), [effects]);
  const spreadData = useMemo(() => posteriorData(spread, spreadDomain), [spread]);
  const shown = useMemo(() => storyRows(estimates, percent), [estimates, percent]);
  const storyData = useMemo(() => ({ stories: shown }), [shown]);
  const signals = useMemo(() => ({ ...storySignals, highlight }), [highlight]);
  const chosen = shown.find(({ story }) => story === highlight);
  const table = {
    caption: `Posterior means and ${percent} % intervals, log-odds; stories relative to their mean`,
    columns: ['quantity', 'mean', 'from', 'to', 'mean without treatments', 'from', 'to'],
    rows: () => tableRows(effects, spread, shown, percent),
  };
  const settled = work.kind === 'done' ? sentence(effects, spread) : null;
  return (
    <Figure
      width="wide"
      title="All three treatments lower the response, and participants differ more than stories do"
      controls={<CrossedControls />}
      status={<CrossedStatus />}
      caption={
        <>
          All 9,930 responses, 331 participants, 12 stories, 354 parameters. Above: means, central halves and {percent}{' '}
          % intervals. Below: the twelve stories, each relative to the mean of all in the same draw, as the model sees
          them without treatments and with them. While chains run, the rows show what they say so far, dimmed.
        </>
      }
      table={table}
      menu={
        <TakeAway name={`trolley crossed seed ${fit.seed}`} model="trolley-full" table={table} draws={crossedDraws} />
      }
    >
      <Chart
        chart={treatments}
        data={effectData}
        signals={treatmentSignals}
        preview={unsettled}
        symbols={treatmentSymbols}
        description={describePosteriors(effects, 'Effects of the treatments in log-odds', percent)}
      />
      <Chart
        chart={spreads}
        data={spreadData}
        signals={spreadSignals}
        preview={unsettled}
        symbols={spreadSymbols}
        description={describePosteriors(spread, 'Standard deviations in log-odds', percent)}
      />
      <Chart
        chart={storyEffects}
        data={storyData}
        signals={signals}
        preview={unsettled}
        description={describeStories(shown)}
        pointField="story"
        onPoint={(story) => setHighlight(typeof story === 'string' ? story : '')}
      />
      <p className="figure-readout" aria-hidden="true">
        {chosen === undefined
          ? 'Point at a story to read its numbers.'
          : `Story ${chosen.story}: ${formatFixed(chosen.before, 2)} without treatments, ${formatFixed(chosen.after, 2)} with them.`}
      </p>
      <Announcement text={settled} />
    </Figure>
  );
}

function rowsOf(which: readonly CrossedName[], { parameters }: CrossedEstimates, percent: number): Posterior[] {
  return which.flatMap((name): Posterior[] => {
    const one = parameters[name];
    if (one === undefined) return [];
    const [lower, upper] = intervalAt(one, percent);
    const [innerLower, innerUpper] = intervalAt(one, 50);
    const look = name === 'sigma_S' || name === 'sigma_U' ? 'population' : 'partial';
    return [{ label: names[name], look, mean: one.mean, lower, upper, innerLower, innerUpper }];
  });
}

type StoryRow = Readonly<
  Record<'slot' | 'before' | 'beforeLower' | 'beforeUpper' | 'after' | 'afterLower' | 'afterUpper', number>
> & { readonly story: string };

/** In the order of the stories' effects with treatments. */
function storyRows({ effects }: CrossedEstimates, percent: number): StoryRow[] {
  const ends = (one: Estimated): readonly [number, number] => intervalAt(one, percent);
  return stories
    .map((story, j) => ({ story, without: before.estimates.effects[j], withThem: effects[j] }))
    .sort((a, b) => a.withThem.mean - b.withThem.mean)
    .map(({ story, without, withThem }, k) => ({
      story,
      slot: k + 1,
      before: without.mean,
      beforeLower: ends(without)[0],
      beforeUpper: ends(without)[1],
      after: withThem.mean,
      afterLower: ends(withThem)[0],
      afterUpper: ends(withThem)[1],
    }));
}

function tableRows(
  effects: readonly Posterior[],
  spread: readonly Posterior[],
  shown: readonly StoryRow[],
  percent: number,
): string[][] {
  const write = (values: readonly number[]): string[] => values.map((value) => formatFixed(value, 2));
  const earlier = rowsOf(['sigma_S', 'sigma_U'], before.estimates, percent);
  return [
    ...effects.map(({ label, mean, lower, upper }) => [label, ...write([mean, lower, upper]), '', '', '']),
    ...spread.map(({ label, mean, lower, upper }, k) => [
      label,
      ...write([mean, lower, upper]),
      ...write([earlier[k].mean, earlier[k].lower, earlier[k].upper]),
    ]),
    ...shown.map((row) => [
      `story ${row.story}`,
      ...write([row.after, row.afterLower, row.afterUpper, row.before, row.beforeLower, row.beforeUpper]),
    ]),
  ];
}

function describeStories(shown: readonly StoryRow[]): string {
  const farthest = shown.reduce((a, b) => (Math.abs(b.after - b.before) > Math.abs(a.after - a.before) ? b : a));
  return (
    `Effects of twelve stories relative to their mean. With treatments in the model they run from ${formatFixed(shown[0].after, 2)}, story ${shown[0].story}, ` +
    `to ${formatFixed(shown[11].after, 2)}, story ${shown[11].story}. Story ${farthest.story} moves most, from ${formatFixed(farthest.before, 2)} to ${formatFixed(farthest.after, 2)}.`
  );
}

function sentence(effects: readonly Posterior[], spread: readonly Posterior[]): string {
  const list = [...effects, ...spread].map(({ label, mean }) => `${label} ${formatFixed(mean, 2)}`);
  return `The chains are done: ${list.join(', ')}.`;
}
