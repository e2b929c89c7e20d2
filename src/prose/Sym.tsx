// A symbol's word in the prose: pointing at it, focusing or tapping it marks the symbol in equations and figures, and the other way round.
import type { ReactNode } from 'react';

export interface SymProps {
  /** The symbol's name in the model's text: "alpha_bar". */
  readonly of: string;
  /** The word, or mathematics between dollars. */
  readonly children: ReactNode;
}

export function Sym({ of, children }: SymProps): ReactNode {
  return (
    <span className="sym" data-symbol={of}>
      {children}
    </span>
  );
}
