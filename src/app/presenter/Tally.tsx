// Hands counted for each answer, as bars; they stay beside the answer.
import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { OfferGroup } from './offers';
import { shares } from './tally';
import type { Counts } from './tally';
import type { TallyState } from './use-tally';
import './tally.css';

export interface TallyProps {
  readonly tally: TallyState;
  /** A text has its tally beside it, a figure under it. */
  readonly where: 'beside' | 'under';
  /** Whether the right answer may be marked. */
  readonly revealed: boolean;
  /** The screen on show, where each group's answer has one of its own; else null. */
  readonly screen: number | null;
}

export function Tally({ tally, where, revealed, screen }: TallyProps): ReactNode {
  const { offers, counts, count } = tally;
  const box = useRef<HTMLElement>(null);
  useReservedHeight(box, where === 'under');
  const groups = offers.groups.map((group, k) => {
    const from = offers.groups.slice(0, k).reduce((sum, { names }) => sum + names.length, 0);
    return { group, from, counts: counts.slice(from, from + group.names.length) };
  });
  return (
    <section ref={box} className={`presenter-tally presenter-tally-${where}`} aria-label="Tally of the room">
      {offers.asks !== '' && !revealed && <p>{offers.asks}</p>}
      {groups.map((one, k) =>
        screen === null || screen === k ? (
          <Group key={one.from} {...one} numbered={offers.numbered} revealed={revealed} count={count} />
        ) : null,
      )}
    </section>
  );
}

interface GroupProps {
  readonly group: OfferGroup;
  /** Place of its first answer among those of all groups. */
  readonly from: number;
  readonly counts: Counts;
  readonly numbered: boolean;
  readonly revealed: boolean;
  readonly count: (at: number, change: 1 | -1) => void;
}

function Group({ group, from, counts, numbered, revealed, count }: GroupProps): ReactNode {
  const { legend, names, right } = group;
  const lengths = shares(counts);
  return (
    <div className="presenter-tally-group" role={legend === '' ? undefined : 'group'} aria-label={legend || undefined}>
      {legend !== '' && <b className="presenter-tally-legend">{legend}</b>}
      <ol>
        {names.map((name, k) => {
          const full = legend === '' ? name : `${name}, ${legend}`;
          return (
            <li key={name} data-right={revealed && right.includes(k)}>
              <b>{keyOf(from + k)}</b>
              <span className="presenter-tally-answer">
                {!numbered && <span className="presenter-tally-name">{name}</span>}
                <span className="presenter-tally-bar" aria-hidden="true">
                  <span style={{ width: `${100 * lengths[k]}%` }} />
                </span>
              </span>
              <output aria-label={`${full}: hands`}>{counts[k]}</output>
              <button type="button" aria-label={`One fewer for ${full}`} onClick={() => count(from + k, -1)}>
                −
              </button>
              <button type="button" aria-label={`One more for ${full}`} onClick={() => count(from + k, 1)}>
                +
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** The key that counts for the answer at this place: the tenth has 0. */
function keyOf(at: number): string {
  return at < 9 ? String(at + 1) : at === 9 ? '0' : '';
}

/** Under a figure the sheet ends where the tally begins: told before the step is laid out. */
function useReservedHeight(box: { readonly current: HTMLElement | null }, under: boolean): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    if (under) style.setProperty('--stage-tally', `${box.current?.offsetHeight ?? 0}px`);
    return () => {
      style.removeProperty('--stage-tally');
    };
  });
}
