// Says that a newer version of the lecture is ready; it waits for the reader.
import { useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { offline } from './offline';
import './offline-notice.css';

export function OfflineNotice(): ReactNode {
  const state = useSyncExternalStore(offline.listen, offline.read, offline.readAtFirst);
  const [later, setLater] = useState(false);
  return (
    <div className="offline-notice" role="status">
      {state.kind === 'newer' && !later && (
        <p>
          A new version of the lecture is ready.{' '}
          <button type="button" className="pill" onClick={state.show}>
            Show it
          </button>{' '}
          <button type="button" className="pill" onClick={() => setLater(true)}>
            Later
          </button>
        </p>
      )}
    </div>
  );
}

/** A line of the footer, once the whole lecture is kept. */
export function OfflineLine(): ReactNode {
  const { kind } = useSyncExternalStore(offline.listen, offline.read, offline.readAtFirst);
  return kind === 'online' ? null : <> Kept in this browser: the whole lecture opens without a network.</>;
}
