// React's view of a fit under a slider.
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { KnobFit, KnobFitState } from './knob-fit';

export function useKnobFit<D, T>(fit: KnobFit<D>, read: (state: KnobFitState<D>) => T): T {
  return useStore(fit.store, useShallow(read));
}
