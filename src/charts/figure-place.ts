// Where a figure stands in the lecture: its number and its anchor, given by the page that it stands on.
import { createContext } from 'react';
import type { ReactNode } from 'react';

export interface FigurePlace {
  /** '2.3': third figure of the second lesson. */
  readonly number: string;
  /** Its id on the page. */
  readonly anchor: string;
  /** Entries of its menu that follow from its place. */
  readonly menu: ReactNode;
}

/** Null for a figure that stands on no page of the lecture, like those of the lab. */
export const FigurePlaceContext = createContext<FigurePlace | null>(null);

/** The place of one of several figures of a component. */
export function partOf(place: FigurePlace | null, part: string | undefined): FigurePlace | null {
  if (place === null || part === undefined) return place;
  return { ...place, number: place.number + part, anchor: `${place.anchor}-${part}` };
}
