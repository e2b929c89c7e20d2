// Where each quantity lies: the density of all draws, and of each chain by itself.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../../../charts/Chart';
import { Figure } from '../../../charts/Figure';
import { marginalData, marginalSignals } from '../../../charts/marginal-rows';
import marginalsChart from '../../../charts/marginals?vega';
import { formatEstimate } from '../../../store/format';
import type { LabFit } from '../../../store/lab/fits';
import { useHeldLooks, useLooks } from '../../../store/lab/results/looks';
import type { QuantityLook } from '../../../store/lab/results/looks';
import { intervalOf, summaryOf } from '../../../store/lab/results/quantities';
import type { Quantity } from '../../../store/lab/results/quantities';
import { TakeAway } from '../../TakeAway';
import { fileName } from './file-name';
import { useQuantityPage } from './quantity-page';
import type { ResultsProps } from './Results';
import { Waiting } from './Waiting';

const pageSize = 6;

export function DensityPanel({ fit, preview }: ResultsProps): ReactNode {
  const { shown, controls } = useQuantityPage(fit, pageSize);
  const { fit: drawn, looks } = useHeldLooks(preview ?? fit, shown);
  const settled = useLooks(fit, shown);
  const dashed = fit.truth === null ? '' : ' The dashed line is what the data were simulated with.';
  return (
    <Figure
      width="wide"
      title={titleOf(fit, shown)}
      controls={controls}
      caption={`Filled: all draws. Lines: each chain by itself; where they part, the chains have not run long enough. The bar at the bottom is the ${intervalOf(fit)}\u202f% interval, the dot the mean.${dashed}`}
      menu={<TakeAway name={`${fileName(fit)} densities`} />}
    >
      {looks?.kind === 'done' ? (
        <div className="results-grid">
          {looks.value.map((look, k) => (
            <Density
              key={look.name}
              fit={drawn}
              quantity={shown[k]}
              look={look}
              settled={settled?.kind === 'done' ? (settled.value[k]?.whole ?? null) : null}
              preview={preview !== null}
            />
          ))}
        </div>
      ) : (
        <Waiting state={looks} doing="The densities are being drawn through the draws." />
      )}
    </Figure>
  );
}

function titleOf(fit: LabFit, [first]: readonly Quantity[]): string {
  if (first === undefined) return 'There is nothing to show';
  const summary = summaryOf(fit, first);
  const [mean, lower, upper] = [summary?.mean, summary?.hdi_lower, summary?.hdi_upper].map((value) =>
    formatEstimate(value ?? null, summary?.mcse_mean ?? null, 2),
  );
  return `${first.label} is about ${mean}, and between ${lower} and ${upper} with a probability of ${intervalOf(fit)}\u202f%`;
}

interface DensityProps {
  readonly fit: LabFit;
  readonly quantity: Quantity;
  readonly look: QuantityLook;
  /** Of the fit at rest, whose axis is kept. */
  readonly settled: QuantityLook['whole'];
  readonly preview: boolean;
}

function Density({ fit, quantity, look, settled, preview }: DensityProps): ReactNode {
  const { label } = quantity;
  const drawn = useMemo(() => {
    const summary = summaryOf(fit, quantity);
    const { whole, chains } = look;
    if (whole === null || summary?.mean == null || summary.hdi_lower === null || summary.hdi_upper === null)
      return null;
    const truth = fit.truth?.[quantity.name] ?? null;
    const ends = { mean: summary.mean, lower: summary.hdi_lower, upper: summary.hdi_upper };
    const content = { title: label, whole, chains, truth, ...ends };
    return {
      data: marginalData(content),
      signals: marginalSignals({ ...content, chains: [...chains, settled] }),
      summary,
    };
  }, [fit, quantity, look, label, settled]);
  if (drawn === null)
    return <p className="results-waiting">{label} does not vary, or not all its draws are numbers.</p>;
  const { data, signals, summary } = drawn;
  const number = (value: number | null): string => formatEstimate(value, summary.mcse_mean, 2);
  return (
    <Chart
      chart={marginalsChart}
      data={data}
      signals={signals}
      preview={preview}
      description={`Density of ${label}: mean ${number(summary.mean)}, ${intervalOf(fit)} percent interval from ${number(summary.hdi_lower)} to ${number(summary.hdi_upper)}.`}
    />
  );
}
