// Whether the fit would make data like the observed: how values are spread, and row by row.
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../../../charts/Chart';
import { Figure } from '../../../charts/Figure';
import countsChart from '../../../charts/predictive-counts?vega';
import intervalsChart from '../../../charts/predictive-intervals?vega';
import { countData, countSignals, predictedData, predictedSignals } from '../../../charts/predictive-rows';
import { formatCount, formatPercent, formatSignificant } from '../../../store/format';
import { usePredictiveView } from '../../../store/lab/results/predictive';
import type { PredictiveView } from '../../../store/lab/results/predictive';
import { TakeAway } from '../../TakeAway';
import { fileName } from './file-name';
import { ObservedChoice } from './ObservedChoice';
import { Pager, usePage } from './Pager';
import type { Page } from './Pager';
import type { ResultsProps } from './Results';
import { Waiting } from './Waiting';

const pageSize = 40;

export function PredictivePanel({ fit }: ResultsProps): ReactNode {
  const { observed } = fit.names;
  const [wanted, setWanted] = useState(observed[0] ?? '');
  const name = observed.includes(wanted) ? wanted : (observed[0] ?? '');
  const state = usePredictiveView(fit, name);
  const view = state?.kind === 'done' ? state.value : null;
  const page = usePage(view?.rows.observed.length ?? 0, pageSize);
  const table = useMemo(() => (view === null ? undefined : tableOf(view, name)), [view, name]);
  return (
    <Figure
      width="wide"
      title={view === null ? `Would the model make data like ${name}?` : titleOf(view)}
      controls={
        <div className="figure-options">
          <ObservedChoice names={observed} name={name} onChoose={setWanted} />
          <Pager page={page} what="rows" />
        </div>
      }
      caption={captionOf(view, name)}
      {...(table === undefined ? {} : { table })}
      menu={<TakeAway name={`${fileName(fit)} predictions ${name}`} {...(table === undefined ? {} : { table })} />}
    >
      {view === null ? (
        <Waiting state={state} doing="Data sets are being simulated from the draws." />
      ) : (
        <>
          <Counts view={view} name={name} />
          <Rows view={view} name={name} page={page} />
        </>
      )}
    </Figure>
  );
}

interface ViewProps {
  readonly view: PredictiveView;
  readonly name: string;
}

function Counts({ view, name }: ViewProps): ReactNode {
  const { bins, whole, sets } = view;
  const percent = percentOf(view);
  const data = useMemo(() => countData(bins, whole), [bins, whole]);
  const signals = useMemo(
    () => countSignals(bins, whole, { axis: name, simulated: `dots: middle of simulated, with ${percent} of them` }),
    [bins, whole, name, percent],
  );
  const outside = bins.observed.filter((count, k) => count < bins.lower[k] || count > bins.upper[k]).length;
  return (
    <Chart
      chart={countsChart}
      data={data}
      signals={signals}
      description={`How the values of ${name} are spread over ${bins.observed.length} bins, and how those of ${sets} simulated data sets are. In ${outside} bins the observed count lies outside what ${percent} of the simulated ones hold.`}
    />
  );
}

function Rows({ view, name, page: { from, to } }: ViewProps & { readonly page: Page }): ReactNode {
  const { rows } = view;
  const data = useMemo(() => predictedData(rows, from, to), [rows, from, to]);
  const signals = useMemo(
    () => predictedSignals(rows, from, to, `${name}; hollow: observed, bars: simulated`),
    [rows, from, to, name],
  );
  const outside = data.rows.filter((row) => row.outside === true).length;
  return (
    <Chart
      chart={intervalsChart}
      data={data}
      signals={signals}
      description={`Rows ${from + 1} to ${to} of ${name}, observed and as simulated: ${outside} of them lie outside their interval.`}
    />
  );
}

function percentOf({ probability }: PredictiveView): string {
  return formatPercent(probability, 0);
}

function titleOf(view: PredictiveView): string {
  const { outside, rows } = view;
  const inside = (rows.observed.length - outside) / Math.max(1, rows.observed.length);
  return `${formatPercent(inside, 0)} of the rows lie within the ${percentOf(view)} interval that the fit gives them`;
}

function captionOf(view: PredictiveView | null, name: string): string {
  if (view === null) return 'Data simulated from the draws, beside those that were observed.';
  return (
    `${formatCount(view.sets)} data sets were simulated, each from one draw. Above: how many rows hold which value of ${name}; the outermost ` +
    `bins hold what lies beyond. Below: each row’s observed value over the interval of its simulated ones, red diamonds where it lies ` +
    `outside. The model has seen these very rows, so it should do well here; LOO asks how it does on rows that it has not seen.`
  );
}

function tableOf({ rows, probability }: PredictiveView, name: string) {
  const percent = Math.round(100 * probability);
  const cells = (row: number) => [rows.observed[row], rows.middle[row], rows.lower[row], rows.upper[row]];
  // A page bears so many lines; the file has them all.
  const most = 200;
  const count = rows.observed.length;
  return {
    caption: count > most ? `The first ${most} of ${formatCount(count)} rows; the CSV has all` : `${count} rows`,
    columns: ['row', name, 'middle of simulated', `${percent} % from`, 'to'],
    rows: () =>
      Array.from({ length: Math.min(most, count) }, (_, row) => [
        String(row + 1),
        ...cells(row).map((value) => formatSignificant(value, 4)),
      ]),
    exact: () => Array.from({ length: count }, (_, row) => [row + 1, ...cells(row)]),
  };
}
