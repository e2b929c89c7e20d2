// The line under the figures of the multilevel fit: which fit they show, and whether to trust it.
import type { ReactNode } from 'react';
import { fitStatus, settledDraws } from '../store/fit-status';
import { multilevelFit } from '../store/multilevel-fit';
import { useKnobFit } from '../store/use-knob-fit';
import { RunStatus } from './RunStatus';

export function MultilevelStatus(): ReactNode {
  const state = useKnobFit(multilevelFit, (whole) => whole);
  return (
    <RunStatus
      status={fitStatus(state)}
      onStop={multilevelFit.stop}
      onRun={() => multilevelFit.rest(null)}
      promise={{ drawn: () => [settledDraws(multilevelFit)] }}
    />
  );
}
