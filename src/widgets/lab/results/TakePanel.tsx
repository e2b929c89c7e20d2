// What can be taken along of a fit: its programs with their data, its draws, and a link that knows their fingerprint.
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { LabFit } from '../../../store/lab/fits';
import {
  arvizText,
  fingerprintOf,
  fitAddress,
  fitPrograms,
  programDataOf,
  takenDraws,
} from '../../../store/lab/results/take-away';
import { fileStem, saveFile, textFile } from '../../take-away/save';
import { fileName } from './file-name';
import type { ResultsProps } from './Results';

interface Offer {
  readonly label: string;
  /** The file's name and content. */
  readonly make: () => Promise<{ readonly name: string; readonly content: Blob }>;
}

export function TakePanel({ fit }: ResultsProps): ReactNode {
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const stem = fileStem('tadpool', fileName(fit));
  const take = async ({ make }: Offer): Promise<void> => {
    setBusy(true);
    setSaid('Making the file.');
    try {
      const { name, content } = await make();
      saveFile(name, content);
      setSaid(`Saved as ${name}.`);
    } catch {
      setSaid('The file could not be made in this browser.');
    }
    setBusy(false);
  };
  const row = (offers: readonly Offer[]): ReactNode => (
    <span className="lab-row">
      {offers.map((offer) => (
        <button key={offer.label} type="button" className="pill" disabled={busy} onClick={() => void take(offer)}>
          {offer.label}
        </button>
      ))}
    </span>
  );
  return (
    <div className="results-take">
      <section>
        <h3>The model and its data</h3>
        <p>The same model for another sampler, and the file of data that the program reads.</p>
        {row(programOffers(fit))}
      </section>
      <section>
        <h3>The draws</h3>
        <p>
          As a table, a line a draw; or for ArviZ, which reads it in Python with{' '}
          <code>az.from_dict(**json.load(open(&quot;{stem}-arviz.json&quot;)))</code> (ArviZ 1: without the stars).
        </p>
        {row(drawOffers(fit, stem))}
      </section>
      <section>
        <h3>A link to this very fit</h3>
        <Link fit={fit} onSaid={setSaid} />
      </section>
      <p className="results-said" role="status">
        {said}
      </p>
      <p className="lab-note">Pictures: “Take it with you” stands under each figure of the other panels.</p>
    </div>
  );
}

function programOffers(fit: LabFit): readonly Offer[] {
  const data = async (language: 'stan' | 'pymc') => {
    const { name, text } = (await programDataOf(fit))[language];
    return { name, content: textFile(text, name.endsWith('.csv') ? 'text/csv' : 'application/json') };
  };
  const program = (language: 'Stan' | 'PyMC') => () => {
    const found = fitPrograms(fit).find((one) => one.language === language);
    if (found === undefined) return Promise.reject(new Error(`there is no program in ${language}`));
    return Promise.resolve({ name: found.name, content: textFile(found.text, 'text/plain') });
  };
  return [
    { label: 'Stan program', make: program('Stan') },
    { label: 'Data for Stan', make: () => data('stan') },
    { label: 'PyMC program', make: program('PyMC') },
    { label: 'Data for PyMC', make: () => data('pymc') },
  ];
}

function drawOffers(fit: LabFit, stem: string): readonly Offer[] {
  return [
    {
      label: 'Draws as CSV',
      make: async () => {
        const { drawsFile } = await import('../../take-away/files');
        return drawsFile({ kind: 'ready', draws: takenDraws(fit), key: fit.runKey }, stem);
      },
    },
    {
      label: 'JSON for ArviZ',
      make: async () => ({
        name: `${stem}-arviz.json`,
        content: new Blob([...(await arvizText(fit))], { type: 'application/json;charset=utf-8' }),
      }),
    },
  ];
}

function Link({ fit, onSaid }: { readonly fit: LabFit; readonly onSaid: (words: string) => void }): ReactNode {
  const hash = fingerprintOf(fit);
  const copy = async (): Promise<void> => {
    const address = fitAddress(fit);
    try {
      await navigator.clipboard.writeText(address);
      onSaid('Copied.');
    } catch {
      window.history.replaceState(window.history.state, '', address);
      onSaid('The link stands in the address bar now: copy it there.');
    }
  };
  return (
    <>
      <p>
        It holds the model, the settings, the seed and the fingerprint of the draws. Whoever opens it and presses Run is
        told whether theirs are the very same draws, or why not: another version of the sampler, or other data.
        {fit.document.data.kind === 'file' && ' Your file is not in it: send that along.'}
      </p>
      <span className="lab-row">
        <button type="button" className="pill" onClick={() => void copy()}>
          Copy the link
        </button>
      </span>
      {hash !== null && (
        <p className="results-hash">
          Fingerprint of the draws (SHA-256): <code>{hash}</code>
        </p>
      )}
    </>
  );
}
