// What to keep from a page.
import type { ReactNode } from 'react';

export function Recap({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <section className="recap" aria-labelledby="recap">
      <h2 id="recap">In short</h2>
      {children}
    </section>
  );
}
