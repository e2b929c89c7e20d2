// The bar under the stage: where the talk stands, the clock, and every command for a hand that has no keys.
import type { ReactNode } from 'react';
import { Clock } from './Clock';
import type { Command } from './keymap';
import type { Session } from './session';
import type { Phase, Step } from './steps';

type Plain = Exclude<Command['kind'], 'digit' | 'go'>;

export interface BarProps {
  readonly step: Step;
  /** From one. */
  readonly number: number;
  readonly count: number;
  readonly part: number;
  readonly parts: number;
  /** Digits of a number to go to. */
  readonly typed: string;
  readonly session: Session;
  readonly onCommand: (kind: Plain) => void;
}

const phases: Readonly<Record<Phase, string>> = { read: '', predict: 'Predict', run: 'Run', reveal: 'Reveal' };

export function Bar({ step, number, count, part, parts, typed, session, onCommand }: BarProps): ReactNode {
  const button = (kind: Plain, label: string, name: string, pressed?: boolean): ReactNode => (
    <button type="button" aria-label={name} title={name} aria-pressed={pressed} onClick={() => onCommand(kind)}>
      {label}
    </button>
  );
  return (
    <nav className="presenter-bar" aria-label="Presenter">
      {step.id !== 'opening' && <h1 className="visually-hidden">{step.section}</h1>}
      <span className="presenter-more" aria-hidden="true">
        ↓ more
      </span>
      {button('back', '←', 'Back')}
      {button('next', '→', 'Next')}
      <span className="presenter-place">
        {typed === '' ? `${number}/${count}` : `Go to ${typed} ⏎`}
        {parts > 1 && <small>{` ${part + 1} of ${parts}`}</small>}
      </span>
      {phases[step.phase] !== '' && (
        <span className={`presenter-phase presenter-${step.phase}`}>{phases[step.phase]}</span>
      )}
      <span className="presenter-section">{step.section}</span>
      <Clock startedAt={session.startedAt} planned={session.route} />
      {button('hold', 'Hold', 'Hold answers until they are revealed (h)', session.hold)}
      {button('overview', 'Steps', 'All steps (o)')}
      {button('code', 'Code', 'A code for the room’s phones (q)')}
      {button('notes', 'Notes', 'Notes in a second window (n)')}
      {button('options', 'More', 'Routes, switches and keys (?)')}
      {button('leave', '✕', 'Leave presenter mode (Escape)')}
    </nav>
  );
}
