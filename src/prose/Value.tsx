// A number quoted in prose, taken from what the build computed; never typed by hand.
import type { ReactNode } from 'react';
import values from 'virtual:prerendered/values';
import { formatFixed, formatPercent } from '../stats/format';

export interface ValueProps {
  /** Its name in the build's values. An unknown one stops the build. */
  readonly of: string;
  /** Digits after the point. */
  readonly digits?: number;
  readonly as?: 'number' | 'percent';
}

export function Value({ of, digits = 0, as = 'number' }: ValueProps): ReactNode {
  const value = values[of];
  if (value === undefined) throw new Error(`<Value of="${of}" />: the build has no such number`);
  return <span className="value">{as === 'percent' ? formatPercent(value, digits) : formatFixed(value, digits)}</span>;
}
