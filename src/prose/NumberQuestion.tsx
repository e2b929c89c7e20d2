// Predict a number, then see it: the reader commits to one by slider or field before the answer shows. Skipping opens it unasked.
import { Children, isValidElement, useId, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { formatFixed } from '../stats/format';
import { useAnswer } from '../store/answers';
import { Guess } from './Guess';
import type { GuessProps } from './Guess';
import { scoreGuess } from './guess-score';
import type { Unit } from './guess-score';
import { Reasoning } from './Reasoning';
import { textOf } from './text-of';

export interface NumberQuestionProps {
  /** The answer, given by the build for the name that MDX writes as `of`. */
  readonly value: number;
  /** A proportion is asked for, and counted, in percent. */
  readonly as?: 'number' | 'percent';
  readonly digits?: number;
  /** What is counted, in the plural, where it is not percent: "tadpoles". */
  readonly unit?: string;
  /** Ends of the slider, in the units of the question. */
  readonly minimum: number;
  readonly maximum: number;
  readonly step?: number;
  /** A guess this near counts as right. */
  readonly within: number;
  /** The question in prose, any number of `Guess`, and one `Reasoning`. */
  readonly children: ReactNode;
}

export function NumberQuestion(props: NumberQuestionProps): ReactNode {
  const { value, as = 'number', digits = 0, minimum, maximum, step = 1, within } = props;
  const id = useId();
  const { prompt, guesses, reasoning } = readNumberQuestion(props.children);
  const unit = unitOf(props);
  const answer = as === 'percent' ? 100 * value : value;
  const kept = useAnswer(textOf(prompt));
  const [leaning, setLeaning] = useState<number | null>(null);
  const [unfolded, setUnfolded] = useState(false);
  const committed = kept.answer === null ? null : Number(kept.answer);
  const guess = committed ?? leaning;
  const score = committed === null ? null : scoreGuess(committed, answer, within, unit);
  const met = score?.nearness === 'right' ? undefined : guesses.find(({ from, to }) => inside(committed, from, to));

  const commit = (): void => {
    if (leaning === null) return;
    kept.give(String(leaning));
    setUnfolded(true);
  };
  const again = (): void => {
    kept.withdraw();
    setLeaning(null);
    setUnfolded(false);
  };

  return (
    <section className="question" aria-labelledby={`${id}-prompt`}>
      <div id={`${id}-prompt`} className="question-prompt">
        {prompt}
      </div>
      <GuessInput
        {...{ minimum, maximum, step, unit, value: guess, promptId: `${id}-prompt` }}
        answer={score === null ? null : answer}
        onGuess={setLeaning}
      />
      <div className="question-close">
        {score === null && (
          <button type="button" className="question-commit" disabled={guess === null} onClick={commit}>
            This is my answer
          </button>
        )}
        <div aria-live="polite">
          {score !== null && (
            <p className="question-verdict" data-right={score.nearness === 'right'}>
              {score.sentence}
            </p>
          )}
        </div>
        {score !== null && (
          <button type="button" className="question-again" onClick={again}>
            Answer again
          </button>
        )}
      </div>
      <details className="question-answer" open={unfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
        <summary>{score === null ? 'Skip, and show the answer' : 'The reasoning'}</summary>
        <dl>
          {(met === undefined ? guesses : [met]).map(({ from, to, children }) => (
            <div key={from} data-right={false}>
              <dt>
                {formatFixed(from, digits)} to {formatFixed(to, digits)}
                {unit.after}
              </dt>
              <dd>{children}</dd>
            </div>
          ))}
          <div data-right={true}>
            <dt>
              {formatFixed(answer, digits)}
              {unit.after}
            </dt>
            <dd>{reasoning}</dd>
          </div>
        </dl>
      </details>
    </section>
  );
}

export function unitOf({ as = 'number', digits = 0, unit = '' }: NumberQuestionProps): Unit {
  return as === 'percent'
    ? { digits, after: '\u202f%', difference: 'points' }
    : { digits, after: unit === '' ? '' : ` ${unit}`, difference: unit };
}

function inside(value: number | null, from: number, to: number): boolean {
  return value !== null && value >= from && value <= to;
}

interface GuessInputProps {
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  readonly unit: Unit;
  readonly promptId: string;
  /** Null until the reader has touched it. */
  readonly value: number | null;
  /** Marked on the slider once it may be seen. */
  readonly answer: number | null;
  readonly onGuess: (value: number) => void;
}

/** A slider that stands nowhere until it is touched, and a field for the same number. */
function GuessInput({ minimum, maximum, step, unit, promptId, value, answer, onGuess }: GuessInputProps): ReactNode {
  const [draft, setDraft] = useState<string | null>(null);
  const locked = answer !== null;
  const middle = minimum + Math.round((maximum - minimum) / 2 / step) * step;
  const shown = value === null ? '' : formatFixed(value, unit.digits, { minus: '-', thousands: '' });
  const wrongId = useId();
  const typed = draft === null ? null : readGuess(draft, minimum, maximum);
  const type = (text: string): void => {
    setDraft(text);
    const guess = readGuess(text, minimum, maximum);
    if (typeof guess === 'number') onGuess(guess);
  };
  const share = ((answer ?? 0) - minimum) / (maximum - minimum);
  return (
    <div className="question-number" data-untouched={value === null}>
      <span className="question-number-track">
        <input
          type="range"
          aria-labelledby={promptId}
          aria-valuetext={value === null ? 'no guess yet' : `${shown}${unit.after}`}
          min={minimum}
          max={maximum}
          step={step}
          value={value ?? middle}
          disabled={locked}
          onChange={(event) => onGuess(event.target.valueAsNumber)}
          // A press on the middle changes nothing, and is a guess all the same.
          onPointerUp={(event) => onGuess(event.currentTarget.valueAsNumber)}
        />
        {locked && <span className="question-number-answer" style={{ left: `calc(8px + (100% - 16px) * ${share})` }} />}
      </span>
      <span className="question-number-field">
        <input
          type="text"
          inputMode="decimal"
          aria-label="Your guess, typed"
          aria-invalid={typed === 'wrong'}
          aria-describedby={wrongId}
          placeholder="?"
          value={draft ?? shown}
          disabled={locked}
          onChange={(event) => type(event.target.value)}
          onBlur={() => setDraft(typed === 'wrong' ? draft : null)}
        />
        {unit.after}
      </span>
      <span id={wrongId} className="question-number-wrong" role="status">
        {typed === 'wrong' &&
          `A number from ${formatFixed(minimum, unit.digits)} to ${formatFixed(maximum, unit.digits)}, please.`}
      </span>
    </div>
  );
}

/** A decimal comma is read as a point. */
function readGuess(text: string, minimum: number, maximum: number): number | 'none' | 'wrong' {
  if (text.trim() === '') return 'none';
  const typed = Number(text.trim().replace(',', '.'));
  return typed >= minimum && typed <= maximum ? typed : 'wrong';
}

interface Parts {
  readonly prompt: readonly ReactNode[];
  readonly guesses: readonly GuessProps[];
  readonly reasoning: ReactNode;
}

/** Of a question's children. */
export function readNumberQuestion(children: ReactNode): Parts {
  const all = Children.toArray(children);
  const reasonings = all.filter(isReasoning);
  if (reasonings.length !== 1) throw new Error('a NumberQuestion needs one Reasoning');
  return {
    prompt: all.filter((child) => !isGuess(child) && !isReasoning(child)),
    guesses: all.filter(isGuess).map(({ props }) => props),
    reasoning: reasonings[0],
  };
}

function isGuess(node: ReactNode): node is ReactElement<GuessProps> {
  return isValidElement(node) && node.type === Guess;
}

function isReasoning(node: ReactNode): node is ReactElement {
  return isValidElement(node) && node.type === Reasoning;
}
