// Whether the window has room for 48 intervals: then charts draw them unasked.
import { useSyncExternalStore } from 'react';

const query = '(min-width: 530px)';

function subscribe(changed: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}

/** True in the prerendered page. */
export function useRoomForIntervals(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => true,
  );
}
