// A page on paper: each figure says where its controls stood, and the answers are gathered at the end, so that the handout asks first.
import { settingsOf } from './figure-settings';

const made = 'handout';

/** Makes the page ready whenever it is printed, and puts it back after. */
export function prepareHandouts(): void {
  window.addEventListener('beforeprint', prepare);
  window.addEventListener('afterprint', restore);
}

function prepare(): void {
  restore();
  for (const figure of document.querySelectorAll('.figure')) {
    const settings = settingsOf(figure);
    if (settings.length === 0) continue;
    const line = ours('p', 'handout-settings');
    line.textContent = `Set: ${settings.join('; ')}.`;
    figure.querySelector('.figure-drawing')?.after(line);
  }
  document.querySelector('.page-header h1')?.after(addressLine());
  const article = document.querySelector('main article');
  // An instructor's plan has each answer beside its question.
  const answers = [...document.querySelectorAll('.question-answer, .solution')].filter(
    (answer) => answer.closest('.lesson-plan') === null,
  );
  if (article === null || answers.length === 0) return;
  const section = ours('section', 'handout-answers');
  const heading = document.createElement('h2');
  heading.textContent = 'Answers';
  const list = document.createElement('ol');
  answers.forEach((answer, k) => {
    const mark = ours('p', 'handout-mark');
    mark.textContent = `Answer ${k + 1}, at the end.`;
    answer.after(mark);
    list.append(copyOf(answer));
  });
  section.append(heading, list);
  article.append(section);
  // Only now: without scripts the answers are printed where they stand.
  document.documentElement.dataset.handout = '';
}

function restore(): void {
  delete document.documentElement.dataset.handout;
  for (const element of document.querySelectorAll(`[data-${made}]`)) element.remove();
}

/** Where the page lives, with what the reader set. */
function addressLine(): HTMLElement {
  const { origin, pathname, search } = window.location;
  const line = ours('p', 'handout-address');
  line.textContent = `${origin}${pathname}${search}`;
  return line;
}

function ours(tag: 'p' | 'section', name: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  element.dataset[made] = '';
  return element;
}

/** What is said under the summary; the same id must not stand twice. */
function copyOf(answer: Element): HTMLElement {
  const item = document.createElement('li');
  for (const child of answer.children) if (child.tagName !== 'SUMMARY') item.append(child.cloneNode(true));
  for (const element of item.querySelectorAll('[id]')) element.removeAttribute('id');
  return item;
}
