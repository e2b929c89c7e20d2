// The page's own contents, in the margin where there is room.
import type { ReactNode } from 'react';
import type { PageModule } from './pages';

export function OnThisPage({ headings }: { readonly headings: PageModule['headings'] }): ReactNode {
  return (
    <nav className="on-this-page" aria-label="On this page">
      <ol>
        {headings.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
