// The way into the lab from a lesson: a lecture model with its knobs, or an exercise's own text. Seed and interval go along.
import type { ReactNode } from 'react';
import { modelLink, textLink } from '../store/lab/short-links';
import { settingsQuery, useSettings } from '../store/settings';
import { useAddress } from './site-root';

/** A place to try it: a lecture model with some knobs set, or a model of the exercise's own. */
export type LabPlace =
  { readonly model: string; readonly knobs?: Readonly<Record<string, number>> } | { readonly text: string };

export function LabLink({ place, children }: { readonly place: LabPlace; readonly children: ReactNode }): ReactNode {
  const addressOf = useAddress();
  const query = useSettings(settingsQuery);
  const fragment = 'text' in place ? textLink(place.text) : modelLink(place.model, place.knobs);
  return (
    <a className="lab-link" href={`${addressOf('/lab/')}${query}#${fragment}`}>
      {children}
    </a>
  );
}
