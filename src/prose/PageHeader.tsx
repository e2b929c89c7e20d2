// The opening of a page: its title, how long it takes, and what the reader will be able to do.
import { Fragment } from 'react';
import type { ReactNode } from 'react';

export interface PageHeaderProps {
  readonly title: string;
  /** 0 where the question does not arise. */
  readonly minutes: number;
  readonly outcomes: readonly string[];
}

export function PageHeader({ title, minutes, outcomes }: PageHeaderProps): ReactNode {
  return (
    <header className="page-header">
      <h1>{title}</h1>
      {minutes > 0 && <p className="page-minutes">{minutes} minutes</p>}
      {outcomes.length > 0 && (
        <Fragment>
          <p className="page-outcomes-lead">After this page you will be able to</p>
          <ul className="page-outcomes">
            {outcomes.map((outcome) => (
              <li key={outcome}>{outcome}</li>
            ))}
          </ul>
        </Fragment>
      )}
    </header>
  );
}
