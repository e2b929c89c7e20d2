// Keys of the document as commands, while presenter mode is on.
import { useEffect, useRef } from 'react';
import { holderOf, keyOf } from './keyboard';
import { commandOf } from './keymap';
import type { Command } from './keymap';

/** While a dialog is open, keys are its own; one may take numbers all the same. */
export function useKeys(obey: (command: Command) => void, takesNumbers: boolean): void {
  const latest = useRef(obey);
  useEffect(() => {
    latest.current = obey;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const command = event.defaultPrevented ? null : commandOf(keyOf(event), holderOf(event));
      if (command === null) return;
      const numbers = command.kind === 'digit' || command.kind === 'go';
      if (document.querySelector('dialog[open], :popover-open') !== null && !(takesNumbers && numbers)) return;
      event.preventDefault();
      latest.current(command);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [takesNumbers]);
}
