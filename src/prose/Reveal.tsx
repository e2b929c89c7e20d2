// Something the reader opens when ready: a hint, a derivation, the rest of an answer.
import type { ReactNode } from 'react';

export interface RevealProps {
  readonly summary: string;
  readonly children: ReactNode;
}

export function Reveal({ summary, children }: RevealProps): ReactNode {
  return (
    <details className="reveal">
      <summary>{summary}</summary>
      <div className="reveal-body">{children}</div>
    </details>
  );
}
