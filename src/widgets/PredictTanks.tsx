// Predict first: the reader places six tanks' estimates, commits, and sees where the posterior has them.
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { Figure } from '../charts/Figure';
import type { NumberTableContent } from '../charts/NumberTable';
import { guessedTanks, rootMeanSquare } from '../charts/predict-tanks-score';
import { useAnswer } from '../store/answers';
import { bestFit } from '../store/best-fit';
import { estimatesOf } from '../store/estimates';
import { settledDraws } from '../store/fit-status';
import { formatFixed } from '../store/format';
import { drawsOf } from '../store/shown-draws';
import { useKnobFit } from '../store/use-knob-fit';
import { GuessBoard } from './GuessBoard';
import type { GuessedTank } from './GuessBoard';
import { GuessField } from './GuessField';
import { PromisedDraws } from './PromisedDraws';
import { TakeAway } from './TakeAway';
import { tanks } from './tanks';
import './figure-controls.css';
import './predict-tanks.css';

const raw = guessedTanks.map((tank) => tanks.survived[tank - 1] / tanks.density[tank - 1]);
const overallMean =
  Array.from(tanks.survived, (survived, t) => survived / tanks.density[t]).reduce((sum, one) => sum + one, 0) /
  tanks.survived.length;

const draws = drawsOf(bestFit);
const judged = () => [settledDraws(bestFit)];

type Stage = 'guessing' | 'committed' | 'skipped';

