// The unconverged twin: a run that was stopped before it had settled, and what the diagnostics say of it.
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import { describeRanks, rankRows, rankTable } from '../charts/rank-rows';
import ranks from '../charts/ranks?vega';
import { formatFixed } from '../store/format';
import { hasty, hastyVerdict } from '../store/replay';
import { RunStatus } from './RunStatus';
import { TakeAway } from './TakeAway';

const hastyBars = { ...rankRows(hasty.ranks) };
const table = rankTable(hasty.ranks);
const nothing = (): void => undefined;

export function HastyFigure(): ReactNode {
  return (
    <Figure
      width="wide"
      title="A run stopped too early gives a good-looking number and bad ranks"
      status={
        <RunStatus
          status={{ kind: 'verdict', verdict: hastyVerdict }}
          onStop={nothing}
          onRun={nothing}
          promise={{ drawn: () => [hasty] }}
        />
      }
      table={table}
      menu={<TakeAway name="reed frogs stopped too early" model="frogs-multilevel" table={table} />}
      caption={`The same model with ${hasty.warmup} steps of warm-up in place of 1,000, and ${hasty.draws} draws a chain. A panel is a chain, as above. Bars far outside the grey band say that this chain saw another posterior than the others.`}
    >
      <Chart chart={ranks} data={hastyBars} description={describeRanks('sigma', hasty.ranks)} />
      <p className="figure-readout">
        Its mean of sigma is {formatFixed(hasty.mean, 2)}. Its R-hat is {formatFixed(hasty.rhat, 2)}.
      </p>
    </Figure>
  );
}
