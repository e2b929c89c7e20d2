// What is done with the lab as a whole: begin from a model of the lecture or from nothing, take it along as a link, clear it.
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { lectureModels } from '../../models';
import { blankDocument, datasetNames, datasets, documentOf, formatModel } from '../../store/lab/model';
import { clearLab, dismissNotice, labAddress, pageLab, restoreBefore, useLab } from '../../store/lab/page-lab';
import { titleOf } from '../../store/lab/words';

export function Toolbar(): ReactNode {
  const base = useLab((state) => state.document.base);
  const title = useLab((state) => titleOf(state.document));
  const id = useId();
  const begin = (model: string): void => {
    const document = model === '' ? blankDocument : documentOf(model);
    if (document !== null) pageLab.load(document);
  };
  return (
    <div className="lab-toolbar">
      <span className="lab-row">
        <label htmlFor={id}>Begin from</label>
        <select id={id} value={base ?? ''} onChange={(event) => begin(event.target.value)}>
          <option value="">a blank page</option>
          {datasets.map((dataset) => (
            <optgroup key={dataset} label={datasetNames[dataset]}>
              {[...lectureModels.values()]
                .filter((model) => model.dataset === dataset)
                .map(({ id: model }) => (
                  <option key={model} value={model}>
                    {model}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        {base !== null && title !== base && (
          <button type="button" className="pill" onClick={() => begin(base)}>
            Undo all edits
          </button>
        )}
        <button
          type="button"
          className="pill"
          onClick={() => pageLab.edit(formatModel(pageLab.store.getState().document.text))}
        >
          Format
        </button>
      </span>
      <span className="lab-row">
        <CopyLink />
        <Clear />
      </span>
    </div>
  );
}

function CopyLink(): ReactNode {
  const [said, setSaid] = useState<string>('');
  const file = useLab((state) => state.document.data.kind === 'file');
  const copy = async (): Promise<void> => {
    const address = labAddress();
    if (address === null) return setSaid('This is too long for a link: send the model as text.');
    window.history.replaceState(window.history.state, '', address);
    try {
      await navigator.clipboard.writeText(address);
      setSaid(`Copied.${file ? ' Your file is not in it: send that along.' : ''}`);
    } catch {
      setSaid('The link stands in the address bar now: copy it there.');
    }
  };
  return (
    <>
      <button type="button" className="pill" onClick={() => void copy()}>
        Copy a link to this
      </button>
      <span role="status">{said}</span>
    </>
  );
}

/** Asks once more: what is cleared is gone. */
function Clear(): ReactNode {
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <button type="button" className="pill" onClick={() => setAsking(true)}>
        Clear
      </button>
    );
  return (
    <span className="lab-row">
      <span role="status">Your model, settings and file are kept in this browser. Forget them?</span>
      <button
        type="button"
        className="pill"
        onClick={() => {
          setAsking(false);
          clearLab();
        }}
      >
        Forget
      </button>
      <button type="button" className="pill" onClick={() => setAsking(false)}>
        Keep
      </button>
    </span>
  );
}

export function Notices(): ReactNode {
  const notice = useLab((state) => state.notice);
  const before = useLab((state) => state.before !== null);
  return (
    <>
      {notice !== null && (
        <p role="alert" className="lab-notice">
          {notice}{' '}
          <button type="button" className="pill" onClick={dismissNotice}>
            Good
          </button>
        </p>
      )}
      {before && (
        <p role="status" className="lab-notice">
          A link was opened here. What you had before is kept.{' '}
          <button type="button" className="pill" onClick={restoreBefore}>
            Go back to it
          </button>
        </p>
      )}
    </>
  );
}
