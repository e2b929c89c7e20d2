// The settings of the whole site, one press away on every page; what they hold is loaded when they are opened.
import { lazy, Suspense, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { readKeptDepth, readSettingsFromAddress } from '../store/settings';
import './settings-panel.css';

const id = 'settings';

const SettingsForm = lazy(async () => ({ default: (await import('./SettingsForm')).SettingsForm }));

export function SettingsPanel(): ReactNode {
  const [open, setOpen] = useState(false);
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
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {open && (
          <Suspense fallback={<p>One moment …</p>}>
            <SettingsForm />
          </Suspense>
        )}
      </div>
    </div>
  );
}
