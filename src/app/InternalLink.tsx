// Links of the lessons: '/page/' is a page of this site, whatever folder it lives in.
import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { useAddress } from './site-root';

export function InternalLink({ href = '', children, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement>): ReactNode {
  const addressOf = useAddress();
  return (
    <a href={href.startsWith('/') ? addressOf(href) : href} {...rest}>
      {children}
    </a>
  );
}
