// The data by story: how permissible people found what happens in each of twelve stories.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Figure } from '../charts/Figure';
import type { NumberTableContent } from '../charts/NumberTable';
import { addCounts, summarizeResponses } from '../charts/response-rows';
import type { ResponseMember } from '../charts/response-rows';
import { formatCount, formatFixed } from '../store/format';
import { trolleyCounts } from '../store/trolley-counts';
import { ResponsesChart } from './ResponsesChart';
import { TakeAway } from './TakeAway';
import './figure-controls.css';

const { stories, byStory } = trolleyCounts;
const members: readonly ResponseMember[] = stories.map((story, k) => ({
  key: story,
  label: story,
  counts: byStory[k],
}));
const everyone = addCounts(byStory);

export function StoryResponses(): ReactNode {
  const [chosen, setChosen] = useState(members[0]);
  const choose = (key: string): void => setChosen(members.find((member) => member.key === key) ?? chosen);
  const { mean, lower, upper } = summarizeResponses(chosen.counts);
  const table: NumberTableContent = {
    caption: `Responses to ${stories.length} stories`,
    columns: ['story', 'responses', 'mean', 'lower quartile', 'upper quartile'],
    rows: () => members.map((member) => tableRow(member)),
  };
  return (
    <Figure
      width="wide"
      title="Stories differ, but less than the answers within any one of them"
      controls={
        <div className="figure-options">
          <label>
            Story{' '}
            <select value={chosen.key} onChange={(event) => choose(event.target.value)}>
              {stories.map((story) => (
                <option key={story}>{story}</option>
              ))}
            </select>
          </label>
        </div>
      }
      caption={
        <>
          Each mark is the mean response to a story, from 1 (forbidden) to 7 (obligatory); the bar holds the middle half
          of its responses. At the side, one story’s responses as hollow bars, and everyone’s as short lines.
        </>
      }
      table={table}
      menu={<TakeAway name="trolley responses by story" dataset="trolley" table={table} />}
    >
      <ResponsesChart
        members={members}
        places={members.length}
        chosen={chosen}
        name={`Story ${chosen.key}`}
        everyone={everyone}
        description={describe()}
        onChoose={choose}
      />
      <p className="figure-readout" aria-hidden="true">
        Story {chosen.key}: {formatCount(sum(chosen.counts))} responses, mean {formatFixed(mean, 1)}, the middle half
        from {formatFixed(lower, 0)} to {formatFixed(upper, 0)}.
      </p>
    </Figure>
  );
}

function tableRow({ key, counts }: ResponseMember): string[] {
  const { mean, lower, upper } = summarizeResponses(counts);
  return [key, formatCount(sum(counts)), formatFixed(mean, 2), formatFixed(lower, 1), formatFixed(upper, 1)];
}

function describe(): string {
  const means = members.map(({ counts }) => summarizeResponses(counts).mean);
  return (
    `Mean responses to ${members.length} stories lie between ${formatFixed(Math.min(...means), 1)} and ` +
    `${formatFixed(Math.max(...means), 1)} on a scale of 1 to 7; in every story the middle half of the responses spans two to four points.`
  );
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
