// Routes, switches, the clock, and what the keys do.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Dialog } from './Dialog';
import { keepPresentKey, presentKey } from './keyboard';
import { chosenKey } from './opening-key';
import { routeLengths } from './routes';
import type { Session } from './session';

export interface OptionsDialogProps {
  readonly session: Session;
  readonly onChange: (next: (now: Session) => Session) => void;
  readonly onClose: () => void;
}

const keys: readonly (readonly [string, string])[] = [
  ['→ ↓ Space PageDown', 'on'],
  ['← ↑ PageUp', 'back'],
  ['Home, End', 'first and last step'],
  ['1 to 9', 'count a hand; with Shift, one fewer'],
  ['number, Enter', 'go to that step'],
  ['o', 'all steps'],
  ['b or .', 'blank screen'],
  ['h', 'hold answers, or not'],
  ['q', 'code for phones'],
  ['n', 'notes'],
  ['f', 'full screen'],
  ['Escape', 'leave'],
];

export function OptionsDialog({ session, onChange, onClose }: OptionsDialogProps): ReactNode {
  const [key, setKey] = useState(presentKey);
  return (
    <Dialog title="Presenter" onClose={onClose}>
      <div className="presenter-options">
        <fieldset>
          <legend>Route</legend>
          {[null, ...routeLengths].map((route) => (
            <label key={route}>
              <input
                type="radio"
                name="presenter-route"
                checked={session.route === route}
                onChange={() => onChange((now) => ({ ...now, route }))}
              />{' '}
              {route === null ? 'all of this page' : `the lecture in ${route} minutes`}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>Switches</legend>
          <label>
            <input
              type="checkbox"
              checked={session.hold}
              onChange={({ target: { checked } }) => onChange((now) => ({ ...now, hold: checked }))}
            />{' '}
            hold answers until they are revealed
          </label>
          <label>
            <input
              type="checkbox"
              checked={session.stay}
              onChange={({ target: { checked } }) => onChange((now) => ({ ...now, stay: checked }))}
            />{' '}
            stay with the build’s runs: start no live fit
          </label>
          <label>
            Key that opens presenter mode{' '}
            <input
              className="presenter-key"
              type="text"
              maxLength={1}
              placeholder="none"
              value={key}
              onChange={({ target: { value } }) => {
                const chosen = chosenKey(value);
                if (chosen === null) return;
                setKey(chosen);
                keepPresentKey(chosen);
              }}
            />
          </label>
          <button type="button" onClick={() => onChange((now) => ({ ...now, startedAt: Date.now() }))}>
            Set the clock to zero
          </button>
        </fieldset>
        <dl className="presenter-keys">
          {keys.map(([name, meaning]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}
