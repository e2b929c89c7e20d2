// A program printed from the model, to be read, copied or saved.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { saveFile, textFile } from '../take-away/save';

export interface ProgramProps {
  readonly language: string;
  readonly text: string;
  /** Its name when saved. */
  readonly file: string;
}

export function Program({ language, text, file }: ProgramProps): ReactNode {
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('Copied.');
    } catch {
      setCopied('This browser does not let the page copy: select the text.');
    }
  };
  return (
    <>
      <pre className="lab-program" role="region" aria-label={`The model in ${language}`} tabIndex={0}>
        <code>{text}</code>
      </pre>
      <p className="lab-row">
        <button type="button" className="pill" onClick={() => void copy()}>
          Copy
        </button>
        <button type="button" className="pill" onClick={() => saveFile(file, textFile(text, 'text/plain'))}>
          Save as {file}
        </button>
        <span role="status">{copied}</span>
      </p>
    </>
  );
}
