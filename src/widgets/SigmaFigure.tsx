// The figure under the slider sigma: 48 tanks, and the posterior that answers. Pages differ in how they draw it on a phone.
import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import type { NumberTableContent } from '../charts/NumberTable';
import type { CompiledChart, Row } from '../charts/definition';
import { curveRows } from '../charts/population-rows';
import { describeShrinkage, shrinkageFacts } from '../charts/shrinkage-description';
import { bandRows, heroRows, lineRows, shrinkageRows, tankRows } from '../charts/tank-rows';
import type { ShrinkageRow } from '../charts/tank-rows';
import { estimatesOf } from '../store/estimates';
import { fitStatus } from '../store/fit-status';
import { formatFixed, formatPercent } from '../store/format';
import { connectFrogsFit, frogsFit, sigmaScale } from '../store/frogs-fit';
import { useSettings } from '../store/settings';
import { drawsOf } from '../store/shown-draws';
import { useKnobFit } from '../store/use-knob-fit';
import { Announcement } from './Announcement';
import { FitLine } from './FitLine';
import { IntervalChoice } from './IntervalChoice';
import { KnobSlider } from './KnobSlider';
import { SeedChoice } from './SeedChoice';
import { TakeAway } from './TakeAway';
import { useRoomForIntervals } from './use-room';
import { poolingWords, sigmaStops } from './sigma';
import { tanks } from './tanks';
import './figure-controls.css';

const bands = bandRows(tankRows(tanks));
/** What the marks show of the model; the second of the lines is the typical tank's. */
const symbols = { raw: 'S D', estimates: 'p alpha', 'lines:2': 'alpha_bar', 'labels:2': 'alpha_bar' };

const draws = drawsOf(frogsFit);

type FrogsPicture = ReturnType<typeof frogsFit.store.getState>['picture'];

export interface SigmaFigureProps {
  /** `shrinkage` or `hero`. */
  readonly chart: CompiledChart;
  /** Whether a phone has room for the chart's intervals too. */
  readonly phoneIntervals?: boolean;
  /** What the caption adds about the drawing. */
  readonly note?: ReactNode;
}

export function SigmaFigure({ chart, phoneIntervals = false, note }: SigmaFigureProps): ReactNode {
  // Not the run: its progress is the status line's.
  const { knob, moving, picture } = useKnobFit(frogsFit, ({ knob, moving, picture }) => ({ knob, moving, picture }));
  const status = useKnobFit(frogsFit, (state) => fitStatus(state).kind);
  const interval = useSettings((state) => state.interval);
  const room = useRoomForIntervals();
  const [asked, setAsked] = useState<boolean | null>(null);
  const withIntervals = asked ?? (room || phoneIntervals);
  const [highlight, setHighlight] = useState(0);
  const rows = useMemo(() => shrinkageRows(tanks, estimatesOf(picture, 'p')), [picture]);
  const data = useMemo(
    () => ({
      tanks: heroRows(rows),
      bands,
      lines: linesOf(rows, picture.derived),
      curve: populationCurve(picture),
    }),
    [rows, picture],
  );
  const signals = useMemo(
    () => ({ highlight, ...(asked === null ? {} : { intervals: asked }), intervalName: `${interval}\u202f% interval` }),
    [highlight, asked, interval],
  );
  useEffect(connectFrogsFit, []);
  const unsettled = picture.kind === 'preview';
  const table = numbersOf(rows, interval);
  const description = describeShrinkage(rows, picture.knob, picture.derived.typical);
  const [spoken, setSpoken] = useState(description);
  if (!moving && !unsettled && spoken !== description) setSpoken(description);

  return (
    <Figure
      width="wide"
      title="The smaller sigma, the more every tank is pulled toward the typical tank"
      controls={
        <>
          <KnobSlider
            label="how much tanks differ"
            symbol="σ"
            of="sigma"
            value={knob}
            scale={sigmaScale}
            consequence={poolingWords}
            stops={sigmaStops}
            onMove={frogsFit.move}
            onRest={frogsFit.rest}
          />
          <div className="figure-options">
            <IntervalChoice shown={withIntervals} onShow={setAsked} />
            <SeedChoice />
          </div>
        </>
      }
      status={<FitLine fit={frogsFit} />}
      caption={
        <>
          Each tank twice: a hollow mark where its raw proportion of survivors lies, a filled one where the posterior
          mean of its survival lies, and a thin line for the way between. Three lines cross the tanks: the mean of the
          raw proportions, the typical tank (the middle of the population) and the average over the population.{note}
        </>
      }
      table={table}
      menu={
        <TakeAway
          name={`reed frogs sigma ${picture.knob} seed ${picture.seed}`}
          model="frogs-fixed-sigma"
          knobs={{ sigma: picture.knob }}
          table={table}
          draws={draws}
        />
      }
    >
      <Chart
        chart={chart}
        data={data}
        signals={signals}
        description={spoken}
        preview={unsettled}
        symbols={symbols}
        pointField="tank"
        onPoint={(tank) => setHighlight(typeof tank === 'number' ? tank : 0)}
      />
      <p className="figure-readout" aria-hidden="true">
        {readout(rows, highlight)}
      </p>
      <Announcement text={!moving && !unsettled && status === 'verdict' ? announcementOf(picture.knob, rows) : null} />
    </Figure>
  );
}

