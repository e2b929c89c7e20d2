// The prior of the predators' effect under the reader's hand: prior, posterior, and the exact score that follows.
import { useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import intervalRows from '../charts/interval-rows-2?vega';
import { describePosteriors, normalPrior, posteriorData, posteriorNumbers } from '../charts/posterior-rows';
import scoreChart from '../charts/prior-score?vega';
import { fitStatus } from '../store/fit-status';
import { formatFixed } from '../store/format';
import { connectPriorFit, lectureSd, priorFit, priorScale, scoreAt, scores } from '../store/predators-fit';
import { useSettings } from '../store/settings';
import { drawsOf } from '../store/shown-draws';
import { useKnobFit } from '../store/use-knob-fit';
import { Announcement } from './Announcement';
import { FitLine } from './FitLine';
import { IntervalMass } from './IntervalMass';
import { KnobSlider } from './KnobSlider';
import { SeedChoice } from './SeedChoice';
import { TakeAway } from './TakeAway';
import { posteriorOf } from './posterior';
import './figure-controls.css';

const domain = { from: -5, to: 2 };
const signals = { ...domain, axisTitle: 'effect of predators, log-odds' };
const symbols = { estimates: 'beta_P', halves: 'beta_P', intervals: 'beta_P' };
const draws = drawsOf(priorFit);
const stops = [
  { value: 0.1, label: '0.1' },
  { value: lectureSd, label: String(lectureSd) },
  { value: 1.5, label: '1.5' },
  { value: 3, label: '3' },
];

export function PredatorPrior(): ReactNode {
  const { knob, moving, picture } = useKnobFit(priorFit, (state) => state);
  const status = useKnobFit(priorFit, (state) => fitStatus(state).kind);
  const interval = useSettings((state) => state.interval);
  useEffect(connectPriorFit, []);
  const unsettled = picture.kind === 'preview';
  const posteriors = useMemo(
    () => [
      normalPrior('prior', 0, knob, interval / 100),
      posteriorOf(picture, 'beta_P', picture.derived.marginals.beta_P, { label: 'posterior', look: 'predators' }),
    ],
    [knob, picture, interval],
  );
  const data = useMemo(() => posteriorData(posteriors, domain, { densities: true }), [posteriors]);
  const score = useMemo(() => scoreAt(knob), [knob]);
  const scoreData = useMemo(
    () => ({
      curve: scores.byPriorSd,
      here: [{ sd: knob, elpd: score.elpd }],
      without: [{ elpd: scores.without.elpd }],
    }),
    [knob, score],
  );
  const table = posteriorNumbers(posteriors, `Effect of predators at prior sd ${knob}, log-odds`, interval);
  const settled = !moving && !unsettled;
  const away = Math.abs(posteriors[1].mean) / knob;
  return (
    <Figure
      title="The prior fights the data, and unseen tanks would rather it gave in"
      controls={
        <>
          <KnobSlider
            label="how large an effect the prior expects"
            symbol={
              <>
                s<sub>P</sub>
              </>
            }
            of="sd_P"
            value={knob}
            scale={priorScale}
            consequence={consequence}
            stops={stops}
            onMove={priorFit.move}
            onRest={priorFit.rest}
          />
          <div className="figure-options">
            <IntervalMass />
            <SeedChoice />
          </div>
        </>
      }
      status={<FitLine fit={priorFit} />}
      caption="Above, prior and posterior of the effect on one axis. Below, the score of leaving out each tank in turn, for priors of every width: exact at the hollow marks, a smooth curve between them. The diamond is where the slider stands."
      table={table}
      menu={
        <TakeAway
          name={`reed frogs prior sd ${picture.knob} seed ${picture.seed}`}
          model="frogs-predators"
          knobs={{ sd_P: picture.knob }}
          table={table}
          draws={draws}
        />
      }
    >
      <Chart
        chart={intervalRows}
        data={data}
        signals={signals}
        symbols={symbols}
        preview={unsettled}
        description={describePosteriors(posteriors, `Effect of predators, prior sd ${knob}`, interval)}
      />
      <p className="figure-readout" aria-hidden="true">
        The posterior mean lies {formatFixed(away, 1)} prior sds from zero. Score {score.exact ? '' : 'about '}
        {formatFixed(score.elpd, score.exact ? 1 : 0)}.
      </p>
      <Chart
        chart={scoreChart}
        data={scoreData}
        description={`Exact score of tanks left out against the sd of the prior: it rises from ${formatFixed(scores.byPriorSd[0].elpd, 1)} at 0.1 to ${formatFixed(scores.byPriorSd.at(-1)?.elpd ?? null, 1)} at 3. Without predators it is ${formatFixed(scores.without.elpd, 1)}. At ${knob} it is about ${formatFixed(score.elpd, 0)}.`}
      />
      <Announcement
        text={
          settled && status === 'verdict'
            ? `Prior sd ${picture.knob}. Effect of predators ${formatFixed(posteriors[1].mean, 2)}; score of unseen tanks about ${formatFixed(score.elpd, 0)}.`
            : null
        }
      />
    </Figure>
  );
}

function consequence(sd: number): string {
  if (sd < 0.2) return 'predators can hardly matter';
  if (sd < 0.75) return 'a modest effect at most';
  if (sd < 1.25) return 'a strong effect is believable';
  return 'the data decide';
}
