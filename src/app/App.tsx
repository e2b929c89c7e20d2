// One page: header, the lesson in its column, and the footer.
import type { PageFacts } from 'virtual:contents';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useEarlyHand } from '../charts/early-hand';
import { h2, h3 } from '../prose/headings';
import { PageHeader } from '../prose/PageHeader';
import { Footer } from './Footer';
import { HandIn } from './HandIn';
import { Header } from './Header';
import { InternalLink } from './InternalLink';
import { Neighbours } from './Neighbours';
import { OnThisPage } from './OnThisPage';
import { OfflineNotice } from './offline/OfflineNotice';
import { later } from './later';
import type { PageModule } from './pages';
import { SiteRoot } from './site-root';
import { FigurePlace } from '../widgets/FigurePlace';
import { LinkNotice } from '../widgets/LinkNotice';

/** What stands for plain Markdown on every page, and for what its compilation adds. */
const plain = { a: InternalLink, h2, h3, FigurePlace };

/** Shows nothing itself, and can wait until the page is alive. */
const LinkedReading = later(() => import('../widgets/LinkedReading').then((m) => m.LinkedReading));

export interface AppProps {
  readonly facts: PageFacts;
  readonly page: PageModule;
  /** Relative address of the site's folder. */
  readonly root: string;
}

export function App({ facts, page, root }: AppProps): ReactNode {
  const { default: Content, components, headings, outcomes } = page;
  const main = useRef<HTMLElement>(null);
  useEarlyHand(main);
  const lesson = facts.kind === 'lesson';
  return (
    <SiteRoot value={root}>
      <a className="skip-link" href="#text">
        Skip to the text
      </a>
      <Header home={facts.slug === ''} lesson={lesson ? facts.slug : null} />
      <div className="sheet">
        {lesson && <OnThisPage headings={headings} />}
        <main id="text" ref={main} tabIndex={-1}>
          <article className={facts.slug === '' ? 'prose front' : 'prose'}>
            <PageHeader title={facts.title} minutes={facts.minutes} outcomes={outcomes} />
            <LinkNotice />
            <Content components={{ ...plain, ...components }} />
          </article>
          {lesson && <HandIn />}
          {lesson && <Neighbours slug={facts.slug} />}
        </main>
      </div>
      <Footer facts={facts} />
      <LinkedReading />
      <OfflineNotice />
    </SiteRoot>
  );
}
