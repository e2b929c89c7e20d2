// The data by participant, fifty at a time: people use the scale in very different ways.
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Figure } from '../charts/Figure';
import type { NumberTableContent } from '../charts/NumberTable';
import { addCounts, summarizeResponses } from '../charts/response-rows';
import type { ResponseMember } from '../charts/response-rows';
import { formatFixed } from '../store/format';
import { trolleyCounts } from '../store/trolley-counts';
import { ResponsesChart } from './ResponsesChart';
import { TakeAway } from './TakeAway';
import './figure-controls.css';

const { byParticipant } = trolleyCounts;
const places = 50;
const pages = Math.ceil(byParticipant.length / places);
const members: readonly ResponseMember[] = byParticipant.map((counts, k) => ({
  key: String(k + 1),
  label: '',
  counts,
}));
const byMean = [...members].sort((a, b) => summarizeResponses(a.counts).mean - summarizeResponses(b.counts).mean);
const everyone = addCounts(byParticipant);

type Order = 'number' | 'mean';

export function ParticipantResponses(): ReactNode {
  const [order, setOrder] = useState<Order>('number');
  const [page, setPage] = useState(0);
  const [chosen, setChosen] = useState(members[0]);
  const [typed, setTyped] = useState('1');
  const shown = useMemo(() => {
    const sorted = order === 'mean' ? byMean : members;
    return sorted.slice(page * places, (page + 1) * places);
  }, [order, page]);
  const choose = (key: string): void => {
    const found = members.find((member) => member.key === key);
    if (found === undefined) return;
    setChosen(found);
    setTyped(key);
  };
  const type = (text: string): void => {
    setTyped(text);
    const found = members.find(({ key }) => key === text.trim());
    if (found === undefined) return;
    setChosen(found);
    setPage(Math.floor((order === 'mean' ? byMean : members).indexOf(found) / places));
  };
  const { mean } = summarizeResponses(chosen.counts);
  const table: NumberTableContent = {
    caption: `Responses of participants ${page * places + 1} to ${Math.min((page + 1) * places, members.length)}`,
    columns: ['participant', 'mean', 'lower quartile', 'upper quartile'],
    rows: () =>
      shown.map(({ key, counts }) => {
        const { mean: middle, lower, upper } = summarizeResponses(counts);
        return [key, formatFixed(middle, 2), formatFixed(lower, 1), formatFixed(upper, 1)];
      }),
  };
  return (
    <Figure
      width="wide"
      title="People use the scale in very different ways"
      controls={
        <div className="figure-options">
          <span>
            <button type="button" className="pill" disabled={page === 0} onClick={() => setPage(page - 1)}>
              Earlier
            </button>{' '}
            <button type="button" className="pill" disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
              Next {places}
            </button>{' '}
            {page * places + 1} to {Math.min((page + 1) * places, members.length)} of {members.length}
          </span>
          <label>
            Sorted by{' '}
            <select
              value={order}
              onChange={(event) => {
                setOrder(event.target.value === 'mean' ? 'mean' : 'number');
                setPage(0);
              }}
            >
              <option value="number">number</option>
              <option value="mean">mean response</option>
            </select>
          </label>
          <label>
            Participant{' '}
            <input
              type="number"
              min={1}
              max={members.length}
              value={typed}
              onChange={(event) => type(event.target.value)}
            />
          </label>
        </div>
      }
      caption={
        <>
          One mark a participant, the mean of 30 responses, with a bar for the middle half of them. At the side, one
          person’s responses as hollow bars, and everyone’s as short lines.
        </>
      }
      table={table}
      menu={<TakeAway name="trolley responses by participant" dataset="trolley" table={table} />}
    >
      <ResponsesChart
        members={shown}
        places={places}
        chosen={chosen}
        name={`Participant ${chosen.key}`}
        everyone={everyone}
        description={describe()}
        onChoose={choose}
      />
      <p className="figure-readout" aria-hidden="true">
        Participant {chosen.key}: mean {formatFixed(mean, 1)}.
      </p>
    </Figure>
  );
}

function describe(): string {
  const means = byMean.map(({ counts }) => summarizeResponses(counts).mean);
  return (
    `Mean responses of ${members.length} participants run from ${formatFixed(means[0], 1)} to ` +
    `${formatFixed(means[means.length - 1], 1)}; the middle half of the people lie between ` +
    `${formatFixed(means[Math.floor(means.length / 4)], 1)} and ${formatFixed(means[Math.floor((3 * means.length) / 4)], 1)}.`
  );
}
