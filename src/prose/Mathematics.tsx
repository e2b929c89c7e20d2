// Mathematics of the prose, typeset at build.
import type { ReactNode } from 'react';

export interface MathematicsProps {
  /** KaTeX's HTML. */
  readonly html: string;
  readonly display: 'inline' | 'block';
}

export function Mathematics({ html, display }: MathematicsProps): ReactNode {
  const content = { __html: html };
  return display === 'block' ? (
    // Wider than a phone, it scrolls in its own box, so the box takes the keyboard.
    <div className="mathematics" role="group" aria-label="Formula" tabIndex={0} dangerouslySetInnerHTML={content} />
  ) : (
    <span dangerouslySetInnerHTML={content} />
  );
}
