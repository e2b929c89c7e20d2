// The line under the crossed model: which fit it shows, and whether to trust it.
import type { ReactNode } from 'react';
import { keepCrossed, runCrossed, useCrossed } from '../store/crossed';
import { RunStatus } from './RunStatus';

export function CrossedStatus(): ReactNode {
  const { fit, madeBy } = useCrossed();
  const { judgement, facts, detail, chains, draws, seed, hash } = fit;
  const verdict = { judgement, facts, detail, chains, draws, seed, hash, madeBy };
  return <RunStatus status={{ kind: 'verdict', verdict }} onStop={keepCrossed} onRun={() => void runCrossed()} />;
}
