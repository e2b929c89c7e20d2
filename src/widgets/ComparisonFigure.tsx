// Learned sigma against sigma fixed at 1: exact scores of unseen tanks, and what importance sampling makes of them.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import comparisonChart from '../charts/comparison?vega';
import { comparisonRows } from '../charts/comparison-rows';
import { Figure } from '../charts/Figure';
import type { NumberTableContent } from '../charts/NumberTable';
import { comparison } from '../store/comparison';
import type { ComparedModel } from '../store/comparison';
import { formatCount, formatFixed } from '../store/format';
import { TakeAway } from './TakeAway';
import './comparison-figure.css';

const { exact, psis, names, tanks, threshold } = comparison;
const methods = [
  { method: 'exact', models: exact },
  { method: 'PSIS', models: psis },
];

const table: NumberTableContent = {
  caption: `${tanks.length} tanks: scores and Pareto k`,
  columns: ['tank', ...['exact', 'PSIS', 'k'].flatMap((what) => names.map((name) => `${what}, ${name}`))],
  rows: () => tanks.map((tank, t) => [String(t + 1), ...numbersOf(tank).map((value) => formatFixed(value, 2))]),
  exact: () => tanks.map((tank, t) => [String(t + 1), ...numbersOf(tank).map(String)]),
};

function numbersOf({ exact: left, psis: right, k }: (typeof tanks)[number]): readonly number[] {
  return [...left, ...right, ...k];
}

export function ComparisonFigure(): ReactNode {
  const data = useMemo(() => ({ ...comparisonRows(methods) }), []);
  const [best, other] = exact;
  const description =
    `Scores of tanks left out, elpd with standard error, higher is better. Exact: ${best.name} ${score(best.elpd)} plus or minus ${fixed(best.se)}, ` +
    `${other.name} ${score(other.elpd)} plus or minus ${fixed(other.se)}; the difference is ${fixed(-other.elpdDiff)} plus or minus ${fixed(other.dse)}. ` +
    `By importance sampling both come out higher, ${psis.map(({ name, elpd }) => `${name} ${score(elpd)}`).join(', ')}, which is wrong.`;
  return (
    <Figure
      title="Learning sigma predicts an unseen tank better than fixing it at 1"
      status={<p>Computed when this page was built: exact by quadrature, PSIS from 4 chains of 1,000 draws, seed 1.</p>}
      caption="A mark is a model’s score over all tanks, each left out in turn, and its bar one standard error. The triangle above the second model is the same score with the standard error of the difference, which is smaller, because both models find the same tanks hard. Under PSIS, the quick estimate, k tells for how many tanks it fails."
      table={table}
      menu={<TakeAway name="reed frogs comparison" model="frogs-multilevel" table={table} />}
    >
      <Chart chart={comparisonChart} data={data} description={description} />
      <ComparisonTable />
    </Figure>
  );
}

interface Line {
  readonly label: string;
  readonly text: (model: ComparedModel, rank: number, method: string) => string;
}

const lines: readonly Line[] = [
  { label: 'rank', text: (_, rank) => String(rank) },
  // Quadrature has no Monte Carlo error.
  { label: 'elpd_loo', text: ({ elpd }, _, method) => formatFixed(elpd, method === 'exact' ? 2 : 1) },
  { label: 'se', text: ({ se }) => fixed(se) },
  // Made from draws: its Monte Carlo error leaves no decimal.
  { label: 'p_loo', text: ({ p }) => formatCount(p) },
  { label: 'elpd_diff', text: ({ elpdDiff }) => fixed(elpdDiff) },
  { label: 'dse', text: ({ dse }) => fixed(dse) },
  { label: 'weight', text: ({ weight }) => formatFixed(weight, 2) },
  { label: 'deviance', text: ({ elpd }) => fixed(-2 * elpd) },
];

function ComparisonTable(): ReactNode {
  const methodHeads = methods.map(({ method }) => (
    <th key={method} scope="colgroup" colSpan={2}>
      {method}
    </th>
  ));
  const psisModels = psis.map(({ name }) => name);
  return (
    <div className="comparison-table" role="region" aria-label="The comparison as a table" tabIndex={0}>
      <table>
        <caption className="visually-hidden">Two models compared, exactly and by importance sampling</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">quantity</span>
            </th>
            {methodHeads}
          </tr>
          <tr>
            <th scope="col">
              <span className="visually-hidden">quantity</span>
            </th>
            {methods.flatMap(({ method, models }) =>
              models.map(({ name }) => (
                <th key={`${method} ${name}`} scope="col" data-method={method}>
                  {name}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, text }) => (
            <tr key={label} data-line={label}>
              <th scope="row">{label}</th>
              {methods.flatMap(({ method, models }) =>
                models.map((model, rank) => (
                  <td key={`${method} ${model.name}`} data-method={method}>
                    {text(model, rank + 1, method)}
                  </td>
                )),
              )}
            </tr>
          ))}
          <tr>
            <th scope="row">warning</th>
            <td colSpan={2}>none</td>
            {psisModels.map((name) => (
              <td key={name} className="comparison-warning" data-method="PSIS">
                {warningOf(name)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function warningOf(name: string): string {
  const place = names[0] === name ? 0 : 1;
  const above = tanks.filter(({ k }) => k[place] > threshold).length;
  return above === 0 ? 'none' : `k > ${formatFixed(threshold, 1)} in ${formatCount(above)} of ${tanks.length}`;
}

function fixed(value: number): string {
  return formatFixed(value, 1);
}

function score(value: number): string {
  return `minus ${formatFixed(-value, 1)}`;
}
