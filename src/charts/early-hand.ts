// What a reader does to a control before its figure is alive counts: it is noted from the first, and done again once somebody answers. What
// a browser fills in by itself on the way back is undone: a page comes back as its address says, and its controls agree with its pictures.
import { useEffect, useLayoutEffect, useRef } from 'react';

type Control = HTMLInputElement | HTMLSelectElement;

interface Early {
  readonly value: string;
  readonly checked: boolean;
}

declare global {
  interface Window {
    /** By control, in the order of the reader's acts. */
    readonly early?: ReadonlyMap<unknown, Early>;
  }
}

/** Runs in the head, before there is anything to move; the policy allows it by its hash. */
export const earlyScript = `early=new Map;for(const t of['input','change','toggle'])addEventListener(t,({target:e})=>{early.delete(e);early.set(e,{value:e.value,checked:e.checked})},true);`;

/** For a figure, or the page's `main` with what stands in no figure. */
export function useEarlyHand(root: { readonly current: HTMLElement | null }): void {
  const again = useRef<readonly (() => void)[]>([]);
  useLayoutEffect(() => {
    if (root.current !== null) again.current = agree(root.current);
  }, [root]);
  useEffect(() => {
    // Other effects come first: they read the address, and the reader has the last word.
    const timer = window.setTimeout(() => again.current.forEach((act) => act()));
    return () => window.clearTimeout(timer);
  }, []);
}

/** Puts the controls back to what was rendered, and returns the reader's acts. */
function agree(root: HTMLElement): readonly (() => void)[] {
  const own = (element: Element): boolean => element.closest('.figure, main') === root;
  const acts = [...(window.early ?? [])].flatMap(([element, hand]): readonly (() => void)[] => {
    if (!(element instanceof Element) || !own(element)) return [];
    if (element instanceof HTMLDetailsElement) return [() => element.dispatchEvent(new Event('toggle'))];
    return isControl(element) ? [() => repeat(element, hand)] : [];
  });
  for (const control of root.querySelectorAll('input, select'))
    if (isControl(control) && own(control)) {
      control.autocomplete = 'off';
      putBack(control);
    }
  return acts;
}

function isControl(element: Element): element is Control {
  return element instanceof HTMLSelectElement || (element instanceof HTMLInputElement && element.type !== 'file');
}

function putBack(control: Control): void {
  if (control instanceof HTMLSelectElement) {
    const rendered = [...control.options].find(({ defaultSelected }) => defaultSelected);
    if (rendered !== undefined) rendered.selected = true;
  } else if (isTicked(control)) control.checked = control.defaultChecked;
  else if (control.value !== control.defaultValue) control.value = control.defaultValue;
}

function repeat(control: Control, { value, checked }: Early): void {
  if (control.disabled) return;
  if (control instanceof HTMLInputElement && isTicked(control)) {
    if (control.checked !== checked) control.click();
    return;
  }
  if (control.value === value) return;
  // React has its own property on the element, and hears of no change that it has seen.
  const prototype = control instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value);
  control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  // A field that was left has been typed to its end.
  if (control !== document.activeElement)
    window.setTimeout(() => control.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
}

function isTicked({ type }: HTMLInputElement): boolean {
  return type === 'checkbox' || type === 'radio';
}
