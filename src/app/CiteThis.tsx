// "Cite this page", in the footer: what to write is loaded when it is asked for.
import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import './cite-this.css';

const Citations = lazy(async () => ({ default: (await import('../widgets/share/Citations')).Citations }));

export interface CiteThisProps {
  readonly slug: string;
  readonly title: string;
}

/** The front page stands for the lecture as a whole. */
export function CiteThis({ slug, title }: CiteThisProps): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <details className="cite-this" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Cite this {slug === '' ? 'lecture' : 'page'}</summary>
      {open && (
        <Suspense fallback={<p>One moment …</p>}>
          <Citations
            what={slug === '' ? 'the lecture' : 'this page'}
            page={slug === '' ? null : { slug, title }}
            figure={null}
            address={`${window.location.origin}${window.location.pathname}`}
          />
        </Suspense>
      )}
    </details>
  );
}
