// A number quoted in prose, taken from what the build computed; never typed by hand.
import type { ReactNode } from 'react';
import { formatFixed, formatPercent } from '../stats/format';

export interface ValueProps {
  /** Given by the build for the name that MDX writes as `of`. */
  readonly value: number;
  /** Digits after the point. */
  readonly digits?: number;
  readonly as?: 'number' | 'percent';
}

export function Value({ value, digits = 0, as = 'number' }: ValueProps): ReactNode {
  return <span className="value">{as === 'percent' ? formatPercent(value, digits) : formatFixed(value, digits)}</span>;
}
