// Many quantities on one axis, a row each.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../../../charts/Chart';
import { Figure } from '../../../charts/Figure';
import forest12 from '../../../charts/forest-12?vega';
import forest24 from '../../../charts/forest-24?vega';
import forest6 from '../../../charts/forest-6?vega';
import { forestData, forestSignals } from '../../../charts/forest-rows';
import type { ForestQuantity } from '../../../charts/forest-rows';
import { formatEstimate, formatFixed } from '../../../store/format';
import type { LabFit } from '../../../store/lab/fits';
import { useHeldLooks } from '../../../store/lab/results/looks';
import type { QuantityLook } from '../../../store/lab/results/looks';
import { intervalOf, summaryOf, vectorsOf } from '../../../store/lab/results/quantities';
import type { Quantity } from '../../../store/lab/results/quantities';
import { TakeAway } from '../../TakeAway';
import { fileName } from './file-name';
import { useQuantityPage } from './quantity-page';
import type { ResultsProps } from './Results';
import { Waiting } from './Waiting';

const pageSize = 24;

export function ForestPanel({ fit, preview }: ResultsProps): ReactNode {
  // What is one and the same quantity many times over belongs on one axis.
  const { shown, chosen, controls } = useQuantityPage(fit, pageSize, vectorsOf(fit)[0] ?? '');
  const { fit: drawn, looks } = useHeldLooks(preview ?? fit, shown);
  const interval = intervalOf(fit);
  const rows = useMemo(
    () => (looks?.kind === 'done' ? rowsOf(drawn, shown, looks.value) : null),
    [drawn, shown, looks],
  );
  const signals = useMemo(
    () =>
      forestSignals(
        // While a knob moves the axis may widen, and never slides.
        [fit, drawn].flatMap((one) => chosen.flatMap((quantity) => endsOf(one, quantity))),
        `mean and ${interval}\u202f% interval`,
      ),
    [fit, drawn, chosen, interval],
  );
  const data = useMemo(() => (rows === null ? null : forestData(rows)), [rows]);
  const table = useMemo(() => (rows === null ? undefined : tableOf(rows, interval)), [rows, interval]);
  const chart = shown.length <= 6 ? forest6 : shown.length <= 12 ? forest12 : forest24;
  const dashed = fit.truth === null ? '' : ' Dashed: what the data were simulated with.';
  return (
    <Figure
      width="wide"
      title={titleOf(fit, chosen)}
      controls={controls}
      caption={`Thin: the ${interval}\u202f% interval; thick: the 50\u202f% one; the dot is the mean, which stands as a number at the end.${dashed} The axis is the same on every page.`}
      {...(table === undefined ? {} : { table })}
      menu={<TakeAway name={`${fileName(fit)} forest`} {...(table === undefined ? {} : { table })} />}
    >
      {rows === null || data === null ? (
        <Waiting state={looks} doing="The intervals are being found." />
      ) : (
        <Chart
          chart={chart}
          data={data}
          signals={signals}
          description={describe(rows, interval)}
          preview={preview !== null}
        />
      )}
    </Figure>
  );
}

function rowsOf(
  fit: LabFit,
  quantities: readonly Quantity[],
  looks: readonly QuantityLook[],
): readonly ForestQuantity[] {
  return quantities.flatMap((quantity, k) => {
    const summary = summaryOf(fit, quantity);
    const [ends] = endsOf(fit, quantity);
    const half = looks[k]?.half ?? null;
    if (summary?.mean == null || ends === undefined || half === null) return [];
    return [
      {
        label: quantity.label,
        mean: summary.mean,
        mcse: summary.mcse_mean,
        ...ends,
        innerLower: half.lower,
        innerUpper: half.upper,
        truth: fit.truth?.[quantity.name] ?? null,
      },
    ];
  });
}

function endsOf(fit: LabFit, quantity: Quantity) {
  const summary = summaryOf(fit, quantity);
  if (summary === null || summary.hdi_lower === null || summary.hdi_upper === null) return [];
  return [{ lower: summary.hdi_lower, upper: summary.hdi_upper }];
}

function titleOf(fit: LabFit, chosen: readonly Quantity[]): string {
  const means = chosen.flatMap((quantity) => {
    const mean = summaryOf(fit, quantity)?.mean ?? null;
    return mean === null ? [] : [{ mean, label: quantity.label }];
  });
  if (means.length < 2) return 'Mean and intervals';
  const least = means.reduce((low, one) => (one.mean < low.mean ? one : low));
  const most = means.reduce((high, one) => (one.mean > high.mean ? one : high));
  return `From ${least.label}, ${formatFixed(least.mean, 2)} on average, to ${most.label}, ${formatFixed(most.mean, 2)}`;
}

function describe(rows: readonly ForestQuantity[], interval: number): string {
  const each = rows.map(
    ({ label, mean, mcse, lower, upper }) =>
      `${label}: ${formatEstimate(mean, mcse, 2)}, from ${formatEstimate(lower, mcse, 2)} to ${formatEstimate(upper, mcse, 2)}`,
  );
  return `Posterior mean and ${interval} percent interval. ${each.join('. ')}.`;
}

function tableOf(rows: readonly ForestQuantity[], interval: number) {
  const cells = ({ mean, lower, upper, innerLower, innerUpper }: ForestQuantity) => [
    mean,
    lower,
    upper,
    innerLower,
    innerUpper,
  ];
  return {
    caption: 'The quantities of this page',
    columns: ['quantity', 'mean', `${interval} % from`, 'to', '50 % from', 'to (50 %)'],
    rows: () => rows.map((row) => [row.label, ...cells(row).map((value) => formatEstimate(value, row.mcse, 3))]),
    exact: () => rows.map((row) => [row.label, ...cells(row)]),
  };
}
