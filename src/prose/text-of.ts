// The words of a piece of prose, without its markup: what a question is known by.
import { Children, isValidElement } from 'react';
import type { ReactNode } from 'react';

export function textOf(node: ReactNode): string {
  return Children.toArray(node)
    .map((part) => {
      if (typeof part === 'string' || typeof part === 'number') return String(part);
      return isValidElement<{ readonly children?: ReactNode }>(part) ? textOf(part.props.children) : '';
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
