// One page of many: which, of how many, and the way to the others.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { formatCount } from '../../../store/format';

export interface Page {
  /** From 0, to before `to`. */
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly move: (pages: number) => void;
}

/** Stays at its place when the total changes, as far as there is one. */
export function usePage(total: number, size: number): Page {
  const [wanted, setWanted] = useState(0);
  const last = Math.max(0, Math.ceil(total / size) - 1);
  const page = Math.min(wanted, last);
  return {
    from: page * size,
    to: Math.min(total, (page + 1) * size),
    total,
    move: (pages) => setWanted(Math.min(last, Math.max(0, page + pages))),
  };
}

/** Nothing where all fits on one page. */
export function Pager({ page, what }: { readonly page: Page; readonly what: string }): ReactNode {
  const { from, to, total, move } = page;
  if (from === 0 && to === total) return null;
  return (
    <span className="results-pager">
      <button
        type="button"
        className="pill"
        disabled={from === 0}
        aria-label={`Earlier ${what}`}
        onClick={() => move(-1)}
      >
        ‹
      </button>
      <span role="status">
        {formatCount(from + 1)}–{formatCount(to)} of {formatCount(total)} {what}
      </span>
      <button
        type="button"
        className="pill"
        disabled={to === total}
        aria-label={`Later ${what}`}
        onClick={() => move(1)}
      >
        ›
      </button>
    </span>
  );
}
