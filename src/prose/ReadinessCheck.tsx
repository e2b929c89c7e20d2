// Two quick questions before a page, folded away, with the way to a refresher.
import type { ReactNode } from 'react';

export function ReadinessCheck({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <details className="readiness">
      <summary>Ready? Two questions to check</summary>
      <div className="readiness-body">{children}</div>
    </details>
  );
}
