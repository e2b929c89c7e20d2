// What a talk keeps from page to page, until presenter mode is left: when it began, its route, and its switches.
import type { RouteMinutes } from './routes';

export interface Session {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Null: this page alone, all of it. */
  readonly route: RouteMinutes | null;
  /** No answer shows before its step. */
  readonly hold: boolean;
  /** No live fit starts: the build's runs stand. */
  readonly stay: boolean;
  readonly fullScreen: boolean;
}

const key = 'tadpool-talk';

export function newSession(now: number): Session {
  return { startedAt: now, route: null, hold: true, stay: false, fullScreen: false };
}

/** The talk under way in this tab, or a new one. */
export function readSession(now: number): Session {
  const fresh = newSession(now);
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return fresh;
    const { startedAt, route, hold, stay, fullScreen } = { ...fresh, ...kept } as Record<keyof Session, unknown>;
    return {
      startedAt: typeof startedAt === 'number' && startedAt <= now ? startedAt : now,
      route: route === 50 || route === 80 ? route : null,
      hold: hold !== false,
      stay: stay === true,
      fullScreen: fullScreen === true,
    };
  } catch {
    return fresh;
  }
}

export function keepSession(session: Session): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(session));
  } catch {
    // The clock starts afresh on the next page.
  }
}

export function endSession(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** "7:05", "1:12:40". */
export function elapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (number: number): string => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}
