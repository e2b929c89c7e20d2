// All steps of the page on this route, to jump to: by a press, or by number and Enter.
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Dialog } from './Dialog';
import type { Phase, Step } from './steps';

export interface OverviewProps {
  readonly steps: readonly Step[];
  readonly at: number;
  /** Of a step: what stands in the list. */
  readonly titleOf: (step: Step, at: number) => string;
  /** Digits typed so far. */
  readonly typed: string;
  readonly onGo: (at: number) => void;
  readonly onClose: () => void;
}

const phases: Readonly<Record<Phase, string>> = { read: '', predict: 'predict', run: 'run', reveal: 'reveal' };

export function Overview({ steps, at, titleOf, typed, onGo, onClose }: OverviewProps): ReactNode {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => list.current?.querySelector<HTMLElement>('[aria-current]')?.focus(), []);
  return (
    <Dialog title={typed === '' ? 'All steps' : `Go to ${typed}, then Enter`} onClose={onClose}>
      <ol ref={list} className="presenter-steps">
        {steps.map((step, k) => (
          <li key={step.id} data-step={step.id}>
            <button
              type="button"
              aria-current={k === at ? 'step' : undefined}
              onClick={() => {
                onGo(k);
                onClose();
              }}
            >
              <b>{k + 1}</b> {phases[step.phase] !== '' && <em>{phases[step.phase]}</em>}{' '}
              <span>{titleOf(step, k)}</span>
            </button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
