// The key that opens presenter mode, and what a page that is not in it must know of keys.

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
  /** The same where the pointer pressed it last: a hand on the space bar goes on. */
  | 'pressed'
  /** A slider that the keyboard moves. */
  | 'slider'
  /** A slider that the pointer moved last: a clicker in the other hand still steps. */
  | 'dragged slider'
  /** A field of one line or a list to choose from: page keys mean nothing to it, or nothing that other keys do not do. */
  | 'line'
  /** Longer texts, editors. */
  | 'field';

/** Whether the key opens presenter mode. `chosen` is '' where no key does. */
export function opensPresenter(key: Key, holder: Holder, chosen: string): boolean {
  return (
    chosen !== '' &&
    !key.otherModifier &&
    !key.shiftKey &&
    (holder === 'nothing' || holder === 'pressable' || holder === 'pressed') &&
    key.key.toLowerCase() === chosen
  );
}

/** A key that may open presenter mode: one letter or sign; null for what cannot. */
export function chosenKey(text: string): string | null {
  const key = text.trim().toLowerCase();
  return key.length <= 1 ? key : null;
}
