// Gives a figure its number and its anchor. The compilation of a page puts it around each figure: see scripts/vite/figures.ts.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { FigurePlaceContext } from '../charts/figure-place';

export interface FigurePlaceProps {
  /** Of the page. */
  readonly slug: string;
  /** Of the figure on its page: 'score-curve'. */
  readonly name: string;
  readonly number: string;
  readonly children: ReactNode;
}

export function FigurePlace({ name, number, children }: FigurePlaceProps): ReactNode {
  const place = useMemo(() => ({ number, anchor: `figure-${name}`, menu: null }), [name, number]);
  return <FigurePlaceContext value={place}>{children}</FigurePlaceContext>;
}
