// What leads to the right number. NumberQuestion reads it; by itself it shows its text.
import type { ReactNode } from 'react';

export function Reasoning({ children }: { readonly children: ReactNode }): ReactNode {
  return children;
}
