// A text to take along: it can be read, selected and copied, also where the browser keeps its clipboard to itself.
import { useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';

export interface CopyTextProps {
  readonly label: string;
  readonly text: string;
  readonly rows?: number;
  /** What is to be known of it, under it. */
  readonly children?: ReactNode;
}

export function CopyText({ label, text, rows = 2, children }: CopyTextProps): ReactNode {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  /** Of the text that was copied: another one was not. */
  const [said, setSaid] = useState({ of: '', words: '' });
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid({ of: text, words: 'Copied.' });
    } catch {
      // No clipboard on plain http, or the reader said no.
      field.current?.select();
      setSaid({ of: text, words: 'The browser does not allow it here; the text is marked, so that you can copy it.' });
    }
  };
  return (
    <div className="copy-text">
      <p>
        <label htmlFor={id}>{label}</label>
        <button type="button" aria-label={`Copy: ${label}`} onClick={() => void copy()}>
          Copy
        </button>
        <span role="status">{said.of === text ? said.words : ''}</span>
      </p>
      <textarea
        id={id}
        ref={field}
        readOnly
        rows={rows}
        value={text}
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
      />
      {children !== undefined && <p className="copy-text-note">{children}</p>}
    </div>
  );
}
