// The whole experiment in a list, and in a link.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useSettings } from '../store/settings';
import { useStudy } from '../store/study';
import { lectureSeed, useWorld } from '../store/worlds';
import './figure-controls.css';
import './world.css';

export function ExperimentSummary(): ReactNode {
  const { knob } = useWorld();
  const study = useStudy();
  const seed = useSettings((state) => state.seed);
  const interval = useSettings((state) => state.interval);
  const [said, setSaid] = useState('');
  const { size, effects, rateTau } = knob;
  const entries: readonly (readonly [string, string | number])[] = [
    ['groups', size.groups],
    ['individuals', size.individuals],
    ['alpha', effects.alpha],
    ['X → Y', effects.bXY],
    ['Z → Y', effects.bZY],
    ['sd of the confound', effects.confoundSd],
    ['confound → X', effects.toX],
    ['confound → Y', effects.toY],
    ['rate of tau’s prior', rateTau],
    ['people', knob.seed === lectureSeed ? 'the lecture’s' : `world ${knob.seed}`],
    ['seed of the chains', seed],
    ['intervals', `${interval} %`],
    ['worlds', study.wanted],
    ['study', study.seed],
  ];
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setSaid('Copied.');
    } catch {
      // No clipboard on plain http, or the reader said no.
      setSaid('The browser does not allow it here; the address above holds the same.');
    }
  };
  return (
    <div className="experiment">
      <dl>
        {entries.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{String(value).replace('-', '−')}</dd>
          </div>
        ))}
      </dl>
      <p className="world-bet-buttons world-bet">
        <button type="button" className="pill" onClick={() => void copy()}>
          Copy a link to this experiment
        </button>
        <span role="status">{said}</span>
      </p>
    </div>
  );
}
