// What a key means: the one that opens presenter mode, and those of presenter mode itself.

export type Command =
  | { readonly kind: 'next' | 'back' | 'first' | 'last' | 'leave' | 'blank' }
  | { readonly kind: 'overview' | 'code' | 'notes' | 'options' | 'hold' | 'screen' }
  | { readonly kind: 'digit'; readonly digit: number; readonly minus: boolean }
  | { readonly kind: 'go' };

export interface Key {
  readonly key: string;
  /** The place on the keyboard: with Shift a digit's key says something else. */
  readonly code: string;
  readonly shiftKey: boolean;
  /** With any of the others held, a key is the browser's. */
  readonly otherModifier: boolean;
}

/** What has the keyboard, as far as keys go. */
export type Holder =
  | 'nothing'
  /** Takes Space and Enter: a button, a link. */
  | 'pressable'
  /** A slider that the keyboard moves. */
  | 'slider'
  /** A slider that the pointer moved last: a clicker in the other hand still steps. */
  | 'dragged slider'
  /** Text fields, selects, editors. */
  | 'field';

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

/** Null where the key is left to whatever has it. */
export function commandOf(key: Key, holder: Holder): Command | null {
  if (key.otherModifier || holder === 'field') return null;
  if (key.key === 'Escape') return { kind: 'leave' };
  if (key.key === 'PageDown' || key.key === 'PageUp') return holder === 'slider' ? null : stepKeys[key.key];
  if (key.key === 'Enter') return holder === 'nothing' ? { kind: 'go' } : null;
  if (key.key === ' ' && holder !== 'nothing') return null;
  const step = stepKeys[key.key];
  if (step !== undefined) {
    if (holder === 'slider' || holder === 'dragged slider') return null;
    return key.key === ' ' && key.shiftKey ? { kind: 'back' } : step;
  }
  const [, digit] = /^(?:Digit|Numpad)(\d)$/.exec(key.code) ?? [];
  if (digit !== undefined) return { kind: 'digit', digit: Number(digit), minus: key.shiftKey };
  return letterKeys[key.key.toLowerCase()] ?? null;
}

/** Whether the key opens presenter mode. `chosen` is '' where no key does. */
export function opensPresenter(key: Key, holder: Holder, chosen: string): boolean {
  return (
    chosen !== '' &&
    !key.otherModifier &&
    !key.shiftKey &&
    (holder === 'nothing' || holder === 'pressable') &&
    key.key.toLowerCase() === chosen
  );
}

/** A key that may open presenter mode: one letter or sign; null for what cannot. */
export function chosenKey(text: string): string | null {
  const key = text.trim().toLowerCase();
  return key.length <= 1 ? key : null;
}
