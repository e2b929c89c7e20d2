// Search over the lecture: words in, places out. Arrows go through what was found, Enter opens it, Escape closes.
import { useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { InternalLink } from '../InternalLink';
import { useAddress } from '../site-root';
import { createLookup } from './lookup';
import type { Found, Lookup } from './lookup';
import type { PassageKind, SearchPage } from './passages';
import './search-dialog.css';

const most = 20;

type Index =
  { readonly kind: 'coming' } | { readonly kind: 'here'; readonly lookup: Lookup } | { readonly kind: 'missing' };

export function SearchDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const index = useIndex();
  const id = useId();
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query.trim());
  const found = index.kind === 'here' && asked !== '' ? index.lookup.find(asked, most) : [];

  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);

  const step = (event: KeyboardEvent<HTMLElement>): void => {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [field.current, ...(dialog.current?.querySelectorAll<HTMLElement>('.search-found a') ?? [])];
    const first = stops[1];
    if (event.key === 'Enter' && event.target === field.current) {
      event.preventDefault();
      first?.click();
    }
    if (way === undefined) return;
    event.preventDefault();
    const at = stops.findIndex((stop) => stop === document.activeElement);
    stops[Math.min(stops.length - 1, Math.max(0, at + way))]?.focus();
  };

  return (
    <dialog
      ref={dialog}
      className="search"
      aria-label="Search the lecture"
      closedby="any"
      onClose={onClose}
      onKeyDown={step}
    >
      <div className="search-head">
        <input
          ref={field}
          // A field of type search takes the first Escape for itself.
          type="text"
          role="searchbox"
          inputMode="search"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          aria-label="Words to look for"
          aria-describedby={`${id}-state`}
          placeholder="Words to look for"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <button type="button" className="pill" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      <p id={`${id}-state`} className="search-state" role="status">
        {stateInWords(index, asked, found.length)}
      </p>
      <ol className="search-found">
        {found.map((one) => (
          <Result
            key={`${one.page.slug}#${one.passage.anchor} ${one.passage.text}`}
            found={one}
            onOpen={() => dialog.current?.close()}
          />
        ))}
      </ol>
    </dialog>
  );
}

const kinds: Readonly<Record<PassageKind, string>> = { heading: '', figure: 'Figure: ', word: 'Glossary: ', text: '' };

function Result({ found, onOpen }: { readonly found: Found; readonly onOpen: () => void }): ReactNode {
  const { page, passage, snippet } = found;
  const path = page.slug === '' ? '/' : `/${page.slug}/`;
  return (
    <li>
      <InternalLink href={passage.anchor === '' ? path : `${path}#${passage.anchor}`} onClick={onOpen}>
        <span className="search-place">
          {page.title}
          {passage.heading !== page.title && passage.kind !== 'heading' && ` › ${passage.heading}`}
        </span>
        <span className="search-snippet" data-kind={passage.kind}>
          {kinds[passage.kind]}
          {snippet.map(({ text, marked }, k) => (marked ? <mark key={k}>{text}</mark> : text))}
        </span>
      </InternalLink>
    </li>
  );
}

function stateInWords(index: Index, asked: string, count: number): string {
  switch (index.kind) {
    case 'coming':
      return 'Fetching the index …';
    case 'missing':
      return 'The index could not be fetched. Try again when there is a network.';
    case 'here':
      if (asked === '') return 'Headings, text, figures and the glossary of all pages.';
      if (count === 0) return `Nothing found for “${asked}”.`;
      return count === most ? `The first ${most} places.` : `${count} ${count === 1 ? 'place' : 'places'}.`;
  }
}

/** The build's passages, fetched once a page. */
function useIndex(): Index {
  const address = useAddress()('/search.json');
  const [index, setIndex] = useState<Index>({ kind: 'coming' });
  useEffect(() => {
    let wanted = true;
    const put = (next: Index): void => {
      if (wanted) setIndex(next);
    };
    fetchLookup(address).then(
      (lookup) => put({ kind: 'here', lookup }),
      () => put({ kind: 'missing' }),
    );
    return () => {
      wanted = false;
    };
  }, [address]);
  return index;
}

let fetched: Promise<Lookup> | null = null;

function fetchLookup(address: string): Promise<Lookup> {
  fetched ??= fetchPages(address).then(createLookup);
  fetched.catch(() => {
    fetched = null;
  });
  return fetched;
}

async function fetchPages(address: string): Promise<readonly SearchPage[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
