// The top of every page: the lecture's name, the way home and into the lab, and what the reader can set.
import type { ReactNode } from 'react';
import { SettingsPanel } from '../widgets/SettingsPanel';
import { InternalLink } from './InternalLink';
import { PresentButton } from './presenter/PresentButton';
import { SearchButton } from './search/SearchButton';

export interface HeaderProps {
  readonly home: boolean;
  /** The slug of a lesson; null for a page that is none. */
  readonly lesson: string | null;
}

export function Header({ home, lesson }: HeaderProps): ReactNode {
  return (
    <header className="site-header">
      <InternalLink href="/" className="site-name" aria-current={home ? 'page' : undefined}>
        <TadpoleMark />
        Tadpool
      </InternalLink>
      <span className="site-subject">Multilevel models, live</span>
      <InternalLink href="/lab/" className="site-lab">
        Lab
      </InternalLink>
      {lesson !== null && <PresentButton slug={lesson} />}
      <SearchButton />
      <SettingsPanel />
    </header>
  );
}

/** A raw proportion, hollow, on its way to the estimate, filled: the lecture in one mark. */
function TadpoleMark(): ReactNode {
  return (
    <svg className="site-mark" viewBox="0 0 32 20" aria-hidden="true">
      <path
        d="M12 10 C 17 4, 21 16, 30 8"
        fill="none"
        stroke="var(--estimate)"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
      <circle cx="8" cy="10" r="6" fill="var(--estimate)" />
    </svg>
  );
}
