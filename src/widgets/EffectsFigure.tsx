// The two causal effects as each estimator sees them, truth dashed: one figure for three, four or five.
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import type { CompiledChart } from '../charts/definition';
import type { NumberTableContent } from '../charts/NumberTable';
import { describePosteriors, posteriorData } from '../charts/posterior-rows';
import type { Posterior } from '../charts/posterior-rows';
import { formatFixed } from '../store/format';
import { useSettings } from '../store/settings';
import { commonStatus, useFitStates } from '../store/use-fit-states';
import { rates, restWorld, useWorld } from '../store/worlds';
import type { Effects } from '../store/worlds';
import { useWorldFits } from '../store/world-fit';
import type { WorldFit, WorldPicture } from '../store/world-fit';
import { Announcement } from './Announcement';
import { DensityChoice } from './DensityChoice';
import { FitsStatus } from './FitsStatus';
import { IntervalMass } from './IntervalMass';
import { SeedChoice } from './SeedChoice';
import { estimatorFits } from './estimator-fits';
import { TakeAway } from './TakeAway';
import { worldName } from './WorldControls';
import type { ShownEstimator } from './estimators';
import { posteriorOf } from './posterior';
import './figure-controls.css';
import './world.css';

export interface EffectsFigureProps {
  readonly title: string;
  readonly chart: CompiledChart;
  readonly estimators: readonly ShownEstimator[];
  readonly fits: readonly WorldFit[];
  /** Sliders of the figure's own. */
  readonly controls?: ReactNode;
  readonly caption?: ReactNode;
}

type Estimand = 'bXY' | 'bZY';

/** Pointing at an estimate marks its symbol in the equations, and the other way round. */
const marked: Readonly<Record<Estimand, Readonly<Record<string, string>>>> = {
  bXY: { estimates: 'bXY' },
  bZY: { estimates: 'bZY' },
};

const symbols: Readonly<Record<Estimand, string>> = { bXY: 'effect of X on Y', bZY: 'effect of Z on Y' };

export function EffectsFigure({ title, chart, estimators, fits, controls, caption }: EffectsFigureProps): ReactNode {
  useWorldFits(fits);
  const { knob, moving } = useWorld();
  const states = useFitStates(fits);
  const interval = useSettings((state) => state.interval);
  const [densities, setDensities] = useState(false);
  const pictures = states.map(({ picture }) => picture);
  const unsettled = moving || pictures.some(({ kind }) => kind === 'preview');
  const settled = commonStatus(states, []).kind === 'verdict';
  const rows = (name: Estimand): Posterior[] =>
    estimators.map((shown, k) => posteriorOf(pictures[k], name, pictures[k].derived.marginals[name], shown));
  const both = { bXY: rows('bXY'), bZY: rows('bZY') };
  const table = effectsTable(title, both, interval);
  const spoken = effectsSentence(both, knob.effects);

  return (
    <Figure
      width="wide"
      title={title}
      controls={
        <>
          {controls}
          <div className="figure-options">
            <DensityChoice shown={densities} onShow={setDensities} />
            <IntervalMass />
            <RateChoice />
            <SeedChoice />
          </div>
        </>
      }
      status={<FitsStatus estimators={estimators} fits={fits} />}
      caption={
        caption ?? (
          <>
            A row an estimator, all fitted to the same data ({worldName(knob.seed)}): mean, central half and {interval}{' '}
            % interval of its posterior. The dashed line is the truth, which only a simulator knows. One world cannot
            say which estimator is better; it can say how they differ.
          </>
        )
      }
      table={table}
      menu={
        <TakeAway
          name={`world ${knob.seed} effects`}
          dataset="mundlak"
          table={table}
          fits={estimatorFits(estimators, knob.rateTau)}
        />
      }
    >
      <div className="world-pair">
        {(['bXY', 'bZY'] as const).map((name) => (
          <Effect
            key={name}
            name={name}
            chart={chart}
            rows={both[name]}
            pictures={pictures}
            truth={knob.effects[name]}
            densities={densities}
            interval={interval}
            unsettled={unsettled}
          />
        ))}
      </div>
      <Announcement text={!unsettled && settled ? spoken : null} />
    </Figure>
  );
}

interface EffectProps {
  readonly name: Estimand;
  readonly chart: CompiledChart;
  readonly rows: readonly Posterior[];
  readonly pictures: readonly WorldPicture[];
  readonly truth: number;
  readonly densities: boolean;
  readonly interval: number;
  readonly unsettled: boolean;
}

function Effect({ name, chart, rows, truth, densities, interval, unsettled }: EffectProps): ReactNode {
  const { from, to } = domainOf(name, truth);
  const data = useMemo(
    () => posteriorData(rows, { from, to }, { truth, densities }),
    [rows, from, to, truth, densities],
  );
  const signals = useMemo(() => ({ from, to, axisTitle: `${symbols[name]}, log-odds` }), [from, to, name]);
  return (
    <Chart
      chart={chart}
      data={data}
      signals={signals}
      preview={unsettled}
      symbols={marked[name]}
      description={`${describePosteriors(rows, symbols[name], interval)} The truth is ${formatFixed(truth, 2)}.`}
    />
  );
}

/** Wide enough for a posterior that is the prior, and locked while nothing but the confound moves. */
function domainOf(name: Estimand, truth: number): { readonly from: number; readonly to: number } {
  const reach = name === 'bXY' ? { low: -1, high: 4 } : { low: -2.5, high: 2.5 };
  return { from: Math.min(reach.low, truth - 2), to: Math.max(reach.high, truth + 2) };
}

/** The lecture prints one rate of tau's prior and runs another. */
function RateChoice(): ReactNode {
  const { knob } = useWorld();
  return (
    <label>
      <span className="world-prior">
        <i>τ</i> ~ Exponential
      </span>
      <select
        value={knob.rateTau}
        aria-label="Rate of tau’s prior"
        onChange={({ target }) => restWorld((now) => ({ ...now, rateTau: Number(target.value) }))}
      >
        {[...new Set([...rates, knob.rateTau])].map((rate) => (
          <option key={rate} value={rate}>
            {rate}
          </option>
        ))}
      </select>
    </label>
  );
}

type Both = Readonly<Record<Estimand, readonly Posterior[]>>;

function effectsTable(title: string, both: Both, interval: number): NumberTableContent {
  const lines = (write: (value: number) => string) => (): string[][] =>
    both.bXY.map(({ label }, k) => [
      label,
      ...[both.bXY[k], both.bZY[k]].flatMap(({ mean, lower, upper }) => [mean, lower, upper].map(write)),
    ]);
  return {
    // Several of these stand on one page, and each is to be told apart.
    caption: `${title}: posterior means and ${interval} % intervals, in log-odds`,
    columns: ['estimator', 'bXY', 'from', 'to', 'bZY', 'from (bZY)', 'to (bZY)'],
    rows: lines((value) => formatFixed(value, 2)),
    exact: lines(String),
  };
}

function effectsSentence(both: Both, { bXY, bZY }: Effects): string {
  const list = (rows: readonly Posterior[]): string =>
    rows.map(({ label, mean }) => `${label} ${formatFixed(mean, 2)}`).join(', ');
  return (
    `Effect of X, in truth ${formatFixed(bXY, 1)}: ${list(both.bXY)}. ` +
    `Effect of Z, in truth ${formatFixed(bZY, 1)}: ${list(both.bZY)}.`
  );
}
