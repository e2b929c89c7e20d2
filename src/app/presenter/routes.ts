// Ways through the whole lecture in a given time: which steps of which pages, and how many minutes each page may take.

export type RouteMinutes = 50 | 80;

export interface RoutePage {
  /** The page's slug. */
  readonly page: string;
  readonly minutes: number;
  /** Ids of steps, in the order of the page. */
  readonly steps: readonly string[];
}

export type Route = readonly RoutePage[];

export const routeLengths: readonly RouteMinutes[] = [50, 80];

export const routes: Readonly<Record<RouteMinutes, Route>> = { 50: [], 80: [] };

/** The pages before and after in the route; null at its ends, and for a page off the route. */
export function neighboursIn(
  route: Route,
  page: string,
): { readonly before: RoutePage | null; readonly after: RoutePage | null } {
  const at = route.findIndex((one) => one.page === page);
  if (at === -1) return { before: null, after: null };
  return { before: route[at - 1] ?? null, after: route[at + 1] ?? null };
}

/** Minutes planned before the page begins; null for a page off the route. */
export function minutesBefore(route: Route, page: string): number | null {
  const at = route.findIndex((one) => one.page === page);
  return at === -1 ? null : route.slice(0, at).reduce((sum, { minutes }) => sum + minutes, 0);
}
