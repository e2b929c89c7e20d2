// The line under a figure of one fit: which run it shows, and whether to trust it. Apart from the figure, so that progress redraws nothing else.
import type { ReactNode } from 'react';
import { fitStatus, settledDraws } from '../store/fit-status';
import type { KnobFit } from '../store/knob-fit';
import { useKnobFit } from '../store/use-knob-fit';
import type { ShownDraws } from './figure-draws';
import { RunStatus } from './RunStatus';

export interface FitLineProps<D, K> {
  readonly fit: KnobFit<D, K>;
  /** Draws of other fits that the figure shows beside it, for links that name them. */
  readonly beside?: ShownDraws;
}

export function FitLine<D, K>({ fit, beside = none }: FitLineProps<D, K>): ReactNode {
  const state = useKnobFit(fit, (whole) => whole);
  return (
    <RunStatus
      status={fitStatus(state)}
      onStop={fit.stop}
      onRun={() => fit.rest(fit.store.getState().knob)}
      promise={{ drawn: () => [settledDraws(fit), ...beside()] }}
    />
  );
}

const none: ShownDraws = () => [];
