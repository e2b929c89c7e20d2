// One figure in a document of its own, as another page shows it in a frame: live, with its controls, and where it comes from.
import { useEffect } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { complain, readKeptDepth, readSettingsFromAddress } from '../../store/settings';
import { FigurePlace } from '../../widgets/FigurePlace';
import { LinkNotice } from '../../widgets/LinkNotice';
import { creditOf } from '../../widgets/share/embed-address';
import { SiteRoot } from '../site-root';
import type { EmbedFacts } from './facts';
import { isTheme, themeIn } from './theme';

export interface EmbedProps {
  readonly facts: EmbedFacts;
  readonly widget: ComponentType<Readonly<Record<string, string>>>;
  /** Relative address of the site's folder. */
  readonly root: string;
}

export function Embed({ facts, widget: Widget, root }: EmbedProps): ReactNode {
  const { slug, title, name, number, props } = facts;
  useEffect(() => {
    readSettingsFromAddress();
    readKeptDepth();
    const theme = themeIn(window.location.search);
    if (theme !== null && !isTheme(theme))
      complain('The link asks for a light that this page does not have: it can be “light” or “dark”.');
  }, []);
  return (
    <SiteRoot value={root}>
      <main className="embed prose">
        <h1 className="visually-hidden">
          Figure {number} of {title}
        </h1>
        <LinkNotice />
        <FigurePlace slug={slug} name={name} number={number} menu={null}>
          <Widget {...props} />
        </FigurePlace>
        <p className="embed-credit">
          <a
            href={`${root}${slug === '' ? '' : `${slug}/`}#figure-${name}`}
            target="_blank"
            rel="noopener"
            onClick={({ currentTarget }) => {
              // The page opens as the figure stands here.
              currentTarget.search = window.location.search;
            }}
          >
            {creditOf(title, number)}
          </a>
        </p>
      </main>
    </SiteRoot>
  );
}
