// The bet before the study: an estimator for each of the two effects.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { estimatorNames } from './estimator-names';

/** What is picked and not yet given. */
export interface Bets {
  readonly forX: string | null;
  readonly forZ: string | null;
}

export interface StudyBetProps {
  readonly question: string;
  readonly bets: Bets;
  readonly onBet: (bets: Bets) => void;
  /** Hears "name, name", for X and for Z, or "skipped". */
  readonly onGive: (answer: string) => void;
}

const names = Object.values(estimatorNames);

export function StudyBet({ question, bets, onBet, onGive }: StudyBetProps): ReactNode {
  const { forX, forZ } = bets;
  return (
    <div className="world-bet">
      <p>{question} Place your bets, then look.</p>
      <OneOf legend="For the effect of X" picked={forX} onPick={(name) => onBet({ ...bets, forX: name })} />
      <OneOf legend="For the effect of Z" picked={forZ} onPick={(name) => onBet({ ...bets, forZ: name })} />
      <div className="world-bet-buttons">
        <button
          type="button"
          className="pill"
          data-bet-press="give"
          disabled={forX === null || forZ === null}
          onClick={() => onGive(`${forX}, ${forZ}`)}
        >
          These are my bets
        </button>
        <button type="button" className="pill" data-bet-press="skip" onClick={() => onGive('skipped')}>
          Skip, and look
        </button>
      </div>
    </div>
  );
}

interface OneOfProps {
  readonly legend: string;
  readonly picked: string | null;
  readonly onPick: (name: string) => void;
}

function OneOf({ legend, picked, onPick }: OneOfProps): ReactNode {
  const group = useId();
  return (
    <fieldset>
      <legend>{legend}</legend>
      {names.map((name) => (
        <label key={name}>
          <input type="radio" name={group} checked={picked === name} onChange={() => onPick(name)} /> {name}
        </label>
      ))}
    </fieldset>
  );
}
