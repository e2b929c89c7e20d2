// Predict, then drag: which estimates move when the confound's effect on Y grows from 0 to 2?
import { useState } from 'react';
import type { ReactNode } from 'react';
import chart from '../charts/interval-rows-3?vega';
import { useAnswer } from '../store/answers';
import { restWorld, withEffect } from '../store/worlds';
import { EffectsFigure } from './EffectsFigure';
import { EffectSlider } from './WorldControls';
import { betAttributes } from './bet-offers';
import type { BetOffers } from './bet-offers';
import { threeEstimators } from './estimators';

const question = 'Which estimates of the effect of X move when the confound’s effect on Y grows from 0 to 2?';
const fits = threeEstimators.map(({ fit }) => fit);
const skipped = 'skipped';
/** None is marked as right: that is for the slider to show. */
const offers: BetOffers = {
  question,
  groups: [{ legend: '', names: threeEstimators.map(({ label }) => label), right: [] }],
};

export function ConfoundDrag(): ReactNode {
  const { answer, give, withdraw } = useAnswer(question);
  const [picked, setPicked] = useState<readonly string[]>([]);
  return (
    <EffectsFigure
      title="When the confound’s grip on Y grows, estimates that look only at X follow it"
      chart={chart}
      estimators={threeEstimators}
      fits={fits}
      controls={
        <>
          {answer === null && <Prediction picked={picked} onPick={setPicked} onGive={give} />}
          <EffectSlider name="toY" disabled={answer === null} />
          {answer !== null && <Afterwards answer={answer} onAgain={withdraw} />}
        </>
      }
    />
  );
}

interface PredictionProps {
  readonly picked: readonly string[];
  readonly onPick: (picked: readonly string[]) => void;
  readonly onGive: (answer: string) => void;
}

function Prediction({ picked, onPick, onGive }: PredictionProps): ReactNode {
  const toggle = (label: string): void =>
    onPick(picked.includes(label) ? picked.filter((one) => one !== label) : [...picked, label]);
  return (
    <div className="world-bet" {...betAttributes('open', offers)}>
      <fieldset>
        <legend>{question} Say so before you drag.</legend>
        {threeEstimators.map(({ label }) => (
          <label key={label}>
            <input type="checkbox" checked={picked.includes(label)} onChange={() => toggle(label)} /> {label}
          </label>
        ))}
      </fieldset>
      <div className="world-bet-buttons">
        <button
          type="button"
          className="pill"
          data-bet-press="give"
          disabled={picked.length === 0}
          onClick={() =>
            onGive(threeEstimators.flatMap(({ label }) => (picked.includes(label) ? [label] : [])).join(', '))
          }
        >
          This is my answer
        </button>
        <button type="button" className="pill" data-bet-press="skip" onClick={() => onGive(skipped)}>
          Skip, and let me drag
        </button>
      </div>
    </div>
  );
}

function Afterwards({ answer, onAgain }: { readonly answer: string; readonly onAgain: () => void }): ReactNode {
  const go = (effect: number): void => restWorld(withEffect('toY', effect));
  return (
    <div className="world-people" {...betAttributes('given', offers)}>
      {[0, 1, 2].map((effect) => (
        <button key={effect} type="button" className="pill" onClick={() => go(effect)}>
          {effect}
        </button>
      ))}
      <span className="world-said">{answer === skipped ? 'No prediction.' : `You said: ${answer}.`}</span>
      <button type="button" className="pill" data-bet-press="again" onClick={onAgain}>
        Answer again
      </button>
    </div>
  );
}
