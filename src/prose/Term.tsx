// A word of the field, with its meaning one press away; a native popover, so it works before scripts do.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { glossary } from './glossary';

export interface TermProps {
  /** The glossary's entry, where the text inflects the word. */
  readonly of?: string;
  readonly children: string;
}

export function Term({ of, children }: TermProps): ReactNode {
  const id = useId();
  const name = of ?? children;
  const meaning = glossary[name];
  if (meaning === undefined) throw new Error(`<Term>${name}</Term>: the glossary has no such word`);
  return (
    <span className="term">
      <button type="button" className="term-word" popoverTarget={id}>
        {children}
      </button>
      <span id={id} popover="auto" className="term-card">
        <strong>{name}</strong> {meaning}
      </span>
    </span>
  );
}
