// Keys of the document as commands, while presenter mode is on.
import { useEffect, useRef } from 'react';
import { holderOf, keyOf } from './keyboard';
import { commandOf } from './keymap';
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
  useEffect(() => {
    latest.current = { obey, numbers };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const { inDialog, begun } = latest.current.numbers;
      const holder = begun && event.key === 'Enter' ? 'nothing' : holderOf(event);
      const command = event.defaultPrevented ? null : commandOf(keyOf(event), holder);
      if (command === null) return;
      const number = command.kind === 'digit' || command.kind === 'go';
      if (document.querySelector('dialog[open], :popover-open') !== null && !(inDialog && number)) return;
      event.preventDefault();
      latest.current.obey(command);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
