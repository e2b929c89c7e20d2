// The one figure: its finding, the chart, the controls under it, a line of status, a caption, and a quiet menu with its numbers.
import { useId } from 'react';
import type { ReactNode } from 'react';
import './Figure.css';
import { NumberTable } from './NumberTable';
import type { NumberTableContent } from './NumberTable';

export interface FigureProps {
  /** The finding, a sentence without a full stop. */
  readonly title: ReactNode;
  /** The drawing: a Chart, a CausalGraph, or several. */
  readonly children: ReactNode;
  readonly controls?: ReactNode;
  /** Which fit this is, and whether to trust it. Its room is reserved. */
  readonly status?: ReactNode;
  /** How to read it. */
  readonly caption: ReactNode;
  /** The numbers that are drawn. */
  readonly table?: NumberTableContent;
  /** Further entries of the menu: take away, embed, open in the lab. */
  readonly menu?: ReactNode;
  /** Whether the figure takes the notes' room as well. */
  readonly width?: 'column' | 'wide';
}

export function Figure(props: FigureProps) {
  const { title, children, controls, status, caption, table, menu, width = 'column' } = props;
  const titleId = useId();
  return (
    <figure className={width === 'wide' ? 'figure wide' : 'figure'} aria-labelledby={titleId}>
      <p className="figure-title" id={titleId}>
        {title}
      </p>
      <div className="figure-drawing">{children}</div>
      {controls === undefined ? null : <div className="figure-controls">{controls}</div>}
      {status === undefined ? null : <div className="figure-status">{status}</div>}
      <figcaption className="figure-caption">{caption}</figcaption>
      {table === undefined && menu === undefined ? null : (
        <div className="figure-menu">
          {table === undefined ? null : <NumberTable content={table} />}
          {menu}
        </div>
      )}
    </figure>
  );
}
