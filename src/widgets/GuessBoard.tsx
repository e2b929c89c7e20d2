// Six columns from 0 to 100 percent: raw marks, guesses to drag, and, once revealed, the way from raw to guess to posterior.
import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { wholePercent } from '../charts/predict-tanks-score';
import { formatFixed } from '../store/format';

export interface GuessedTank {
  readonly tank: number;
  readonly survived: number;
  readonly density: number;
  /** In percent. */
  readonly guess: number | null;
  /** A proportion; null before it is shown. */
  readonly posterior: number | null;
}

export interface GuessBoardProps {
  readonly tanks: readonly GuessedTank[];
  /** The column that the Tab key leads to. */
  readonly selected: number;
  readonly describedBy: string | undefined;
  readonly onSelect: (at: number) => void;
  /** Null once guesses are no longer taken. */
  readonly onPlace: ((at: number, guess: number) => void) | null;
}

/** A way of fewer points has no room for a head. */
const shortest = 4;
const ticks = [0, 25, 50, 75, 100];
/** Where the arrow keys begin in a column without a guess. */
const unplaced = 50;
const keySteps: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

export function GuessBoard({ tanks, selected, describedBy, onSelect, onPlace }: GuessBoardProps): ReactNode {
  const handles = useRef<(HTMLDivElement | null)[]>([]);
  const focus = (at: number): void => {
    onSelect(at);
    handles.current[at]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    const { key } = event;
    const step = keySteps[key];
    const guess = tanks[at].guess ?? unplaced;
    if (key === 'ArrowLeft' || key === 'ArrowRight')
      focus(Math.min(tanks.length - 1, Math.max(0, at + (key === 'ArrowRight' ? 1 : -1))));
    else if (key === 'Home' || key === 'End') onPlace?.(at, key === 'Home' ? 0 : 100);
    else if (step !== undefined) onPlace?.(at, wholePercent(guess + step) ?? guess);
    else return;
    event.preventDefault();
  };
  const placeAt = (event: PointerEvent<HTMLElement>, at: number): void => {
    const column = event.currentTarget.closest('.guess-column');
    if (column === null) return;
    const { top, height } = column.getBoundingClientRect();
    const guess = wholePercent(100 * (1 - (event.clientY - top) / height));
    if (guess !== null) onPlace?.(at, guess);
  };

  return (
    <div className="guess-board" role="group" aria-label="Six tanks" aria-describedby={describedBy}>
      <div className="guess-axis" aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick} style={{ bottom: `${tick}%` }}>
            {tick}&#x202f;%
          </span>
        ))}
      </div>
      {tanks.map((tank, at) => (
        <div key={tank.tank} className="guess-tank">
          {/* The handle in it takes the keyboard. */}
          <div
            className="guess-column"
            data-open={onPlace !== null}
            role="presentation"
            onPointerUp={(event) => {
              if (event.target === event.currentTarget) {
                placeAt(event, at);
                handles.current[at]?.focus();
              }
            }}
          >
            <Marks tank={tank} />
            {onPlace === null ? (
              <Guess guess={tank.guess} />
            ) : (
              <div
                ref={(element) => {
                  handles.current[at] = element;
                }}
                className="guess-handle"
                data-placed={tank.guess !== null}
                style={{ bottom: `${tank.guess ?? unplaced}%` }}
                role="slider"
                aria-orientation="vertical"
                tabIndex={at === selected ? 0 : -1}
                aria-label={`Tank ${tank.tank}, ${tank.survived} of ${tank.density} lived: your guess`}
                aria-valuemin={0}
                aria-valuemax={100}
                aria-valuenow={tank.guess ?? unplaced}
                aria-valuetext={tank.guess === null ? 'not placed yet' : `${tank.guess} percent`}
                onFocus={() => onSelect(at)}
                onKeyDown={(event) => onKeyDown(event, at)}
                onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
                onPointerMove={(event) => {
                  if (event.currentTarget.hasPointerCapture(event.pointerId)) placeAt(event, at);
                }}
              >
                <span className="guess-bar" />
                {tank.guess === null ? null : <span className="guess-number">{tank.guess}</span>}
              </div>
            )}
          </div>
          <p className="guess-name">
            {tank.survived} of {tank.density}
            <span>tank {tank.tank}</span>
          </p>
          {tank.posterior === null ? null : <p className="visually-hidden">{sentence(tank, tank.posterior)}</p>}
        </div>
      ))}
    </div>
  );
}

/** The raw proportion, and once it is known the posterior mean and the ways there. */
function Marks({ tank: { survived, density, guess, posterior } }: { readonly tank: GuessedTank }): ReactNode {
  const raw = (100 * survived) / density;
  return (
    <>
      {posterior === null ? null : (
        <>
          {guess === null ? null : <Way from={raw} to={guess} kind="guess" />}
          <Way from={guess ?? raw} to={100 * posterior} kind="posterior" />
        </>
      )}
      <span className="guess-raw" style={{ bottom: `${raw}%` }} />
      {posterior === null ? null : (
        <>
          <span className="guess-posterior" style={{ bottom: `${100 * posterior}%` }} />
          <span className="guess-answer" style={{ bottom: `${100 * posterior}%` }} aria-hidden="true">
            {formatFixed(100 * posterior, 0)}
          </span>
        </>
      )}
    </>
  );
}

/** An arrow straight up or down, grown from its beginning. */
function Way({
  from,
  to,
  kind,
}: {
  readonly from: number;
  readonly to: number;
  readonly kind: 'guess' | 'posterior';
}): ReactNode {
  const up = to >= from;
  return (
    <span
      className={`guess-way guess-way-${kind}`}
      data-up={up}
      data-short={Math.abs(to - from) < shortest}
      style={{ bottom: `${Math.min(from, to)}%`, height: `${Math.abs(to - from)}%` }}
    />
  );
}

function Guess({ guess }: { readonly guess: number | null }): ReactNode {
  return guess === null ? null : (
    <span className="guess-handle" data-placed="true" style={{ bottom: `${guess}%` }}>
      <span className="guess-bar" />
    </span>
  );
}

function sentence({ survived, density, guess }: GuessedTank, posterior: number): string {
  const raw = formatFixed((100 * survived) / density, 0);
  const guessed = guess === null ? '' : ` your guess ${guess} percent,`;
  return `Raw ${raw} percent,${guessed} posterior mean ${formatFixed(100 * posterior, 0)} percent.`;
}
