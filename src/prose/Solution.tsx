// The solution of an exercise, opened in place.
import type { ReactNode } from 'react';

export function Solution({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <details className="solution">
      <summary>Solution</summary>
      <div className="solution-body">{children}</div>
    </details>
  );
}
