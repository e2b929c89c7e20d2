// The line under the crossed model: which fit it shows, and whether to trust it.
import type { ReactNode } from 'react';
import { crossedDrawn, keepCrossed, runCrossed, targetEss, useCrossed } from '../store/crossed';
import { formatCount } from '../store/format';
import { useSettings } from '../store/settings';
import { runWords } from './CrossedControls';
import { RunStatus } from './RunStatus';

export function CrossedStatus(): ReactNode {
  const { fit, madeBy, work } = useCrossed();
  // Which draws are asked for depends on it.
  useSettings((settings) => settings.seed);
  const { judgement, facts, detail, chains, draws, seed, hash } = fit;
  const verdict = { judgement, facts, detail, chains, draws, seed, hash, madeBy };
  const about = fit.untilGood
    ? `The run with treatments went on until its smallest ESS was ${targetEss}, or it had its most draws.`
    : `The run with treatments was ended by hand, at ${formatCount(fit.draws)} draws a chain.`;
  return (
    <RunStatus
      status={{ kind: 'verdict', verdict }}
      onStop={keepCrossed}
      onRun={() => void runCrossed()}
      promise={{ drawn: crossedDrawn, about, press: runWords(work) }}
    />
  );
}
