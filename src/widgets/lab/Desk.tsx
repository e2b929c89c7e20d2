// The lab on the page: the model beside its forms, names and data, sampling, results.
import { lazy, Suspense, useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { completionsFor, formatModel } from '../../store/lab/model';
import type { LabError } from '../../store/lab/model';
import { openLab, pageLab, useLab } from '../../store/lab/page-lab';
import { Data } from './Data';
import { Faults } from './Faults';
import { Knobs } from './Knobs';
import { ModelEditor } from './ModelEditor';
import type { EditorHandle } from './ModelEditor';
import { Names } from './Names';
import { Prior } from './Prior';
import { Sampling } from './Sampling';
import { Early } from './Early';
import { Notices, Toolbar } from './Toolbar';
import { Views } from './Views';
import '../figure-controls.css';
import '../knob-slider.css';

const Results = lazy(async () => ({ default: (await import('./results/Results')).Results }));

export function Desk(): ReactNode {
  useEffect(openLab, []);
  const fit = useLab((state) => state.fit);
  const fits = useLab((state) => state.fits);
  const preview = useLab((state) => state.preview);
  return (
    <>
      <Toolbar />
      <Notices />
      <Model />
      <div className="lab-two">
        <div>
          <Names />
          <Knobs />
        </div>
        <Data />
      </div>
      <Sampling />
      <Prior />
      {fit !== null && (
        <section className="lab-results" aria-label={`Results of ${fit.title}`}>
          <h2>Results</h2>
          <Knobs beside />
          <Suspense fallback={<p className="lab-results-waiting">The results are being laid out.</p>}>
            <Results fit={fit} fits={fits} preview={preview} />
          </Suspense>
        </section>
      )}
      {/* In the place of results that are still to come; below those that are there, which it must not move. */}
      <Early />
    </>
  );
}

function format(): void {
  pageLab.edit(formatModel(pageLab.store.getState().document.text));
}

const none: readonly LabError[] = [];

function Model(): ReactNode {
  const text = useLab((state) => state.document.text);
  const examination = useLab((state) => state.examination);
  const fromData = useLab((state) => (state.weight.kind === 'errors' ? state.weight.errors : none));
  const editor = useRef<EditorHandle>(null);
  const faults = useId();
  // Of a text that was typed over since, places no longer hold.
  const current = examination.text === text;
  const errors = examination.errors.length > 0 ? examination.errors : fromData;
  return (
    <div className="lab-two">
      <div>
        <ModelEditor
          ref={editor}
          text={text}
          errors={current ? errors : none}
          completions={completionsFor(examination)}
          describedBy={faults}
          onEdit={pageLab.edit}
          onFormat={format}
        />
        <Faults id={faults} errors={errors} onJump={(error) => editor.current?.jump(error)} />
      </div>
      <Views />
    </div>
  );
}
