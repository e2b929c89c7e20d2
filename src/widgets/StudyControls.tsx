// Run, pause, resume, take away: the hands of the study.
import { useId } from 'react';
import type { ReactNode } from 'react';
import {
  chooseStudySeed,
  chooseWorlds,
  fewestWorlds,
  mostWorlds,
  pauseWorlds,
  runWorlds,
  startAgain,
  studyTable,
} from '../store/study';
import type { Study } from '../store/study';
import { TakeTable } from './TakeTable';
import { WorldControls } from './WorldControls';
import { measureNames } from './StudyRows';
import type { Measure } from './StudyRows';

export interface StudyControlsProps {
  readonly study: Study;
  readonly measure: Measure;
  readonly onMeasure: (measure: Measure) => void;
  /** Whether the results may be seen. */
  readonly open: boolean;
  readonly onAgain: () => void;
}

const measures = ['rmse', 'bias', 'coverage50', 'coverage89'] as const;

export function StudyControls({ study, measure, onMeasure, open, onAgain }: StudyControlsProps): ReactNode {
  return (
    <>
      <div className="figure-options study-measures" role="radiogroup" aria-label="What is measured">
        {measures.map((one) => (
          <label key={one}>
            <input type="radio" name="measure" checked={measure === one} onChange={() => onMeasure(one)} />{' '}
            {measureNames[one]}
          </label>
        ))}
        {open && (
          <button type="button" className="pill" data-bet-press="again" onClick={onAgain}>
            Bet again
          </button>
        )}
      </div>
      <Progress study={study} />
      <details className="world-more">
        <summary>Change the worlds</summary>
        <WorldControls />
      </details>
    </>
  );
}

function Progress({ study }: { readonly study: Study }): ReactNode {
  const { state, worlds, wanted } = study;
  const running = state.kind === 'running';
  const begun = state.kind !== 'built' && worlds > 0;
  const missing = state.kind === 'built' || worlds < wanted;
  return (
    <div className="study-progress figure-options">
      {running ? (
        <button type="button" className="pill" onClick={pauseWorlds}>
          Pause
        </button>
      ) : (
        <button type="button" className="pill" disabled={!missing} onClick={runWorlds}>
          {begun ? 'Go on' : 'Run them here'}
        </button>
      )}
      <progress max={wanted} value={state.kind === 'built' ? 0 : worlds} aria-label="Worlds done" />
      <button type="button" className="pill" disabled={!begun && !running} onClick={startAgain}>
        Stop and clear
      </button>
      <Whole label="Worlds" value={wanted} from={fewestWorlds} to={mostWorlds} onChange={chooseWorlds} />
      <Whole label="Study" value={study.seed} from={0} to={4294967295} onChange={chooseStudySeed} />
      {begun && <TakeTable name={`tadpool-worlds-study-${study.seed}`} text={studyTable} />}
    </div>
  );
}

interface WholeProps {
  readonly label: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly onChange: (value: number) => void;
}

function Whole({ label, value, from, to, onChange }: WholeProps): ReactNode {
  const id = useId();
  return (
    <span>
      <label htmlFor={id}>{label}</label>{' '}
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={from}
        max={to}
        step={1}
        value={value}
        onChange={({ target }) => {
          const next = target.valueAsNumber;
          if (Number.isInteger(next) && next >= from && next <= to) onChange(next);
        }}
      />
    </span>
  );
}
