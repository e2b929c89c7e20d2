// The lab on the page: the model beside its forms, names and data, sampling, results.
import { useEffect, useId, useRef } from 'react';
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
import { Early, Summary } from './Summary';
import { Notices, Toolbar } from './Toolbar';
import { Views } from './Views';
import '../figure-controls.css';
import '../knob-slider.css';

export function Desk(): ReactNode {
  useEffect(openLab, []);
  const fit = useLab((state) => state.fit);
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
      <Early />
      {fit !== null && <Summary fit={fit} />}
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
