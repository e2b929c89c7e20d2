// The trolley's responses, counted: by story and by participant.
import type { Story, Workshop } from './workshop';

export interface TrolleyCounts {
  /** Codes, in order of first appearance. */
  readonly stories: readonly string[];
  /** `byStory[s][r - 1]`: how often story s was answered with r. */
  readonly byStory: readonly (readonly number[])[];
  /** The same for each participant, in the order of their numbers. */
  readonly byParticipant: readonly (readonly number[])[];
}

const levels = 7;

export async function trolleyCounts({ trolley }: Workshop): Promise<Story<TrolleyCounts>> {
  const stories = [...new Set(trolley.story.map(String))];
  const count = (members: number, memberOf: (row: number) => number): number[][] => {
    const counts = Array.from({ length: members }, () => Array.from({ length: levels }, () => 0));
    trolley.response.forEach((response, row) => counts[memberOf(row)][Number(response) - 1]++);
    return counts;
  };
  const participants = Math.max(...trolley.participant.map(Number));
  const shown = {
    stories,
    byStory: count(stories.length, (row) => stories.indexOf(String(trolley.story[row]))),
    byParticipant: count(participants, (row) => Number(trolley.participant[row]) - 1),
  };
  const answers = shown.byStory.map((counts) => counts.reduce((total, n) => total + n, 0));
  return {
    shown,
    values: {
      'trolley.rows': trolley.response.length,
      'trolley.stories': stories.length,
      'trolley.participants': participants,
      'trolley.fewestAStory': Math.min(...answers),
      'trolley.mostAStory': Math.max(...answers),
      'trolley.alwaysSeven': shown.byParticipant.filter((counts) => counts[levels - 1] === 30).length,
    },
  };
}
