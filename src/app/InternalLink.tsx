// Links of the lessons: '/page/' is a page of this site, whatever folder it lives in. Interval and seed go along.
import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { settingsQuery, useSettings } from '../store/settings';
import { useAddress } from './site-root';

export function InternalLink({ href = '', children, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement>): ReactNode {
  const addressOf = useAddress();
  const query = useSettings(settingsQuery);
  const [, path, own = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(href) ?? [];
  return (
    <a href={href.startsWith('/') ? addressOf(path) + joined(own, query) + hash : href} {...rest}>
      {children}
    </a>
  );
}

/** What the link asks for comes before what is set. */
function joined(own: string, set: string): string {
  if (own === '' || set === '') return own + set;
  const parameters = new URLSearchParams(own);
  for (const [name, value] of new URLSearchParams(set)) if (!parameters.has(name)) parameters.set(name, value);
  return `?${parameters.toString()}`;
}
