// React's view of a fit under a slider.
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { KnobFit, KnobFitState } from './knob-fit';

export function useKnobFit<D, K, T>(fit: KnobFit<D, K>, read: (state: KnobFitState<D, K>) => T): T {
  return useStore(fit.store, useShallow(read));
}
