// How near a guess came, in words.
import { formatFixed } from '../stats/format';

/** What numbers of a question look like. Percent is counted from 0 to 100. */
export interface Unit {
  readonly digits: number;
  /** Set after a number: '\u202f%' or ' tadpoles'; '' for none. */
  readonly after: string;
  /** What a difference is counted in: 'points', 'tadpoles'. */
  readonly difference: string;
}

export interface GuessScore {
  readonly nearness: 'right' | 'near' | 'far';
  readonly sentence: string;
}

/** Right within `within` of the answer as it is shown, near within three times that. */
export function scoreGuess(guess: number, answer: number, within: number, unit: Unit): GuessScore {
  const shown = Number(answer.toFixed(unit.digits));
  const off = Math.abs(guess - shown);
  const text = (value: number): string => formatFixed(value, unit.digits);
  const said = `You said ${text(guess)}${unit.after}; it is ${text(shown)}${unit.after}`;
  // A tolerance typed in decimals must hold at its very edge.
  const slack = 1e-9;
  const nearness = off <= within + slack ? 'right' : off <= 3 * within + slack ? 'near' : 'far';
  if (Number(off.toFixed(unit.digits)) === 0)
    return { nearness, sentence: `Yes: ${text(shown)}${unit.after}, to the digit.` };
  const one = Number(off.toFixed(unit.digits)) === 1 ? unit.difference.replace(/s$/, '') : unit.difference;
  const distance = `${text(off)}${one === '' ? '' : ` ${one}`} ${guess > shown ? 'too high' : 'too low'}`;
  switch (nearness) {
    case 'right':
      return { nearness, sentence: `Yes, near enough. ${said}, ${distance}.` };
    case 'near':
      return { nearness, sentence: `Not far. ${said}, ${distance}.` };
    case 'far':
      return { nearness, sentence: `${said}, ${distance}. See where the reasoning turns.` };
  }
}
