// One polite sentence for screen readers when a figure has settled, never progress.
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';

/** A figure that has rested this long is worth a word, ms. */
const after = 600;

/** `text` is null while there is nothing to say. What a page first shows is not announced. */
export function Announcement({ text }: { readonly text: string | null }): ReactNode {
  const [first] = useState(text);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (text === null || text === first) return undefined;
    const timer = window.setTimeout(() => setSaid(text), after);
    return () => window.clearTimeout(timer);
  }, [text, first]);
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {said}
    </p>
  );
}
