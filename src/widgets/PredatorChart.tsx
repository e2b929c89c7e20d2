// The tanks with and without predators, and the numbers of the tank that is pointed at.
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import type { NumberTableContent } from '../charts/NumberTable';
import { predatorRows, typicalRows } from '../charts/predator-rows';
import type { PredatorRow, PredatorView, TypicalTanks } from '../charts/predator-rows';
import predatorsChart from '../charts/predators?vega';
import { bandRows, tankRows } from '../charts/tank-rows';
import { estimatesOf } from '../store/estimates';
import type { FitPicture } from '../store/estimates';
import { formatFixed, formatPercent } from '../store/format';
import { tanks } from '../store/predator-tanks';
import './figure-controls.css';

const bands = bandRows(tankRows(tanks));
const symbols = { raw: 'S', estimates: 'p alpha', 'lines:1': 'alpha_bar', 'lines:2': 'beta_P P' };

export function viewOf(picture: FitPicture, typical: TypicalTanks): PredatorView {
  return { tanks: predatorRows(tanks, estimatesOf(picture, 'p')), typical };
}

export interface PredatorChartProps {
  readonly view: PredatorView;
  /** Whether each group has a line of its own. */
  readonly split: boolean;
  readonly description: string;
}

export function PredatorChart({ view, split, description }: PredatorChartProps): ReactNode {
  const [highlight, setHighlight] = useState(0);
  const data = useMemo(() => ({ tanks: view.tanks, bands, lines: typicalRows(view.typical, split) }), [view, split]);
  const signals = useMemo(() => ({ highlight }), [highlight]);
  return (
    <>
      <Chart
        chart={predatorsChart}
        data={data}
        signals={signals}
        description={description}
        symbols={symbols}
        pointField="tank"
        onPoint={(tank) => setHighlight(typeof tank === 'number' ? tank : 0)}
      />
      <p className="figure-readout" aria-hidden="true">
        {readout(view.tanks, highlight)}
      </p>
    </>
  );
}

function readout(rows: readonly PredatorRow[], highlight: number): string {
  const row = rows.find(({ tank }) => tank === highlight);
  if (row === undefined) return 'Point at a tank to read its numbers.';
  return (
    `Tank ${row.tank}, ${row.predators ? 'with' : 'without'} predators: ${row.survived} of ${row.density} survived, ` +
    `${formatPercent(row.raw, 0)}; estimate ${formatPercent(row.estimate, 0)}.`
  );
}

/** `model`: whose estimates they are, in a few words. */
export function numbersOfTanks({ tanks: rows }: PredatorView, model: string): NumberTableContent {
  const cells = () =>
    rows.map(({ tank, density, predators, survived, raw, estimate }) => [
      String(tank),
      String(density),
      predators ? 'yes' : 'no',
      String(survived),
      ...[raw, estimate].map((share) => formatFixed(100 * share, 0)),
    ]);
  return {
    caption: `${rows.length} tanks, shares in percent, ${model}`,
    columns: ['tank', 'tadpoles', 'predators', 'survived', 'raw', 'estimate'],
    rows: cells,
  };
}
