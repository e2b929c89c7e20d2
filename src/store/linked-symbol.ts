// Linked reading: the one symbol of the page that is pointed at, focused or pinned, wherever that happened.
import { createStore } from 'zustand/vanilla';

export interface LinkedSymbol {
  /** Under the pointer; it comes before the others. */
  readonly pointed: string | null;
  /** Of the element that has the keyboard. */
  readonly focused: string | null;
  /** Tapped, clicked or pressed, and kept until the next tap elsewhere. */
  readonly pinned: string | null;
}

export const linkedSymbol = createStore<LinkedSymbol>(() => ({ pointed: null, focused: null, pinned: null }));

export function shownSymbol({ pointed, focused, pinned }: LinkedSymbol): string | null {
  return pointed ?? focused ?? pinned;
}

export function pointAtSymbol(symbol: string | null): void {
  if (linkedSymbol.getState().pointed !== symbol) linkedSymbol.setState({ pointed: symbol });
}

export function focusSymbol(symbol: string | null): void {
  if (linkedSymbol.getState().focused !== symbol) linkedSymbol.setState({ focused: symbol });
}

/** Pressing the pinned symbol again lets it go, and so does null. */
export function pinSymbol(symbol: string | null): void {
  const { pinned } = linkedSymbol.getState();
  if (symbol !== null || pinned !== null) linkedSymbol.setState({ pinned: symbol === pinned ? null : symbol });
}
