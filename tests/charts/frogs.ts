// The 48 tanks with estimates made up by a fixed rule: what the chart tests draw.
import { readFileSync } from 'node:fs';
import type { ChartData } from '../../src/charts/definition';
import { bandRows, lineRows, shrinkageRows } from '../../src/charts/tank-rows';
import type { ShrinkageRow } from '../../src/charts/tank-rows';

function frogs(): { readonly density: number[]; readonly survived: number[] } {
  const text = readFileSync(new URL('../../public/data/frogs.csv', import.meta.url), 'utf8');
  const [header, ...lines] = text.trim().split('\n');
  const columns = header.split(',');
  const column = (name: string) => lines.map((line) => Number(line.split(',')[columns.indexOf(name)]));
  return { density: column('density'), survived: column('survived') };
}

const tanks = frogs();
/** Two survivors and two deaths added to each tank. */
const mean = tanks.survived.map((survived, t) => (survived + 2) / (tanks.density[t] + 4));

export const rows: readonly ShrinkageRow[] = shrinkageRows(tanks, {
  mean,
  lower: mean.map((p) => p - 0.1),
  upper: mean.map((p) => p + 0.1),
});

export const lineValues = { raw: 0.72, typical: 0.79, average: 0.725 };

export const data: ChartData = {
  tanks: rows,
  bands: bandRows(rows),
  lines: lineRows([
    { name: 'raw mean', value: lineValues.raw },
    { name: 'typical tank', value: lineValues.typical },
    { name: 'population average', value: lineValues.average },
  ]),
};
