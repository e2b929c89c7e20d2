// The way on: the page before and the page after.
import { contents } from 'virtual:contents';
import type { ReactNode } from 'react';
import { InternalLink } from './InternalLink';

export function Neighbours({ slug }: { readonly slug: string }): ReactNode {
  const lessons = contents.filter((page) => page.kind === 'lesson');
  const here = lessons.findIndex((page) => page.slug === slug);
  const previous = lessons[here - 1];
  const next = lessons[here + 1];
  return (
    <nav className="neighbours" aria-label="Previous and next page">
      <InternalLink href={previous === undefined ? '/' : `/${previous.slug}/`} rel="prev">
        <span>{previous === undefined ? 'Contents' : 'Before'}</span>
        {previous === undefined ? 'All pages' : previous.title}
      </InternalLink>
      {next !== undefined && (
        <InternalLink href={`/${next.slug}/`} rel="next">
          <span>Next</span>
          {next.title}
        </InternalLink>
      )}
    </nav>
  );
}
