// The score curve: what leaving out a tank, or a tadpole, says of twenty sigmas, and what fitting the same data says.
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import type { NumberTableContent } from '../charts/NumberTable';
import scoreChart from '../charts/score-curve?vega';
import { bestOf, describeScores, knobRows, scoreCurveData } from '../charts/score-curve-rows';
import type { ScoreAxis, ScoredSigma } from '../charts/score-curve-rows';
import { useAddressed } from '../store/addressed';
import { formatFixed } from '../store/format';
import { frogsFit } from '../store/frogs-fit';
import { shortSigma, unreliable, useScoreCurve } from '../store/score-curve';
import type { Curve, LeftOut } from '../store/score-curve';
import { useKnobFit } from '../store/use-knob-fit';
import type { WordSpec } from '../store/query';
import { Announcement } from './Announcement';
import { ParetoK } from './ParetoK';
import { ScoreCurveStatus } from './ScoreCurveStatus';
import { TakeAway } from './TakeAway';
import './figure-controls.css';
import './knob-slider.css';
import './score-curve.css';

interface UnitWords {
  readonly unit: 'tank' | 'tadpole';
  readonly axis: ScoreAxis;
  readonly title: (best: string) => string;
}

/** Both axes are equally long, so that a point is as high in either. */
const words: Readonly<Record<LeftOut, UnitWords>> = {
  cluster: {
    unit: 'tank',
    axis: { low: -220, high: -60 },
    title: (best) =>
      `The larger sigma, the better it fits the tanks it has seen; a tank it has not seen is predicted best at ${best}`,
  },
  trial: {
    unit: 'tadpole',
    axis: { low: -600, high: -440 },
    title: (best) =>
      `The larger sigma, the better it fits the tadpoles it has seen; one it has not seen is predicted best at ${best}`,
  },
};

/** What the chart shows of the model: the slider's line. */
const symbols = { knob: 'sigma', knobLabel: 'sigma' };

/** A hand that holds still this long has come to rest, ms. */
const restAfter = 280;

const leftOutSpec: WordSpec<LeftOut> = {
  label: 'scores that leave out a',
  choices: ['cluster', 'trial'],
  fallback: 'cluster',
};

export function ScoreCurveFigure(): ReactNode {
  const state = useScoreCurve();
  const { curve } = state;
  const knob = useKnobFit(frogsFit, (fit) => fit.knob);
  const [leftOut, setLeftOut] = useAddressed('leaveout', leftOutSpec);
  const [pointed, setPointed] = useState(-1);
  /** Pointed at now, which a press may ask for before the page is drawn again; and pressed, which a touch that ends no longer points at. */
  const under = useRef(-1);
  const pressed = useRef(-1);
  const { unit, axis, title } = words[leftOut];
  const scored = useMemo(() => scoresOf(curve, leftOut), [curve, leftOut]);
  const nearest = nearestTo(scored, knob);
  const drawn = useMemo(() => scoreCurveData(scored, axis), [scored, axis]);
  const data = useMemo(() => ({ ...drawn, knob: knobRows(knob) }), [drawn, knob]);
  const signals = useMemo(() => ({ highlight: pointed, ...axis }), [pointed, axis]);
  const best = bestOf(scored);
  const { move, jump } = useSlider();
  const choose = (at: number, go: (sigma: number) => void): void => {
    if (at >= 0) go(shortSigma(scored[at].sigma));
  };
  const description = describeScores(scored, unit);
  const readAt = pointed >= 0 ? pointed : nearest;
  const table = numbersOf(curve, leftOut);
  const reading = readingOf(curve, leftOut, readAt);

  return (
    <Figure
      width="wide"
      title={title(best === null ? 'one of twenty' : formatFixed(best.sigma, 2))}
      controls={
        <>
          <label className="curve-slider" data-about="sigma">
            <span>
              <i className="knob-symbol" data-symbol="sigma">
                σ
              </i>{' '}
              along the curve; the page’s slider follows
            </span>
            <input
              type="range"
              min={0}
              max={scored.length - 1}
              step={1}
              value={nearest}
              aria-valuetext={valueText(scored, nearest, best?.sigma ?? null, unit)}
              onChange={(event) => choose(Number(event.target.value), move)}
            />
          </label>
          <LeaveOutChoice value={leftOut} onChange={setLeftOut} />
        </>
      }
      status={<ScoreCurveStatus state={state} />}
      caption={<ScoreCaption leftOut={leftOut} />}
      table={table}
      menu={
        <>
          <ParetoK curve={curve} leftOut={leftOut} at={nearest} />
          <TakeAway
            name={`reed frogs scores of a left-out ${unit}`}
            model="frogs-fixed-sigma"
            knobs={{ sigma: shortSigma(scored[nearest].sigma) }}
            table={table}
          />
        </>
      }
    >
      {/* The range under the chart does the same from the keyboard. */}
      <div
        className="curve-press"
        onPointerDown={() => (pressed.current = under.current)}
        onClick={() => choose(pressed.current, jump)}
        role="presentation"
      >
        <Chart
          chart={scoreChart}
          data={data}
          signals={signals}
          description={description}
          pointField="at"
          symbols={symbols}
          onPoint={(at) => {
            under.current = typeof at === 'number' ? at : -1;
            setPointed(under.current);
          }}
        />
      </div>
      <p className="figure-readout" aria-hidden="true">
        {reading}
      </p>
      <Announcement
        text={state.kind === 'working' ? null : `${reading} ${state.kind === 'done' ? 'Computed here.' : ''}`}
      />
    </Figure>
  );
}

