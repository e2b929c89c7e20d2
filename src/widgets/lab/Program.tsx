// A program printed from the model, to be read, copied or saved.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { programDataNow, useLab } from '../../store/lab/page-lab';
import { saveFile, textFile } from '../take-away/save';

export interface ProgramProps {
  readonly language: string;
  readonly text: string;
  /** Its name when saved. */
  readonly file: string;
  /** Whose data file goes with it. */
  readonly dialect: 'stan' | 'pymc';
}

export function Program({ language, text, file, dialect }: ProgramProps): ReactNode {
  const [said, setSaid] = useState<string | null>(null);
  const ready = useLab(({ data, examination }) => data.kind === 'ready' && examination.view !== null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied.');
    } catch {
      setSaid('This browser does not let the page copy: select the text.');
    }
  };
  const saveData = async (): Promise<void> => {
    const data = await programDataNow(dialect);
    if (data === null) setSaid('The data could not be written.');
    else {
      saveFile(data.name, textFile(data.text, 'text/plain'));
      setSaid(`Saved as ${data.name}.`);
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
        {ready && (
          <button type="button" className="pill" onClick={() => void saveData()}>
            Save its data
          </button>
        )}
        <span role="status">{said}</span>
      </p>
    </>
  );
}
