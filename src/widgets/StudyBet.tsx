// The bet before the study: an estimator for each of the two effects.
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { estimatorNames } from './estimator-names';

export interface StudyBetProps {
  readonly question: string;
  /** Hears "name, name", for X and for Z, or "skipped". */
  readonly onGive: (answer: string) => void;
}

const names = Object.values(estimatorNames);

export function StudyBet({ question, onGive }: StudyBetProps): ReactNode {
  const [forX, setForX] = useState<string | null>(null);
  const [forZ, setForZ] = useState<string | null>(null);
  return (
    <div className="world-bet">
      <p>{question} Place your bets, then look.</p>
      <Bets legend="For the effect of X" picked={forX} onPick={setForX} />
      <Bets legend="For the effect of Z" picked={forZ} onPick={setForZ} />
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

interface BetsProps {
  readonly legend: string;
  readonly picked: string | null;
  readonly onPick: (name: string) => void;
}

function Bets({ legend, picked, onPick }: BetsProps): ReactNode {
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
