// Five hundred draws of the funnel at a step size of the reader's choice: steps break first in the neck.
import { useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import type { NumberTableContent } from '../charts/NumberTable';
import { contourRows } from '../charts/flick-rows';
import { groundFrames } from '../charts/flick-frame';
import wanderChart from '../charts/wander?vega';
import { countIn, stretches, wanderRows } from '../charts/wander-rows';
import { formatCount, formatFixed } from '../store/format';
import { contours } from '../store/flick';
import { useSettings } from '../store/settings';
import { chooseStep, connectWandering, useWandering, wanderSteps } from '../store/wandering';
import type { Wandering } from '../store/wandering';
import { Announcement } from './Announcement';
import { StepSlider } from './StepSlider';
import { TakeAway } from './TakeAway';
import './figure-controls.css';
import './flick.css';

const lines = contourRows(contours.funnel, groundFrames.funnel);

export function FunnelDivergences(): ReactNode {
  const { stepSize, shown, work } = useWandering();
  const seed = useSettings((settings) => settings.seed);
  useEffect(connectWandering, []);
  const { wandering } = shown;
  const data = useMemo(() => ({ contours: lines, ...wanderRows(wandering) }), [wandering]);
  const draws = wandering.draws.length / 2;
  const broke = wandering.broke.length / 2;
  const low = countIn(wandering.broke, { from: -Infinity, to: -1 });
  const story =
    `Step size ${shown.stepSize}: ${formatCount(broke)} of ${formatCount(draws)} transitions diverged` +
    (broke === 0 ? '.' : `, ${formatCount(low)} of them at v below \u22121, where sigma is below 0.37.`);
  const table = tableOf(wandering, shown.stepSize);
  return (
    <Figure
      width="wide"
      title="Steps break first in the neck, and then draws are missing from there"
      controls={
        <StepSlider
          label="Step size"
          value={stepSize}
          values={wanderSteps}
          consequence={work === 'rest' ? `${formatCount(broke)} divergences` : 'sampling'}
          onMove={chooseStep}
        />
      }
      status={
        <p>
          {work === 'failed'
            ? 'The sampler stopped. Move the slider to try again.'
            : `One chain of NUTS, ${formatCount(draws)} draws, fixed step size, unit metric, seed ${seed}. Not to be relied on: that is the point.`}
        </p>
      }
      caption="Dots are draws, crosses are where a step began that broke. The bars count the draws by v, and the dashed line is what is exact: v is normal with standard deviation 1.5."
      table={table}
      menu={<TakeAway name={`sampler funnel divergences step ${shown.stepSize}`} dataset="frogs" table={table} />}
    >
      <Chart chart={wanderChart} data={data} description={story} preview={work === 'asking'} />
      <p className="figure-readout" aria-hidden="true">
        {story}
      </p>
      <Announcement text={work === 'rest' ? story : null} />
    </Figure>
  );
}

function tableOf({ draws, broke }: Wandering, stepSize: number): NumberTableContent {
  return {
    caption: `Draws and divergences by v, step size ${stepSize}`,
    columns: ['v', 'draws', 'expected', 'divergences'],
    rows: () =>
      stretches.map((stretch) => [
        stretch.name,
        formatCount(countIn(draws, stretch)),
        formatFixed((stretch.share * draws.length) / 2, 0),
        formatCount(countIn(broke, stretch)),
      ]),
  };
}
