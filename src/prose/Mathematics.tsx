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
    <div className="mathematics" dangerouslySetInnerHTML={content} />
  ) : (
    <span dangerouslySetInnerHTML={content} />
  );
}
