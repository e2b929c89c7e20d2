// The settings of the whole site, one press away on every page: what the eyes need, interval, seed, diagnostics, and the answers kept here.
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { clearAnswers } from '../store/answers';
import { readKeptDepth, readSettingsFromAddress } from '../store/settings';
import { ComfortChoices } from './ComfortChoices';
import { DepthChoice } from './DepthChoice';
import { IntervalMass } from './IntervalMass';
import { SeedChoice } from './SeedChoice';
import './figure-controls.css';
import './settings-panel.css';

const id = 'settings';

export function SettingsPanel(): ReactNode {
  const [cleared, setCleared] = useState(false);
  useEffect(() => {
    readSettingsFromAddress();
    readKeptDepth();
  }, []);
  return (
    <div className="settings">
      <button type="button" className="settings-open" popoverTarget={id}>
        Settings
      </button>
      <div
        id={id}
        popover="auto"
        className="settings-panel figure-options"
        role="dialog"
        aria-label="Settings"
        onToggle={() => setCleared(false)}
      >
        <p>For reading, on every page.</p>
        <ComfortChoices />
        <p>For all figures.</p>
        <IntervalMass />
        <SeedChoice />
        <DepthChoice />
        <p>Interval and seed travel in the address: a link shows what you see. All else stays in this browser.</p>
        <p>
          <button type="button" className="pill" onClick={() => (clearAnswers(), setCleared(true))}>
            Forget my answers
          </button>{' '}
          <span role="status">{cleared ? 'Forgotten, on all pages.' : ''}</span>
        </p>
      </div>
    </div>
  );
}
