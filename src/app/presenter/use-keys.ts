// Keys of the document as commands, while presenter mode is on.
import { useLayoutEffect, useRef } from 'react';
import { holderOf, keyOf } from './keyboard';
import { commandOf, isPageKey } from './keymap';
import type { Command } from './keymap';

export interface Numbers {
  /** Whether the open dialog takes them. */
  readonly inDialog: boolean;
  /** Whether one was begun: Enter then ends it, whatever has the keyboard. */
  readonly begun: boolean;
}

/** While a dialog is open, keys are its own; one may take numbers all the same. */
export function useKeys(obey: (command: Command) => void, numbers: Numbers): void {
  const latest = useRef({ obey, numbers });
  useLayoutEffect(() => {
    latest.current = { obey, numbers };
  });
  useLayoutEffect(() => {
    let byPointer = false;
    const point = (): void => {
      byPointer = true;
    };
    const take = (event: KeyboardEvent): void => {
      const { inDialog, begun } = latest.current.numbers;
      const holder = begun && event.key === 'Enter' ? 'nothing' : holderOf(event, byPointer);
      const command = event.defaultPrevented ? null : commandOf(keyOf(event), holder);
      if (command === null) {
        byPointer = false;
        return;
      }
      const number = command.kind === 'digit' || command.kind === 'go';
      if (document.querySelector('dialog[open], :popover-open') !== null && !(inDialog && number)) return;
      event.preventDefault();
      event.stopPropagation();
      // A button presses itself when Space is let go.
      if (holder === 'pressed' && document.activeElement instanceof HTMLElement) document.activeElement.blur();
      latest.current.obey(command);
    };
    // A clicker's keys before anything on the page that has a use for them and does not need it.
    const takeFirst = (event: KeyboardEvent): void => {
      if (isPageKey(keyOf(event))) take(event);
    };
    document.addEventListener('pointerdown', point, { capture: true });
    document.addEventListener('keydown', takeFirst, { capture: true });
    document.addEventListener('keydown', take);
    return () => {
      document.removeEventListener('pointerdown', point, { capture: true });
      document.removeEventListener('keydown', takeFirst, { capture: true });
      document.removeEventListener('keydown', take);
    };
  }, []);
}
