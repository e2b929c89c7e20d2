// The draws in the order they were made, chain over chain.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../../../charts/Chart';
import { Figure } from '../../../charts/Figure';
import traceChart from '../../../charts/trace?vega';
import { traceData, traceSignals } from '../../../charts/trace-rows';
import { formatCount, formatFixed, formatSignificant } from '../../../store/format';
import type { LabFit } from '../../../store/lab/fits';
import { divergingOf, drawsOf, summaryOf } from '../../../store/lab/results/quantities';
import type { Quantity } from '../../../store/lab/results/quantities';
import { TakeAway } from '../../TakeAway';
import { agreementOf } from './agreement';
import { fileName } from './file-name';
import { useQuantityPage } from './quantity-page';
import type { ResultsProps } from './Results';

const pageSize = 4;

export function TracePanel({ fit }: ResultsProps): ReactNode {
  const { shown, controls } = useQuantityPage(fit, pageSize);
  return (
    <Figure
      width="wide"
      title={agreementOf(fit, shown)}
      controls={controls}
      caption="Each line is a chain. Chains that mix lie over one another like grass; one that drifts, sticks or keeps to its own level has not found the posterior. Red ticks at the bottom mark draws whose trajectory diverged. Of long chains the lowest and highest of each stretch are drawn."
      menu={<TakeAway name={`${fileName(fit)} trace`} />}
    >
      <div className="results-grid">
        {shown.map((quantity) => (
          <Trace key={quantity.name} fit={fit} quantity={quantity} />
        ))}
      </div>
    </Figure>
  );
}

function Trace({ fit, quantity }: { readonly fit: LabFit; readonly quantity: Quantity }): ReactNode {
  const { data, signals, count } = useMemo(() => {
    const chains = drawsOf(fit, quantity);
    return {
      data: traceData(chains, divergingOf(fit)),
      signals: traceSignals(quantity.label, chains),
      count: chains[0]?.length ?? 0,
    };
  }, [fit, quantity]);
  const summary = summaryOf(fit, quantity);
  return (
    <Chart
      chart={traceChart}
      data={data}
      signals={signals}
      description={`Trace of ${quantity.label}: ${fit.runKey.chains} chains of ${formatCount(count)} draws about ${formatSignificant(summary?.mean ?? null, 3)}, R-hat ${formatFixed(summary?.r_hat ?? null, 3)}.`}
    />
  );
}
