// Whether the window has room for 48 intervals: then charts draw them unasked.
import { useSyncExternalStore } from 'react';

let asked: MediaQueryList | null = null;

/** Asked once: each question is one to the browser's style. */
function room(): MediaQueryList {
  asked ??= window.matchMedia('(min-width: 530px)');
  return asked;
}

function subscribe(changed: () => void): () => void {
  const media = room();
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}

/** True in the prerendered page. */
export function useRoomForIntervals(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => room().matches,
    () => true,
  );
}
