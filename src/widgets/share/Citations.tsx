// A citation as a sentence and for BibTeX, to copy.
import type { ReactNode } from 'react';
import { citationBibtex, citationText } from './citation';
import type { Cited } from './citation';
import { CopyText } from './CopyText';
import './share-panel.css';

export function Citations({
  what,
  ...cited
}: Omit<Cited, 'version' | 'released' | 'read'> & { readonly what: string }): ReactNode {
  const whole: Cited = { ...cited, version: __VERSION__, released: __RELEASED__, read: today() };
  return (
    <>
      <CopyText label={`Cite ${what}`} text={citationText(whole)} rows={3} />
      <CopyText label="The same for BibTeX" text={citationBibtex(whole)} rows={9} />
    </>
  );
}

/** Where the reader is. */
function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
