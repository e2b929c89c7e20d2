// One answer that a question offers, and the reasoning that leads to it. Question reads it; by itself it shows nothing.
import type { ReactNode } from 'react';

export interface ChoiceProps {
  /** The answer, in a few words. */
  readonly says: string;
  readonly right?: boolean;
  /** What leads there: for a wrong answer, where the reasoning slips. */
  readonly children: ReactNode;
}

export function Choice(props: ChoiceProps): ReactNode {
  return props.children;
}
