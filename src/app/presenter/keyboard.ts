// Keys as they come from the document, and the one that opens presenter mode, kept in this browser.
import type { Holder, Key } from './opening-key';

const storageKey = 'tadpool-present-key';
const fallback = 'p';

export function keyOf(event: KeyboardEvent): Key {
  const { key, code, shiftKey, ctrlKey, altKey, metaKey } = event;
  return { key, code, shiftKey, otherModifier: ctrlKey || altKey || metaKey };
}

/**
 * Looks into shadow trees: the lab's editor lives in one. `byPointer`: the hand was at the pointer last, not at the keyboard, which
 * `:focus-visible` does not tell once a key is down.
 */
export function holderOf(event: Event, byPointer = false): Holder {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return 'nothing';
  if (target.matches('select')) return 'line';
  if (target.isContentEditable || target.matches('textarea, [role="textbox"], [role="combobox"]')) return 'field';
  if (target.matches('[role="slider"], input:is([type="range"], [type="radio"])'))
    return byPointer ? 'dragged slider' : 'slider';
  if (target instanceof HTMLInputElement && !/^(checkbox|button)$/.test(target.type)) return 'line';
  if (target.closest('button, a[href], summary, input, [role="button"]') === null) return 'nothing';
  return byPointer ? 'pressed' : 'pressable';
}

export function presentKey(): string {
  try {
    return localStorage.getItem(storageKey) ?? fallback;
  } catch {
    return fallback;
  }
}

/** '' turns the key off. */
export function keepPresentKey(key: string): void {
  try {
    localStorage.setItem(storageKey, key);
  } catch {
    // It stays the usual one.
  }
}
