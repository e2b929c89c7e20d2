// Linked reading on the whole page: pointing at, focusing or tapping a symbol marks it in prose, equations and figures alike.
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { focusSymbol, linkedSymbol, pinSymbol, pointAtSymbol, shownSymbol } from '../store/linked-symbol';
import { elementsOf, symbolAt, symbolOf } from './linked-elements';
import './linked-reading.css';

/** Shows nothing itself; one a page. */
export function LinkedReading(): ReactNode {
  useEffect(() => {
    const stopListening = listen();
    const stopMarking = keepMarked();
    giveTabStops();
    return () => {
      stopListening();
      stopMarking();
    };
  }, []);
  return null;
}

function listen(): () => void {
  const listening = new AbortController();
  const on = <K extends keyof DocumentEventMap>(type: K, listener: (event: DocumentEventMap[K]) => void): void =>
    document.addEventListener(type, listener, { signal: listening.signal, passive: true });
  let frame: number | null = null;
  on('pointermove', (event) => {
    if (event.pointerType === 'touch' || frame !== null) return;
    const { target, clientX, clientY } = event;
    frame = requestAnimationFrame(() => {
      frame = null;
      // A hand that drags is not pointing.
      if (event.buttons === 0) pointAtSymbol(symbolOf(target) ?? symbolAt(target, clientX, clientY));
    });
  });
  on('pointerleave', () => pointAtSymbol(null));
  on('focusin', ({ target }) => focusSymbol(symbolOf(target)));
  on('focusout', () => focusSymbol(null));
  on('click', ({ target, clientX, clientY }) => {
    if (isControl(target)) return;
    pinSymbol(symbolOf(target) ?? symbolAt(target, clientX, clientY));
  });
  on('keydown', ({ key, target }) => {
    if (key === 'Escape') pinSymbol(null);
    if ((key === 'Enter' || key === ' ') && isTabStop(target)) pinSymbol(symbolOf(target));
  });
  document.addEventListener('keydown', keepFromScrolling, { signal: listening.signal });
  return () => listening.abort();
}

function isTabStop(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.classList.contains('sym');
}

/** A press on something that has an answer of its own pins nothing and lets nothing go. */
function isControl(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('button, input, select, summary, a, [role="slider"], .sigma-handle') !== null
  );
}

function keepFromScrolling(event: KeyboardEvent): void {
  if (event.key === ' ' && isTabStop(event.target)) event.preventDefault();
}

/** Marks what shows the symbol. */
function keepMarked(): () => void {
  let marked: readonly Element[] = [];
  let last: string | null = null;
  return linkedSymbol.subscribe((state) => {
    const symbol = shownSymbol(state);
    for (const stop of tabStops()) stop.setAttribute('aria-pressed', String(stop.dataset.symbol === state.pinned));
    if (symbol === last) return;
    last = symbol;
    for (const element of marked) element.removeAttribute('data-linked');
    marked = symbol === null ? [] : elementsOf(symbol);
    for (const element of marked) element.setAttribute('data-linked', '');
  });
}

/** One stop for the keyboard a symbol: where the prose first names it. */
function giveTabStops(): void {
  const seen = new Set<string>();
  for (const word of document.querySelectorAll<HTMLElement>('.sym')) {
    const symbol = word.dataset.symbol ?? '';
    if (seen.has(symbol)) continue;
    seen.add(symbol);
    word.tabIndex = 0;
    word.setAttribute('role', 'button');
    word.setAttribute('aria-pressed', 'false');
  }
}

function tabStops(): NodeListOf<HTMLElement> {
  return document.querySelectorAll<HTMLElement>('.sym[role="button"]');
}
