// A model as the book writes it, printed at build from the text that is sampled.
import type { ReactNode } from 'react';
import { equations } from 'virtual:prerendered/equations';

export interface EquationProps {
  /** The id of a model of src/models. */
  readonly model: string;
  readonly children?: ReactNode;
}

/** `children`, if any, is the caption. An unknown model stops the build. */
export function Equation({ model, children }: EquationProps): ReactNode {
  const html = equations[model];
  if (html === undefined) throw new Error(`<Equation model="${model}" />: there is no such model`);
  return (
    <figure className="equation" data-model={model}>
      <div
        className="equation-body"
        role="group"
        aria-label="Model"
        tabIndex={0}
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {children !== undefined && <figcaption>{children}</figcaption>}
    </figure>
  );
}
