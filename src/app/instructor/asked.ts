// The questions of the pages, read from the pages themselves.
import { Children, Fragment, isValidElement } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { NumberQuestion, readNumberQuestion, unitOf } from '../../prose/NumberQuestion';
import type { NumberQuestionProps } from '../../prose/NumberQuestion';
import { Question, readQuestion } from '../../prose/Question';
import { textOf } from '../../prose/text-of';
import { formatFixed } from '../../stats/format';

export interface Asked {
  /** What the question is known by, in answers kept and handed in. */
  readonly text: string;
  readonly prompt: ReactNode;
  readonly offers: readonly Offered[];
}

/** A choice, or a number or a stretch of numbers, with the reasoning. */
export interface Offered {
  readonly says: string;
  readonly right: boolean;
  readonly reasoning: ReactNode;
}

type QuestionsModule = typeof import('*.mdx?questions');

const modules = import.meta.glob<QuestionsModule>(['../../../content/*.mdx', '!../../../content/instructor.mdx'], {
  query: '?questions',
  eager: true,
});

const bySlug = new Map(
  Object.entries(modules).map(([path, { default: questions, components }]) => {
    const name = path.replace(/^.*\/(.*)\.mdx$/, '$1');
    return [name === 'index' ? '' : name, elementsOf(questions({ components })).flatMap(readAsked)];
  }),
);

/** In the order of the page; none for a page that asks nothing. */
export function askedOn(slug: string): readonly Asked[] {
  return bySlug.get(slug) ?? [];
}

function elementsOf(node: ReactNode): readonly ReactElement[] {
  return Children.toArray(node).flatMap((child) => {
    if (!isValidElement<{ readonly children?: ReactNode }>(child)) return [];
    return child.type === Fragment ? elementsOf(child.props.children) : [child];
  });
}

function readAsked(element: ReactElement): readonly Asked[] {
  if (isQuestion(element)) {
    const { prompt, offers } = readQuestion(element.props.children);
    return [{ text: textOf(prompt), prompt, offers }];
  }
  if (isNumberQuestion(element)) {
    const { props } = element;
    const { prompt, guesses, reasoning } = readNumberQuestion(props.children);
    const { digits, after } = unitOf(props);
    const answer = formatFixed(props.as === 'percent' ? 100 * props.value : props.value, digits);
    const wrong = guesses.map(({ from, to, children }): Offered => ({
      says: `${formatFixed(from, digits)} to ${formatFixed(to, digits)}${after}`,
      right: false,
      reasoning: children,
    }));
    return [{ text: textOf(prompt), prompt, offers: [{ says: answer + after, right: true, reasoning }, ...wrong] }];
  }
  return [];
}

function isQuestion(element: ReactElement): element is ReactElement<{ readonly children: ReactNode }> {
  return element.type === Question;
}

function isNumberQuestion(element: ReactElement): element is ReactElement<NumberQuestionProps> {
  return element.type === NumberQuestion;
}
