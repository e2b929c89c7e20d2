// Two ways to take a table along: to the clipboard, and as a file.
import { useState } from 'react';
import type { ReactNode } from 'react';
import './take-table.css';

export interface TakeTableProps {
  /** Of the file, without its ending. */
  readonly name: string;
  /** Comma-separated lines. */
  readonly text: () => string;
}

type Copied = 'not yet' | 'copied' | 'refused';

const said: Readonly<Record<Copied, string>> = {
  'not yet': '',
  copied: 'Copied.',
  refused: 'The browser does not allow it here; the file holds the same.',
};

export function TakeTable({ name, text }: TakeTableProps): ReactNode {
  const [copied, setCopied] = useState<Copied>('not yet');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text());
      setCopied('copied');
    } catch {
      // No clipboard on plain http, or the reader said no.
      setCopied('refused');
    }
  };
  return (
    <span className="take-table">
      <button type="button" onClick={() => void copy()}>
        Copy the table
      </button>
      <button type="button" onClick={() => download(`${name}.csv`, text())}>
        Download CSV
      </button>
      <span role="status">{said[copied]}</span>
    </span>
  );
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
