// No pooling and partial pooling of stories or of participants, member by member, with complete pooling as the line between.
import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { domainOf, effectRows } from '../charts/effect-rows';
import type { EffectMember } from '../charts/effect-rows';
import effects from '../charts/effects?vega';
import { Figure } from '../charts/Figure';
import type { NumberTableContent } from '../charts/NumberTable';
import { formatFixed } from '../store/format';
import { chooseCluster, poolingDraws, readClusterFromAddress, usePoolings } from '../store/poolings';
import type { Cluster, Effects, Pooling } from '../store/poolings';
import { useSettings } from '../store/settings';
import { trolleyCounts } from '../store/trolley-counts';
import { PoolingsStatus } from './PoolingsStatus';
import { TakeAway } from './TakeAway';
import type { TakenFit } from './TakeAway';
import './figure-controls.css';

const places: Readonly<Record<Cluster, number>> = { story: 12, participant: 50 };
const takenFits: Readonly<Record<Cluster, readonly TakenFit[]>> = {
  story: fitsBy('story'),
  participant: fitsBy('participant'),
};
const titles: Readonly<Record<Cluster, string>> = {
  story: 'With hundreds of responses a story, pooling changes next to nothing',
  participant: 'With 30 responses a person, partial pooling reins in the extremes',
};

function fitsBy(cluster: Cluster): readonly TakenFit[] {
  const taken = (label: string, pooling: Pooling, model: string): TakenFit => ({
    label,
    model,
    knobs: {},
    draws: poolingDraws(cluster, pooling),
  });
  return [
    taken('partial pooling', 'partial', `trolley-partial-${cluster}`),
    taken('no pooling', 'none', `trolley-no-pooling-${cluster}`),
    taken('complete pooling', 'complete', 'trolley-complete'),
  ];
}

export function PoolingsFigure(): ReactNode {
  const { cluster, fits } = usePoolings();
  const interval = useSettings((state) => state.interval);
  const [page, setPage] = useState(0);
  const [highlight, setHighlight] = useState('');
  useEffect(readClusterFromAddress, []);
  const none = effectsOf(fits[cluster].none.effects);
  const partial = effectsOf(fits[cluster].partial.effects);
  const sorted = useMemo(() => membersOf(cluster, partial), [cluster, partial]);
  const shown = useMemo(
    () => sorted.slice(page * places[cluster], (page + 1) * places[cluster]),
    [sorted, page, cluster],
  );
  const data = useMemo(() => effectRows(shown, none, partial), [shown, none, partial]);
  const domain = useMemo(
    () => domainOf([...none.lower, ...none.upper, ...partial.lower, ...partial.upper], cluster === 'story' ? 0.5 : 5),
    [none, partial, cluster],
  );
  const signals = useMemo(() => ({ count: places[cluster], ...domain, highlight }), [cluster, domain, highlight]);
  const pages = Math.ceil(sorted.length / places[cluster]);
  const chosen = sorted.find(({ key }) => key === highlight);
  const table: NumberTableContent = {
    caption: `Effects of ${cluster === 'story' ? 'stories' : 'participants'}, log-odds relative to the mean of all`,
    columns: [cluster, 'no pooling', 'from', 'to', 'partial pooling', 'from', 'to'],
    rows: () => shown.map(({ key, index }) => [key, ...numbers(none, index), ...numbers(partial, index)]),
  };
  return (
    <Figure
      width="wide"
      title={titles[cluster]}
      controls={
        <div className="figure-options">
          <label>
            Pool{' '}
            <select
              value={cluster}
              onChange={(event) => {
                chooseCluster(event.target.value === 'participant' ? 'participant' : 'story');
                setPage(0);
                setHighlight('');
              }}
            >
              <option value="story">stories</option>
              <option value="participant">participants</option>
            </select>
          </label>
          {pages > 1 && (
            <span>
              <button type="button" className="pill" disabled={page === 0} onClick={() => setPage(page - 1)}>
                Lower
              </button>{' '}
              <button type="button" className="pill" disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
                Higher
              </button>{' '}
              {page * places[cluster] + 1} to {Math.min((page + 1) * places[cluster], sorted.length)} of {sorted.length}
            </span>
          )}
        </div>
      }
      status={<PoolingsStatus />}
      caption={
        <>
          Members in the order of their partially pooled effects: posterior means with {interval} percent intervals. All
          are relative to the mean of all members in the same draw, because effects and cutpoints share a location that
          only the priors fix. Complete pooling gives nobody an effect.
        </>
      }
      table={table}
      menu={
        <TakeAway name={`trolley poolings by ${cluster}`} dataset="trolley" table={table} fits={takenFits[cluster]} />
      }
    >
      <Chart
        chart={effects}
        data={data}
        signals={signals}
        description={describe(cluster, none, partial)}
        pointField="member"
        onPoint={(key) => setHighlight(typeof key === 'string' ? key : '')}
      />
      <p className="figure-readout" aria-hidden="true">
        {chosen === undefined
          ? `Point at a ${cluster} to read its numbers.`
          : `${cluster === 'story' ? 'Story' : 'Participant'} ${chosen.key}: ${numbers(none, chosen.index)[0]} without pooling, ${numbers(partial, chosen.index)[0]} with partial pooling.`}
      </p>
    </Figure>
  );
}

function effectsOf(found: Effects | null): Effects {
  if (found === null) throw new Error('this pooling has effects');
  return found;
}

function membersOf(cluster: Cluster, { mean }: Effects): readonly EffectMember[] {
  const names = cluster === 'story' ? trolleyCounts.stories : mean.map((_, j) => String(j + 1));
  return names
    .map((key, index) => ({ key, label: cluster === 'story' ? key : '', index }))
    .sort((a, b) => mean[a.index] - mean[b.index]);
}

function numbers({ mean, lower, upper }: Effects, index: number): string[] {
  return [mean, lower, upper].map((values) => formatFixed(values[index], 2));
}

function describe(cluster: Cluster, none: Effects, partial: Effects): string {
  const span = ({ mean }: Effects): string =>
    `from ${formatFixed(Math.min(...mean), 1)} to ${formatFixed(Math.max(...mean), 1)}`;
  const widest = ({ lower, upper }: Effects): string =>
    formatFixed(Math.max(...upper.map((value, j) => value - lower[j])), 1);
  return (
    `Effects of ${none.mean.length} ${cluster === 'story' ? 'stories' : 'participants'}, in log-odds relative to their mean. ` +
    `Without pooling they run ${span(none)}, and the widest interval spans ${widest(none)}; ` +
    `partially pooled they run ${span(partial)}, and the widest interval spans ${widest(partial)}.`
  );
}
