// Links of the lessons: '/page/' is a page of this site, whatever folder it lives in. Interval and seed go along.
import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { settingsQuery, useSettings } from '../store/settings';
import { useAddress } from './site-root';

export function InternalLink({ href = '', children, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement>): ReactNode {
  const addressOf = useAddress();
  const query = useSettings(settingsQuery);
  const [path, hash] = href.split('#');
  return (
    <a href={href.startsWith('/') ? addressOf(path) + query + (hash === undefined ? '' : `#${hash}`) : href} {...rest}>
      {children}
    </a>
  );
}
