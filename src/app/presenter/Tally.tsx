// Hands counted for each answer, as bars; they stay beside the answer.
import type { ReactNode } from 'react';
import type { Offers } from './offers';
import { shares } from './tally';
import type { Counts } from './tally';

export interface TallyProps {
  readonly offers: Offers;
  readonly counts: Counts;
  readonly count: (at: number, change: 1 | -1) => void;
  /** Whether the right answer may be marked. */
  readonly revealed: boolean;
}

export function Tally({ offers, counts, count, revealed }: TallyProps): ReactNode {
  const lengths = shares(counts);
  return (
    <section className="presenter-tally" aria-label="Tally of the room">
      <ol>
        {offers.names.map((name, k) => (
          <li key={name} data-right={revealed && k === offers.right}>
            {offers.numbered ? <b>{k + 1}</b> : <span className="presenter-tally-name">{name}</span>}
            <span className="presenter-tally-bar" aria-hidden="true">
              <span style={{ width: `${100 * lengths[k]}%` }} />
            </span>
            <output aria-label={`${name}: hands`}>{counts[k]}</output>
            <button type="button" aria-label={`One fewer for ${name}`} onClick={() => count(k, -1)}>
              −
            </button>
            <button type="button" aria-label={`One more for ${name}`} onClick={() => count(k, 1)}>
              +
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
