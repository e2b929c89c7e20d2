// The way into the search, by a press or the / key; what it takes is loaded when it is opened.
import { lazy, Suspense, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { comfortOf } from '../../store/comfort';
import './search-button.css';

const SearchDialog = lazy(async () => ({ default: (await import('./SearchDialog')).SearchDialog }));

export function SearchButton(): ReactNode {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event) || comfortOf('keys') === 'off' || document.querySelector('dialog[open], .presenter') !== null)
        return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <button
        type="button"
        className="search-open"
        aria-haspopup="dialog"
        aria-keyshortcuts="/"
        onClick={() => setOpen(true)}
      >
        Search
      </button>
      {open && (
        <Suspense>
          <SearchDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Whether the key goes where text is written, the editor's shadow included. */
function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
