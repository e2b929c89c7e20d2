// The whole screen, as the session has it.
import { useEffect } from 'react';
import type { Session } from './session';

/** A new page waits for a key, since browsers want a hand for it. */
export function useFullScreen({ fullScreen }: Session, change: (next: (now: Session) => Session) => void): void {
  useEffect(() => {
    const ask = (): void => {
      if (fullScreen === (document.fullscreenElement !== null)) return;
      const answer = fullScreen ? document.documentElement.requestFullscreen() : document.exitFullscreen();
      answer.catch(() => undefined);
    };
    const heard = (): void => {
      const now = document.fullscreenElement !== null;
      change((session) => (session.fullScreen === now ? session : { ...session, fullScreen: now }));
    };
    if (navigator.userActivation.isActive) ask();
    document.addEventListener('keydown', ask, { once: true });
    document.addEventListener('fullscreenchange', heard);
    return () => {
      document.removeEventListener('keydown', ask);
      document.removeEventListener('fullscreenchange', heard);
    };
  }, [fullScreen, change]);
}
