// The status line of figures that show the fit at the best sigma.
import type { ReactNode } from 'react';
import { bestFit } from '../store/best-fit';
import { fitStatus, settledDraws } from '../store/fit-status';
import { useLectureFit } from '../store/lecture-fit';
import { useKnobFit } from '../store/use-knob-fit';
import { RunStatus } from './RunStatus';

export function BestFitStatus(): ReactNode {
  const state = useKnobFit(bestFit, (whole) => whole);
  useLectureFit(bestFit);
  return (
    <RunStatus
      status={fitStatus(state)}
      onStop={bestFit.stop}
      onRun={() => bestFit.rest(state.knob)}
      promise={{ drawn: () => [settledDraws(bestFit)] }}
    />
  );
}
