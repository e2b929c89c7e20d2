// The foot of every page: whose lecture this is, whose data, and which version.
import type { PageFacts } from 'virtual:contents';
import type { ReactNode } from 'react';
import { CiteThis } from './CiteThis';
import { InternalLink } from './InternalLink';
import { OfflineLine } from './offline/OfflineNotice';

export function Footer({ facts }: { readonly facts: PageFacts }): ReactNode {
  return (
    <footer className="site-footer">
      <div className="site-footer-inner">
        <nav aria-label="Beside the lecture">
          <InternalLink href="/">Contents</InternalLink>
          <InternalLink href="/lab/">Lab</InternalLink>
          <InternalLink href="/refresher/">Refresher</InternalLink>
          <InternalLink href="/glossary/">Glossary</InternalLink>
          <InternalLink href="/differences/">Where we differ</InternalLink>
          <InternalLink href="/instructor/">For instructors</InternalLink>
        </nav>
        <p>
          After lecture 12 of{' '}
          <a href="https://github.com/rmcelreath/stat_rethinking_2023">Statistical Rethinking 2023</a> by Richard
          McElreath, and its port to PyMC by Dustin Stansbury. Frogs: Vonesh and Bolker 2005. Trolleys: Cushman, Young
          and Hauser 2006.
        </p>
        <p>
          Code under the MIT licence, prose under CC BY 4.0. Version {__VERSION__}. Every number on these pages was
          computed by this site.
          <OfflineLine />
        </p>
        <CiteThis slug={facts.slug} title={facts.title} />
      </div>
    </footer>
  );
}
