// Headings with a visible anchor, so that any place can be linked to.
import type { HTMLAttributes, ReactNode } from 'react';

type HeadingProps = HTMLAttributes<HTMLHeadingElement>;

export function h2({ children, id, ...rest }: HeadingProps): ReactNode {
  return (
    <h2 id={id} {...rest}>
      {children}
      <Anchor id={id} />
    </h2>
  );
}

export function h3({ children, id, ...rest }: HeadingProps): ReactNode {
  return (
    <h3 id={id} {...rest}>
      {children}
      <Anchor id={id} />
    </h3>
  );
}

function Anchor({ id }: { readonly id: string | undefined }): ReactNode {
  if (id === undefined) return null;
  return (
    <a className="anchor" href={`#${id}`} aria-label="Link to this section">
      #
    </a>
  );
}
