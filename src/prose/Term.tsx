// A word of the field, with its meaning: by pointing, by focus, by a press. A native popover, so a press works before scripts do.
import { useEffect, useId, useRef } from 'react';
import type { PointerEvent, ReactNode } from 'react';

export interface TermProps {
  /** The glossary's entry, where the text inflects the word. */
  readonly of?: string;
  /** What the glossary says; the build puts it here, and stops at a word that the glossary does not have. */
  readonly meaning: string;
  readonly children: string;
}

/** ms: a pointer that passes by opens nothing, and one on its way to the card does not lose it. */
const [before, after] = [180, 250];

export function Term({ of, meaning, children }: TermProps): ReactNode {
  const id = useId();
  const word = useRef<HTMLButtonElement>(null);
  const card = useRef<HTMLSpanElement>(null);
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const show = (): void => {
    // What the reader has opened stays open.
    const opened = document.querySelector(':popover-open');
    if (opened === null || opened.matches('.term-card')) card.current?.showPopover();
  };
  const hide = (): void => card.current?.hidePopover();
  const leave = (): void => {
    if (document.activeElement !== word.current) hide();
  };
  const soon = (event: PointerEvent, delay: number, act: () => void): void => {
    if (event.pointerType !== 'mouse') return;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(act, delay);
  };
  const place = (): void => {
    if (word.current !== null && card.current !== null) putBeside(card.current, word.current);
  };

  return (
    <span
      className="term"
      onPointerEnter={(event) => soon(event, before, show)}
      onPointerLeave={(event) => soon(event, after, leave)}
    >
      <button
        ref={word}
        type="button"
        className="term-word"
        popoverTarget={id}
        popoverTargetAction="show"
        aria-describedby={id}
        onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && show()}
        onBlur={hide}
      >
        {children}
      </button>
      <span ref={card} id={id} popover="auto" className="term-card" onBeforeToggle={place}>
        <strong>{of ?? children}</strong> {meaning}
      </span>
    </span>
  );
}

/** Under the word, or over it near the lower edge; it scrolls with the text. Where the window is narrow it stays at the edge that the word is not near. */
function putBeside(card: HTMLElement, word: HTMLElement): void {
  const { left, right, top, bottom } = word.getBoundingClientRect();
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const room = document.documentElement.clientWidth;
  const width = Math.min(26 * rem, room - 2.5 * rem);
  const above = bottom + 11 * rem > window.innerHeight;
  const side = above ? 'above' : 'below';
  card.dataset.beside = room < 34 * rem ? `edge-${side}` : side;
  card.style.setProperty(
    '--x',
    `${window.scrollX + Math.max(rem, Math.min((left + right - width) / 2, room - width - rem))}px`,
  );
  card.style.setProperty('--y', `${window.scrollY + (above ? top - 6 : bottom + 6)}px`);
}
