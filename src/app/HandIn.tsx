// "Hand in your answers", at the end of a lesson: the form is loaded when it is opened.
import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import './hand-in.css';

const HandInForm = lazy(async () => ({ default: (await import('../widgets/hand-in/HandInForm')).HandInForm }));

export function HandIn(): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <details className="hand-in" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Hand in your answers</summary>
      {open && (
        <Suspense fallback={<p>One moment …</p>}>
          <HandInForm />
        </Suspense>
      )}
    </details>
  );
}
