// The warm-up of one chain as a timeline, on this site's schedule and on Stan's.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import type { NumberTableContent } from '../charts/NumberTable';
import warmupChart from '../charts/warmup?vega';
import { warmupRows, widths } from '../charts/warmup-rows';
import { formatCount, formatFixed } from '../store/format';
import { warmups } from '../store/warmups';
import type { Warmup } from '../store/warmups';
import { TakeAway } from './TakeAway';
import './flick.css';

const names = { fast: 'this site’s', stan: 'Stan’s' } as const;
const titles = {
  fast: { title: 'This site’s schedule: the metric runs along' },
  stan: { title: 'Stan’s schedule: the metric comes in windows' },
} as const;
type Schedule = keyof typeof names;
const kinds = {
  fixed: 'nothing',
  'step size': 'step size',
  window: 'window: the metric at its end',
  running: 'the metric after each draw',
} as const;

const table: NumberTableContent = {
  caption: 'The phases of both warm-ups, and where step size and widths stand at the end of each',
  columns: ['schedule, from', 'to', 'what adapts', 'step size', ...widths],
  rows: () =>
    (['fast', 'stan'] as const).flatMap((schedule) =>
      warmups[schedule].phases.map(({ kind, first, length }) => {
        const { stepSizes, scales } = warmups[schedule];
        const last = first + length - 1;
        // A window's metric is used from the next transition on.
        const after = Math.min(last + 1, stepSizes.length - 1);
        return [
          `${names[schedule]}, ${first + 1}`,
          String(last + 1),
          kinds[kind],
          formatFixed(stepSizes[last], 2),
          ...scales.map((scale) => formatFixed(scale[after], 2)),
        ];
      }),
    ),
};

export function WarmupTimeline(): ReactNode {
  return (
    <Figure
      width="wide"
      title="A warm-up learns two things: how long a step may be, and how wide the posterior is in each direction"
      status={
        <p>
          Chain 1 of the multilevel reed frogs of page 3, seed 1, 400 warm-up transitions, as this page was built: the
          first one is the warm-up of that page’s own fit.
        </p>
      }
      caption="The band on top is the schedule: pale orange, the metric is estimated anew after each draw; dark orange, draws are collected in a window and the metric changes at its end; blue, only the step size adapts. The step size adapts all the time. Below, the widths that the metric has for three of the 50 unknowns, on logarithmic scales."
      table={table}
      menu={<TakeAway name="sampler warm-up" dataset="frogs" table={table} />}
    >
      <div className="warmup-pair">
        <Timeline schedule="fast" />
        <Timeline schedule="stan" />
      </div>
    </Figure>
  );
}

function Timeline({ schedule }: { readonly schedule: Schedule }): ReactNode {
  const data = useMemo(() => warmupRows(warmups[schedule]), [schedule]);
  return <Chart chart={warmupChart} data={data} signals={titles[schedule]} description={describe(schedule)} />;
}

function describe(schedule: Schedule): string {
  const { phases, stepSize, gradients, scales }: Warmup = warmups[schedule];
  const ends = widths.map((name, k) => `${name} ${formatFixed(scales[k][scales[k].length - 1], 2)}`).join(', ');
  return (
    `On ${names[schedule]} schedule: ${phases.length} phases, ${formatCount(gradients)} gradients, a final step size of ` +
    `${formatFixed(stepSize, 2)}; final widths: ${ends}.`
  );
}
