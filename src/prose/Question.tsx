// Predict, then reveal: the reader commits to a choice before the reasoning answers. Skipping is opening the answer unasked.
import { Children, isValidElement, useId, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Choice } from './Choice';
import type { ChoiceProps } from './Choice';

interface Offer {
  readonly says: string;
  readonly right: boolean;
  readonly reasoning: ReactNode;
}

type Answer =
  | { readonly kind: 'open' }
  | { readonly kind: 'chosen'; readonly index: number }
  | { readonly kind: 'committed'; readonly index: number };

/** Children: the question in prose, then two or more `Choice`, of which one is right. */
export function Question({ children }: { readonly children: ReactNode }): ReactNode {
  const id = useId();
  const [answer, setAnswer] = useState<Answer>({ kind: 'open' });
  const [unfolded, setUnfolded] = useState(false);
  const { prompt, offers } = readChildren(children);
  const picked = answer.kind === 'open' ? null : answer.index;
  const committed = answer.kind === 'committed' ? offers[answer.index] : null;

  const commit = (): void => {
    if (picked === null) return;
    setAnswer({ kind: 'committed', index: picked });
    setUnfolded(true);
  };

  return (
    <section className="question" aria-labelledby={`${id}-prompt`}>
      <div id={`${id}-prompt`} className="question-prompt">
        {prompt}
      </div>
      <div role="radiogroup" aria-labelledby={`${id}-prompt`} className="question-offers">
        {offers.map((offer, index) => (
          <label key={offer.says} data-mark={committed === null ? undefined : markOf(offer, index === picked)}>
            <input
              type="radio"
              name={id}
              checked={picked === index}
              disabled={committed !== null}
              onChange={() => setAnswer({ kind: 'chosen', index })}
            />
            <span>{offer.says}</span>
          </label>
        ))}
      </div>
      {committed === null && (
        <button type="button" className="question-commit" disabled={picked === null} onClick={commit}>
          This is my answer
        </button>
      )}
      <div aria-live="polite">{committed !== null && <Verdict offer={committed} />}</div>
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

function readChildren(children: ReactNode): {
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