/**
 * The population that a new tank would come from, in its own draws' spread: alpha_bar's posterior is as good as normal, and a normal of
 * normals is the normal of the summed variances.
 */
function populationCurve({ parameters, summary, knob }: FrogsPicture): readonly Row[] {
  const place = parameters.variables.find(({ name }) => name === 'alpha_bar');
  if (place === undefined) throw new Error('the model has no alpha_bar');
  const { mean, sd } = summary.parameters[place.offset];
  return curveRows([mean ?? NaN], Math.sqrt((sd ?? NaN) ** 2 + knob ** 2));
}

function linesOf(rows: readonly ShrinkageRow[], { typical, average }: { typical: number; average: number }) {
  const raw = rows.reduce((total, row) => total + row.raw, 0) / rows.length;
  return lineRows([
    { name: 'raw mean', value: raw },
    { name: 'typical tank', value: typical },
    { name: 'population average', value: average },
  ]);
}

function readout(rows: readonly ShrinkageRow[], highlight: number): string {
  const row = rows.find(({ tank }) => tank === highlight);
  if (row === undefined) return 'Point at a tank to read its numbers.';
  return (
    `Tank ${row.tank}: ${row.survived} of ${row.density} survived, ${formatPercent(row.raw, 0)}; ` +
    `estimate ${formatPercent(row.estimate, 0)}, interval ${formatFixed(100 * row.lower, 0)} to ${formatPercent(row.upper, 0)}.`
  );
}

function announcementOf(sigma: number, rows: readonly ShrinkageRow[]): string {
  const { lowest, highest, pulled } = shrinkageFacts(rows);
  const percent = (proportion: number): string => formatFixed(100 * proportion, 0);
  return (
    `Sigma ${sigma}. Estimates span ${percent(lowest)} to ${percent(highest)} percent; ` +
    `tanks pulled ${percent(pulled)} points on average.`
  );
}

function numbersOf(rows: readonly ShrinkageRow[], interval: number): NumberTableContent {
  return {
    caption: `${rows.length} tanks, in percent`,
    columns: ['tank', 'tadpoles', 'survived', 'raw', 'estimate', `${interval} % from`, 'to'],
    rows: () =>
      rows.map((row) => [
        String(row.tank),
        String(row.density),
        String(row.survived),
        ...sharesOf(row).map((share) => formatFixed(100 * share, 0)),
      ]),
    exact: () => rows.map((row) => [row.tank, row.density, row.survived, ...sharesOf(row).map((share) => 100 * share)]),
  };
}

function sharesOf({ raw, estimate, lower, upper }: ShrinkageRow): readonly number[] {
  return [raw, estimate, lower, upper];
}
