// What a question offers to count hands for, read from the question as it stands on the page.
import { wordsOf } from './blocks';
import { stretchOf, stretchesOf } from './tally';

export interface Offers {
  /** One a row of the tally. */
  readonly names: readonly string[];
  /** Whether the names stand in the question already, numbered. */
  readonly numbered: boolean;
  /** Which of them is right. */
  readonly right: number;
}

/** Null for what is no question. */
export function offersOf(question: Element): Offers | null {
  const rows = [...question.querySelectorAll('.question-answer dl > div')];
  const slider = question.querySelector<HTMLInputElement>('.question-number input[type="range"]');
  const labels = [...question.querySelectorAll('.question-offers label')];
  if (slider === null)
    return labels.length === 0
      ? null
      : {
          names: labels.map((label) => wordsOf(label, 'span')),
          numbered: true,
          right: rows.findIndex((row) => row.matches('[data-right="true"]')),
        };
  const all = stretchesOf(Number(slider.min), Number(slider.max), Number(slider.step));
  const answer = wordsOf(question, '.question-answer div[data-right="true"] > dt');
  return {
    names: all.map(({ from, to }) => `${from} to ${to}`),
    numbered: false,
    right: stretchOf(all, Number.parseFloat(answer.replace('\u2212', '-').replaceAll(/[\s\u202f,]/g, ''))),
  };
}
