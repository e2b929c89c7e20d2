// A margin note: beside the text where the window allows, folded into it where not.
import type { ReactNode } from 'react';

export function Aside({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <aside className="aside" role="note">
      {children}
    </aside>
  );
}
