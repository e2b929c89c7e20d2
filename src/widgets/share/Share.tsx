// "Link, embed, cite": the way from a figure to a class, a course page and a list of references. What it offers is loaded when it is opened.
import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import './share.css';

const SharePanel = lazy(async () => ({ default: (await import('./SharePanel')).SharePanel }));

export interface ShareProps {
  readonly slug: string;
  readonly name: string;
  readonly number: string;
}

export function Share(props: ShareProps): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <details className="share" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Link, embed, cite</summary>
      {open && (
        <Suspense fallback={<p>One moment …</p>}>
          <SharePanel {...props} />
        </Suspense>
      )}
    </details>
  );
}
