// The data: what share of its tadpoles survived in each tank.
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import type { NumberTableContent } from '../charts/NumberTable';
import { describeTanks } from '../charts/shrinkage-description';
import { bandRows, lineRows, tankRows } from '../charts/tank-rows';
import tanksChart from '../charts/tanks?vega';
import { formatFixed, formatPercent } from '../store/format';
import { TakeAway } from './TakeAway';
import { tanks } from './tanks';
import './figure-controls.css';

const rows = tankRows(tanks);
const rawMean = rows.reduce((total, row) => total + row.raw, 0) / rows.length;
const data = { tanks: rows, bands: bandRows(rows), lines: lineRows([{ name: 'raw mean', value: rawMean }]) };

const table: NumberTableContent = {
  caption: `${rows.length} tanks`,
  columns: ['tank', 'tadpoles', 'survived', 'percent'],
  rows: () =>
    rows.map(({ tank, density, survived, raw }) => [
      String(tank),
      String(density),
      String(survived),
      formatFixed(100 * raw, 0),
    ]),
  exact: () => rows.map(({ tank, density, survived, raw }) => [tank, density, survived, 100 * raw]),
};

export function TanksFigure(): ReactNode {
  const [highlight, setHighlight] = useState(0);
  const signals = useMemo(() => ({ highlight }), [highlight]);
  const row = rows.find(({ tank }) => tank === highlight);
  return (
    <Figure
      width="wide"
      title="Tanks differ a great deal in how many tadpoles live"
      caption="One mark a tank: the share of its tadpoles that survived. Tanks stand in the order of the experiment, in three groups by how many tadpoles they began with. The line is the mean of the tanks."
      table={table}
      menu={<TakeAway name="reed frogs tanks" dataset="frogs" table={table} />}
    >
      <Chart
        chart={tanksChart}
        data={data}
        signals={signals}
        description={describeTanks(rows, rawMean)}
        pointField="tank"
        onPoint={(tank) => setHighlight(typeof tank === 'number' ? tank : 0)}
      />
      <p className="figure-readout" aria-hidden="true">
        {row === undefined
          ? 'Point at a tank to read its numbers.'
          : `Tank ${row.tank}: ${row.survived} of ${row.density} survived, ${formatPercent(row.raw, 0)}.`}
      </p>
    </Figure>
  );
}
