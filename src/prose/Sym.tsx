// A symbol's word in the prose: pointing at it, focusing or tapping it marks the symbol in equations and figures, and the other way round.
import { Children } from 'react';
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
      {Children.map(children, (part) => (typeof part === 'string' ? part : <Spoken of={of}>{part}</Spoken>))}
    </span>
  );
}

/** Mathematics for the eye, its name for the ear: a button of nothing but typeset symbols would have no name. */
function Spoken({ of, children }: SymProps): ReactNode {
  return (
    <>
      <span aria-hidden="true">{children}</span>
      <span className="visually-hidden">{spokenName(of)}</span>
    </>
  );
}

/** "alpha_bar" as "alpha bar", "bXY" as "b X Y". */
function spokenName(name: string): string {
  return name.replaceAll('_', ' ').replace(/(?<=[A-Za-z])(?=[A-Z])/g, ' ');
}
