// Presenter mode in the address: `?present`, `?present=50`, with `step=` for where it stands.
import { routeLengths } from './routes';
import type { RouteMinutes } from './routes';

export interface Asked {
  readonly route: RouteMinutes | null;
  /** A step's id, 'end', or null for the first. */
  readonly step: string | null;
}

/** Null where the address does not ask for presenter mode. */
export function askedFor(query: string): Asked | null {
  const parameters = new URLSearchParams(query);
  const present = parameters.get('present');
  if (present === null) return null;
  return { route: routeLengths.find((one) => String(one) === present) ?? null, step: parameters.get('step') };
}

/** The query with presenter mode in it. */
export function withPresenter(query: string, { route, step }: Asked): string {
  const rest = withoutPresenter(query).slice(1);
  const own = `present${route === null ? '' : `=${route}`}${step === null ? '' : `&step=${encodeURIComponent(step)}`}`;
  return `?${rest === '' ? '' : `${rest}&`}${own}`;
}

export function withoutPresenter(query: string): string {
  const parameters = new URLSearchParams(query);
  parameters.delete('present');
  parameters.delete('step');
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** The page as it stands, for the room's own devices: without presenter mode, at the section on show. */
export function sharedAddress(href: string, step: string): string {
  const address = new URL(href);
  address.search = withoutPresenter(address.search);
  const [section] = step.split('.');
  address.hash = /^(opening|ready|recap|exercise|solution)/.test(section) ? '' : section;
  return address.href;
}

export function putInAddress(asked: Asked | null): void {
  const { pathname, search, hash } = window.location;
  const query = asked === null ? withoutPresenter(search) : withPresenter(search, asked);
  if (query !== search) window.history.replaceState(window.history.state, '', `${pathname}${query}${hash}`);
}
