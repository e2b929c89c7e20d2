// What a key means in presenter mode.
import type { Holder, Key } from './opening-key';

export type Command =
  | { readonly kind: 'next' | 'back' | 'first' | 'last' | 'leave' | 'blank' }
  | { readonly kind: 'overview' | 'code' | 'notes' | 'options' | 'hold' | 'screen' }
  | { readonly kind: 'digit'; readonly digit: number; readonly minus: boolean }
  | { readonly kind: 'go' };

const stepKeys: Readonly<Record<string, Command>> = {
  ArrowRight: { kind: 'next' },
  ArrowDown: { kind: 'next' },
  PageDown: { kind: 'next' },
  ' ': { kind: 'next' },
  ArrowLeft: { kind: 'back' },
  ArrowUp: { kind: 'back' },
  PageUp: { kind: 'back' },
  Home: { kind: 'first' },
  End: { kind: 'last' },
};

const letterKeys: Readonly<Record<string, Command>> = {
  b: { kind: 'blank' },
  '.': { kind: 'blank' },
  o: { kind: 'overview' },
  q: { kind: 'code' },
  n: { kind: 'notes' },
  h: { kind: 'hold' },
  f: { kind: 'screen' },
  '?': { kind: 'options' },
};

/** What clickers send. */
export function isPageKey({ key }: Key): boolean {
  return key === 'PageDown' || key === 'PageUp';
}

/** Null where the key is left to whatever has it. */
export function commandOf(key: Key, holder: Holder): Command | null {
  if (key.otherModifier || holder === 'field') return null;
  if (isPageKey(key)) return holder === 'slider' ? null : stepKeys[key.key];
  if (holder === 'line') return null;
  if (key.key === 'Escape') return { kind: 'leave' };
  if (key.key === 'Enter') return holder === 'nothing' ? { kind: 'go' } : null;
  if (key.key === ' ' && holder !== 'nothing' && holder !== 'pressed') return null;
  const step = stepKeys[key.key];
  if (step !== undefined) {
    if (holder === 'slider' || holder === 'dragged slider') return null;
    return key.key === ' ' && key.shiftKey ? { kind: 'back' } : step;
  }
  const [, digit] = /^(?:Digit|Numpad)(\d)$/.exec(key.code) ?? [];
  if (digit !== undefined) return { kind: 'digit', digit: Number(digit), minus: key.shiftKey };
  return letterKeys[key.key.toLowerCase()] ?? null;
}