export function PredictTanks(): ReactNode {
  const picture = useKnobFit(bestFit, (state) => state.picture);
  const kept = useAnswer('Six tanks: where will their estimates land?');
  const [skipped, setSkipped] = useState(false);
  const [guesses, setGuesses] = useState<readonly (number | null)[]>(guessedTanks.map(() => null));
  const [selected, setSelected] = useState(0);
  const hintId = useId();
  const committed = kept.answer === null ? null : parseGuesses(kept.answer);
  const stage: Stage = committed !== null ? 'committed' : skipped ? 'skipped' : 'guessing';
  const means = estimatesOf(picture, 'p').mean;
  const posterior = guessedTanks.map((tank) => means[tank - 1]);
  const shown = committed ?? guesses;
  const placed = guesses.filter((guess) => guess !== null).length;
  const board: readonly GuessedTank[] = guessedTanks.map((tank, k) => ({
    tank,
    survived: tanks.survived[tank - 1],
    density: tanks.density[tank - 1],
    guess: stage === 'skipped' ? null : shown[k],
    posterior: stage === 'guessing' ? null : posterior[k],
  }));
  const place = (at: number, guess: number): void => {
    setSelected(at);
    setGuesses((all) => all.map((one, k) => (k === at ? guess : one)));
  };
  const commit = (): void => {
    if (guesses.every((guess) => guess !== null)) kept.give(JSON.stringify(guesses));
  };
  const again = (): void => {
    kept.withdraw();
    setSkipped(false);
    // What was placed before a skip was never judged, and stays.
    if (!skipped) setGuesses(guessedTanks.map(() => null));
  };

  const table: NumberTableContent = {
    caption: 'Six tanks, in percent; the posterior means are the answer',
    columns: ['tank', 'tadpoles', 'survived', 'raw', 'your guess', 'posterior mean'],
    rows: () =>
      guessedTanks.map((tank, k) => [
        String(tank),
        String(tanks.density[tank - 1]),
        String(tanks.survived[tank - 1]),
        formatFixed(100 * raw[k], 0),
        shown[k] === null || stage === 'skipped' ? '–' : String(shown[k]),
        formatFixed(100 * posterior[k], 0),
      ]),
  };

  return (
    <Figure
      title={
        stage === 'guessing'
          ? 'Six tanks, two raw proportions: where will the model put each of them?'
          : 'The same raw proportion, and six different answers: the fewer the tadpoles, the farther it moves'
      }
      controls={
        stage === 'guessing' ? (
          <div className="guess-controls" data-bet="open">
            <GuessField
              label={`Tank ${guessedTanks[selected]}`}
              value={guesses[selected]}
              onCommit={(guess) => place(selected, guess)}
            />
            <button
              type="button"
              className="pill"
              data-bet-press="give"
              disabled={placed < guesses.length}
              onClick={commit}
            >
              These are my guesses
            </button>
            <span className="guess-placed">{`${placed} of ${guesses.length} placed`}</span>
            <button type="button" className="pill guess-skip" data-bet-press="skip" onClick={() => setSkipped(true)}>
              Skip, and show the answer
            </button>
          </div>
        ) : (
          <div className="guess-controls" data-bet="given">
            <button type="button" className="pill" data-bet-press="again" onClick={again}>
              Guess again
            </button>
          </div>
        )
      }
      status={
        <>
          {`Judged by the fit at σ = ${formatFixed(picture.knob, 2)}, seed ${picture.seed}, made ${picture.kind === 'built' ? 'when this page was built' : 'in your browser'}; its diagnostics stand under the last figure.`}
          <PromisedDraws drawn={judged} />
        </>
      }
      caption={
        <>
          Hollow marks are what happened: in three tanks two tadpoles in five lived, in three all did. Over all 48 tanks
          the mean is {formatFixed(100 * overallMean, 0)} %. The estimates that you are judged by are the posterior
          means at σ = {formatFixed(picture.knob, 2)}, the sigma that further down this page turns out to predict best.
        </>
      }
      table={table}
      menu={
        <TakeAway
          name={`six tanks seed ${picture.seed}`}
          drawing="board"
          model="frogs-fixed-sigma"
          knobs={{ sigma: picture.knob }}
          table={table}
          draws={draws}
        />
      }
    >
      <GuessBoard
        tanks={board}
        selected={selected}
        describedBy={stage === 'guessing' ? hintId : undefined}
        onSelect={setSelected}
        onPlace={stage === 'guessing' ? place : null}
      />
      <div className="guess-verdict" role="status">
        {stage === 'guessing' ? (
          <p id={hintId} className="guess-hint">
            Drag or tap in a column, or use the arrow keys: up and down by 1 %, left and right from tank to tank.
          </p>
        ) : null}
        {committed === null ? null : <Verdict guesses={committed} posterior={posterior} />}
        {stage === 'skipped' ? <p>Skipped. The filled marks are the posterior means.</p> : null}
      </div>
    </Figure>
  );
}

interface VerdictProps {
  /** In whole percent. */
  readonly guesses: readonly number[];
  readonly posterior: readonly number[];
}

function Verdict({ guesses, posterior }: VerdictProps): ReactNode {
  const own = rootMeanSquare(
    guesses.map((guess) => guess / 100),
    posterior,
  );
  const ofRaw = rootMeanSquare(raw, posterior);
  const ofMean = rootMeanSquare(
    raw.map(() => overallMean),
    posterior,
  );
  const points = (off: number): string => `${formatFixed(off, 1)} points`;
  return (
    <p>
      Root mean square distance from the posterior means: <strong>your guesses {points(own)}</strong>; the raw
      proportions, {points(ofRaw)}; the overall mean for every tank, {points(ofMean)}.{' '}
      {own < ofRaw
        ? 'You came closer than the raw proportions: you pooled, and about as much as the data call for.'
        : 'The raw proportions came closer. The model moves each tank toward the others, but only as far as its count leaves room for doubt.'}
    </p>
  );
}

/** Null where what was kept is not six guesses. */
function parseGuesses(text: string): readonly number[] | null {
  try {
    const found: unknown = JSON.parse(text);
    if (!Array.isArray(found) || found.length !== guessedTanks.length) return null;
    const guesses = found.map(Number);
    return guesses.every((guess) => guess >= 0 && guess <= 100) ? guesses : null;
  } catch {
    return null;
  }
}
