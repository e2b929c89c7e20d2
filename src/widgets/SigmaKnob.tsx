// The knob inside the equation: its symbol and its value can be dragged sideways, and the value takes the arrow keys.
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { formatSignificant } from '../store/format';
import { frogsFit, sigmaScale } from '../store/frogs-fit';
import { knobAt, positionOf } from '../store/log-scale';
import { useKnobFit } from '../store/use-knob-fit';
import { poolingWords } from './sigma';
import './sigma-knob.css';

/** Pixels of the hand for one step of the slider. */
const pixelsAStep = 2;

const keySteps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 20,
  PageDown: -20,
};

export function SigmaKnob(): ReactNode {
  const knob = useKnobFit(frogsFit, (state) => state.knob);
  const value = useRef<HTMLSpanElement>(null);
  const resting = useRef<number | undefined>(undefined);

  useEffect(() => {
    if (value.current === null) return undefined;
    const equation = value.current.closest('.equation');
    const symbols = equation?.querySelectorAll<HTMLElement>('[data-symbol="sigma"]') ?? [];
    const handles = [value.current, ...symbols];
    const parts = handles.map(makeDraggable);
    return () => parts.forEach((part) => part());
  }, []);
  useEffect(() => () => window.clearTimeout(resting.current), []);

  const onKeyDown = (event: KeyboardEvent): void => {
    const at = positionOf(sigmaScale, knob);
    const next = { Home: 0, End: sigmaScale.steps }[event.key] ?? at + (keySteps[event.key] ?? 0);
    if (next === at) return;
    event.preventDefault();
    const sigma = knobAt(sigmaScale, next);
    frogsFit.move(sigma);
    window.clearTimeout(resting.current);
    resting.current = window.setTimeout(() => frogsFit.rest(sigma), 280);
  };

  return (
    <span className="sigma-knob">
      with <i data-symbol="sigma">σ</i> ={' '}
      <span
        ref={value}
        className="sigma-knob-value"
        role="slider"
        tabIndex={0}
        aria-label="sigma, how much tanks differ"
        aria-valuemin={sigmaScale.minimum}
        aria-valuemax={sigmaScale.maximum}
        aria-valuenow={knob}
        aria-valuetext={`${knob}, ${poolingWords(knob)}`}
        onKeyDown={onKeyDown}
      >
        {formatSignificant(knob, 3)}
      </span>
      <span className="sigma-knob-hint">: drag it, here or in the equation</span>
    </span>
  );
}

/** Dragging the element sideways moves sigma; letting go rests it. Returns the function that undoes this. */
function makeDraggable(handle: HTMLElement): () => void {
  let from: { readonly x: number; readonly position: number } | null = null;
  const grab = (event: PointerEvent): void => {
    from = { x: event.clientX, position: positionOf(sigmaScale, frogsFit.store.getState().knob) };
    handle.setPointerCapture(event.pointerId);
    event.preventDefault();
  };
  const drag = (event: PointerEvent): void => {
    if (from === null) return;
    const sigma = knobAt(sigmaScale, from.position + Math.round((event.clientX - from.x) / pixelsAStep));
    if (sigma !== frogsFit.store.getState().knob) frogsFit.move(sigma);
  };
  const release = (): void => {
    const { knob, moving } = frogsFit.store.getState();
    if (from !== null && moving) frogsFit.rest(knob);
    from = null;
  };
  handle.classList.add('sigma-handle');
  handle.addEventListener('pointerdown', grab);
  handle.addEventListener('pointermove', drag);
  handle.addEventListener('pointerup', release);
  handle.addEventListener('pointercancel', release);
  return () => {
    handle.classList.remove('sigma-handle');
    handle.removeEventListener('pointerdown', grab);
    handle.removeEventListener('pointermove', drag);
    handle.removeEventListener('pointerup', release);
    handle.removeEventListener('pointercancel', release);
  };
}
