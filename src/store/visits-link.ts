// The robot's visits in a link: how many of its diary's are made, or a reader's own, "5-7.3-12": café and minutes, one after the other.
import { cafeCount } from '../engine/cafes';
import type { Visit } from '../engine/cafes';

/** The longest wait that the robot writes down, in minutes. */
export const longestWait = 120;
/** A longer diary was not written here. */
const mostVisits = 60;

export interface Visits {
  readonly diary: readonly Visit[];
  /** How many of the diary are made. */
  readonly made: number;
}

export type ReadVisits =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly visits: Visits }
  /** A sentence for the reader. */
  | { readonly kind: 'refused'; readonly message: string };

/** `built`: the diary of the page. Visits that are its first come back as those very objects. */
export function readVisits(raw: string | null, built: readonly Visit[]): ReadVisits {
  if (raw === null) return { kind: 'none' };
  if (/^\d{1,2}$/.test(raw) && Number(raw) <= built.length)
    return { kind: 'read', visits: { diary: built, made: Number(raw) } };
  const parts = raw.split('.');
  const own = parts
    .map((part) => /^(\d)-(\d{1,3})$/.exec(part))
    .map((match) => (match === null ? null : visitOf(match)));
  const diary = own.flatMap((visit, k) => (visit === null ? [] : [same(visit, built[k]) ? built[k] : visit]));
  if (parts.length <= mostVisits && diary.length === parts.length)
    return { kind: 'read', visits: { diary, made: diary.length } };
  return {
    kind: 'refused',
    message: 'The link asks for visits to cafés in a way that cannot be read. This page shows its own.',
  };
}

function visitOf([, cafe, minutes]: RegExpExecArray): Visit | null {
  const visit = { cafe: Number(cafe), minutes: Number(minutes) };
  return visit.cafe >= 1 && visit.cafe <= cafeCount && visit.minutes <= longestWait ? visit : null;
}

export function writeVisits({ diary, made }: Visits, built: readonly Visit[]): string {
  const visits = diary.slice(0, made);
  return visits.every((visit, k) => same(visit, built[k]))
    ? String(made)
    : visits.map(({ cafe, minutes }) => `${cafe}-${minutes}`).join('.');
}

function same(a: Visit, b: Visit | undefined): boolean {
  return b !== undefined && a.cafe === b.cafe && a.minutes === b.minutes;
}