/** Moves the page's sigma as its own slider does: a preview under way, the run of the key at rest. */
function useSlider(): { readonly move: (sigma: number) => void; readonly jump: (sigma: number) => void } {
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return {
    move: (sigma) => {
      window.clearTimeout(timer.current);
      frogsFit.move(sigma);
      timer.current = window.setTimeout(() => frogsFit.rest(sigma), restAfter);
    },
    jump: (sigma) => {
      window.clearTimeout(timer.current);
      frogsFit.rest(sigma);
    },
  };
}

const LeaveOutChoice = memo(function LeaveOutChoice({
  value,
  onChange,
}: {
  readonly value: LeftOut;
  readonly onChange: (value: LeftOut) => void;
}): ReactNode {
  return (
    <fieldset className="curve-choice">
      <legend>Leave out what?</legend>
      {(['cluster', 'trial'] as const).map((leftOut) => (
        <label key={leftOut}>
          <input type="radio" name="leave-out" checked={value === leftOut} onChange={() => onChange(leftOut)} />{' '}
          {leftOut === 'cluster' ? 'a tank' : 'a tadpole'}
        </label>
      ))}
    </fieldset>
  );
});

function ScoreCaption({ leftOut }: { readonly leftOut: LeftOut }): ReactNode {
  const exact =
    leftOut === 'cluster'
      ? 'For each sigma, every tank in turn is left out, and the model that learned from the other 47 predicts its survivors from the population. Each score is the logarithm of the probability it gave to what happened.'
      : 'For each sigma, every tadpole in turn is left out, and the model that learned from all others, those of its own tank among them, predicts whether it lives. Each score is the logarithm of the probability it gave to what happened.';
  return (
    <>
      {exact} Filled marks are the sums, computed exactly; the star is the best of the twenty. Hollow marks are what
      PSIS makes of one fit at each sigma, nothing left out. The line without marks is the score of the data that the
      fit has seen. Press on the chart to take sigma there.
    </>
  );
}

function scoresOf({ points }: Curve, leftOut: LeftOut): readonly ScoredSigma[] {
  return points.map(({ knob, exact, fit }) => ({
    sigma: knob,
    exact: exact?.[leftOut] ?? null,
    psis: fit?.[leftOut].psis ?? null,
    seen: fit?.[leftOut].seen ?? null,
  }));
}

function nearestTo(scored: readonly ScoredSigma[], sigma: number): number {
  const distances = scored.map((one) => Math.abs(one.sigma - sigma));
  return distances.indexOf(Math.min(...distances));
}

function valueText(scored: readonly ScoredSigma[], at: number, best: number | null, unit: string): string {
  const { sigma, exact } = scored[at];
  const score = exact === null ? 'score not yet computed' : `score of a left-out ${unit} ${formatFixed(exact, 1)}`;
  return `${formatFixed(sigma, 2)}, ${score}${sigma === best ? ', the best of twenty' : ''}`;
}

function readingOf(curve: Curve, leftOut: LeftOut, at: number): string {
  const { knob, exact, fit } = curve.points[at];
  const left = exact === null ? 'not there yet' : formatFixed(exact[leftOut], 1);
  if (fit === null) return `σ = ${formatFixed(knob, 2)}: left out, exact ${left}.`;
  const { psis, seen, paretoK } = fit[leftOut];
  const above = unreliable(paretoK, curve.threshold);
  return (
    `σ = ${formatFixed(knob, 2)}: left out, exact ${left}; by PSIS ${formatFixed(psis, 1)}, ` +
    `k above 0.7 for ${above} of ${paretoK.length} tanks; seen ${formatFixed(seen, 1)}.`
  );
}

function numbersOf(curve: Curve, leftOut: LeftOut): NumberTableContent {
  const { unit } = words[leftOut];
  const shown = (value: number | undefined): string => (value === undefined ? '–' : formatFixed(value, 3));
  return {
    caption: `${curve.points.length} sigmas; log scores (elpd) of a left-out ${unit}, summed`,
    columns: ['sigma', 'exact', 'deviance (−2 × exact)', 'PSIS', 'seen, not left out', 'tanks with k > 0.7'],
    rows: () =>
      curve.points.map(({ knob, exact, fit }) => [
        formatFixed(knob, 3),
        shown(exact?.[leftOut]),
        shown(exact === null ? undefined : -2 * exact[leftOut]),
        shown(fit?.[leftOut].psis),
        shown(fit?.[leftOut].seen),
        fit === null ? '–' : String(unreliable(fit[leftOut].paretoK, curve.threshold)),
      ]),
    exact: () =>
      curve.points.map(({ knob, exact, fit }) => [
        knob,
        exact?.[leftOut] ?? '',
        exact === null ? '' : -2 * exact[leftOut],
        fit?.[leftOut].psis ?? '',
        fit?.[leftOut].seen ?? '',
        fit === null ? '' : unreliable(fit[leftOut].paretoK, curve.threshold),
      ]),
  };
}
