// The lecture's pages, a line each.
import { abouts } from 'virtual:abouts';
import { contents } from 'virtual:contents';
import type { ReactNode } from 'react';
import { InternalLink } from './InternalLink';

export function Contents(): ReactNode {
  return (
    <ol className="contents">
      {contents
        .filter((page) => page.kind === 'lesson')
        .map((page) => (
          <li key={page.slug}>
            <InternalLink href={`/${page.slug}/`} className="contents-title">
              {page.title}
            </InternalLink>
            <span className="contents-minutes">{page.minutes} min</span>
            <p className="contents-summary">{abouts[page.slug].summary}</p>
          </li>
        ))}
    </ol>
  );
}
