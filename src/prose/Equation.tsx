// A model as the book writes it, printed at build from the text that is sampled.
import type { ReactNode } from 'react';
import { LabLink } from './LabLink';

export interface EquationProps {
  /** The id of a model of src/models. */
  readonly model: string;
  /** Its HTML, on the server; in the browser hydration keeps what the page came with. */
  readonly html?: string;
  readonly children?: ReactNode;
}

/** `children`, if any, is the caption. */
export function Equation({ model, html = '', children }: EquationProps): ReactNode {
  return (
    <figure className="equation" data-model={model}>
      <div
        className="equation-body"
        role="group"
        aria-label="Model"
        tabIndex={0}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: html }}
      />
      <figcaption>
        {children}
        <p className="equation-edit">
          <LabLink place={{ model }}>Edit this model</LabLink>
        </p>
      </figcaption>
    </figure>
  );
}
