// Gives a figure its number, its anchor and the part of its menu that follows from them. The compilation of a page puts it around each
// figure: see scripts/vite/figures.ts.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { FigurePlaceContext } from '../charts/figure-place';
import { FigureDrawsContext, figureDraws } from './figure-draws';
import { Share } from './share/Share';

export interface FigurePlaceProps {
  /** Of the page. */
  readonly slug: string;
  /** Of the figure on its page: 'score-curve'. */
  readonly name: string;
  readonly number: string;
  readonly children: ReactNode;
  /** Instead of ways to share the figure. */
  readonly menu?: null;
}

export function FigurePlace({ slug, name, number, children, menu }: FigurePlaceProps): ReactNode {
  const place = useMemo(
    () => ({
      number,
      anchor: `figure-${name}`,
      menu: menu === null ? null : <Share slug={slug} name={name} number={number} />,
    }),
    [slug, name, number, menu],
  );
  const draws = useMemo(() => figureDraws(name), [name]);
  return (
    <FigurePlaceContext value={place}>
      <FigureDrawsContext value={draws}>{children}</FigureDrawsContext>
    </FigurePlaceContext>
  );
}
