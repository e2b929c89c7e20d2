// What the settings hold: what the eyes need, interval, seed, diagnostics, and the answers kept here.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { clearAnswers } from '../store/answers';
import { ComfortChoices } from './ComfortChoices';
import { DepthChoice } from './DepthChoice';
import { IntervalMass } from './IntervalMass';
import { SeedChoice } from './SeedChoice';
import './figure-controls.css';

export function SettingsForm(): ReactNode {
  const [cleared, setCleared] = useState(false);
  return (
    <>
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
    </>
  );
}
