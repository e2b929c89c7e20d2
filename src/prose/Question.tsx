// Predict, then reveal: the reader commits to a choice before the reasoning answers. Skipping is opening the answer unasked.
import { Children, isValidElement, useId, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useAnswer } from '../store/answers';
import { Choice } from './Choice';
import type { ChoiceProps } from './Choice';
import { textOf } from './text-of';

export interface Offer {
  readonly says: string;
  readonly right: boolean;
  readonly reasoning: ReactNode;
}

/** Children: the question in prose, then two or more `Choice`, of which one is right. */
export function Question({ children }: { readonly children: ReactNode }): ReactNode {
  const id = useId();
  const { prompt, offers } = readQuestion(children);
  const { answer, give, withdraw } = useAnswer(textOf(prompt));
  const [leaning, setLeaning] = useState<string | null>(null);
  const [unfolded, setUnfolded] = useState(false);
  const committed = offers.find(({ says }) => says === answer) ?? null;
  const picked = committed === null ? leaning : committed.says;

  const commit = (): void => {
    if (leaning === null) return;
    give(leaning);
    setUnfolded(true);
  };
  const again = (): void => {
    withdraw();
    setLeaning(null);
    setUnfolded(false);
  };

  return (
    <section className="question" aria-labelledby={`${id}-prompt`}>
      <div id={`${id}-prompt`} className="question-prompt">
        {prompt}
      </div>
      <div role="radiogroup" aria-labelledby={`${id}-prompt`} className="question-offers">
        {offers.map((offer) => (
          <label key={offer.says} data-mark={committed === null ? undefined : markOf(offer, offer.says === picked)}>
            <input
              type="radio"
              name={id}
              checked={picked === offer.says}
              disabled={committed !== null}
              onChange={() => setLeaning(offer.says)}
            />
            <span>{offer.says}</span>
          </label>
        ))}
      </div>
      <div className="question-close">
        {committed === null && (
          <button type="button" className="question-commit" disabled={picked === null} onClick={commit}>
            This is my answer
          </button>
        )}
        <div aria-live="polite">{committed !== null && <Verdict offer={committed} />}</div>
        {committed !== null && (
          <button type="button" className="question-again" onClick={again}>
            Answer again
          </button>
        )}
      </div>
      <details className="question-answer" open={unfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
        <summary>{committed === null ? 'Skip, and show the answer' : 'The reasoning'}</summary>
        <dl>
          {offers.map((offer) => (
            <div key={offer.says} data-right={offer.right}>
              <dt>{offer.says}</dt>
              <dd>{offer.reasoning}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

function Verdict({ offer }: { readonly offer: Offer }): ReactNode {
  return (
    <p className="question-verdict" data-right={offer.right}>
      {offer.right ? 'Yes.' : 'Not quite. See where the reasoning turns.'}
    </p>
  );
}

function markOf(offer: Offer, picked: boolean): 'right' | 'wrong' | 'other' {
  if (offer.right) return 'right';
  return picked ? 'wrong' : 'other';
}

/** The prompt and what is offered, of a question's children. */
export function readQuestion(children: ReactNode): {
  readonly prompt: readonly ReactNode[];
  readonly offers: readonly Offer[];
} {
  const all = Children.toArray(children);
  const offers = all.filter(isChoice).map(({ props }): Offer => ({
    says: props.says,
    right: props.right === true,
    reasoning: props.children,
  }));
  if (offers.length < 2 || offers.filter((offer) => offer.right).length !== 1)
    throw new Error('a Question needs two or more choices, one of them right');
  return { prompt: all.filter((child) => !isChoice(child)), offers };
}

function isChoice(node: ReactNode): node is ReactElement<ChoiceProps> {
  return isValidElement(node) && node.type === Choice;
}
