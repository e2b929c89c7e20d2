// A stretch of wrong numbers and the reasoning that leads there. NumberQuestion reads it; by itself it shows nothing.
import type { ReactNode } from 'react';

export interface GuessProps {
  /** In the units of the question, both included. */
  readonly from: number;
  readonly to: number;
  /** What leads there, and where it slips. */
  readonly children: ReactNode;
}

export function Guess(props: GuessProps): ReactNode {
  return props.children;
}
