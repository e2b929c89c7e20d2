// What a question or a bet offers to count hands for, read from the page as it stands.
import { betOffersIn } from '../../widgets/bet-offers';
import { wordsOf } from './blocks';
import { stretchName, stretchOf, stretchesOf } from './tally';

export interface OfferGroup {
  /** What the group is about; '' where there is only one. */
  readonly legend: string;
  /** One a row of the tally. */
  readonly names: readonly string[];
  /** Places of those that are right. */
  readonly right: readonly number[];
}

export interface Offers {
  /** What is asked, where the page does not show it itself; '' where it does. */
  readonly asks: string;
  readonly groups: readonly OfferGroup[];
  /** Whether the names stand in the question already, numbered. */
  readonly numbered: boolean;
}

/** Null for what asks nothing, or offers no few answers to choose from. */
export function offersOf(element: Element): Offers | null {
  return element.matches('.question') ? ofQuestion(element) : ofBet(element);
}

function ofBet(figure: Element): Offers | null {
  const bet = betOffersIn(figure);
  if (bet === null) return null;
  const groups = bet.groups.map(({ legend, names, right }) => ({
    legend,
    names,
    right: names.flatMap((name, k) => (right.includes(name) ? [k] : [])),
  }));
  return { asks: bet.question, groups, numbered: false };
}

function ofQuestion(question: Element): Offers | null {
  const rows = [...question.querySelectorAll('.question-answer dl > div')];
  const slider = question.querySelector<HTMLInputElement>('.question-number input[type="range"]');
  const labels = [...question.querySelectorAll('.question-offers label')];
  if (slider === null) {
    const right = rows.findIndex((row) => row.matches('[data-right="true"]'));
    const names = labels.map((label) => wordsOf(label, 'span'));
    return names.length === 0 ? null : { asks: '', groups: [{ legend: '', names, right: [right] }], numbered: true };
  }
  const step = Number(slider.step);
  const all = stretchesOf(Number(slider.min), Number(slider.max), step);
  const answer = wordsOf(question, '.question-answer div[data-right="true"] > dt');
  const right = stretchOf(all, Number.parseFloat(answer.replace('\u2212', '-').replaceAll(/[\s\u202f,]/g, '')));
  const names = all.map((stretch, k) => stretchName(stretch, step, k === all.length - 1));
  return { asks: '', groups: [{ legend: '', names, right: [right] }], numbered: false };
}
