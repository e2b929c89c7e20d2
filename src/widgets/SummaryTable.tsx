// The posterior as a table: population first, the rest on demand; sorted by any column, copied or taken away.
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Figure } from '../charts/Figure';
import { formatEstimate } from '../store/format';
import { useLectureFit } from '../store/lecture-fit';
import { multilevelFit } from '../store/multilevel-fit';
import { useSettings } from '../store/settings';
import { drawsOf } from '../store/shown-draws';
import { summaryRows } from '../store/summary-rows';
import type { SummaryRow } from '../store/summary-rows';
import { useKnobFit } from '../store/use-knob-fit';
import { IntervalMass } from './IntervalMass';
import { MultilevelStatus } from './MultilevelStatus';
import { SeedChoice } from './SeedChoice';
import { TakeAway } from './TakeAway';
import { TakeTable } from './TakeTable';
import { sorted, summaryColumns, summaryCsv } from './summary-columns';
import type { Order } from './summary-columns';
import './figure-controls.css';
import './summary-table.css';

/** What the page speaks of; the tanks' own numbers come on demand. */
const first = ['alpha_bar', 'sigma'];
const draws = drawsOf(multilevelFit);

export function SummaryTable(): ReactNode {
  const picture = useKnobFit(multilevelFit, (state) => state.picture);
  const interval = useSettings((state) => state.interval);
  const [all, setAll] = useState(false);
  const [order, setOrder] = useState<Order>({ by: null, direction: 'ascending' });
  useLectureFit(multilevelFit);
  const rows = useMemo(() => summaryRows(picture), [picture]);
  const shown = sorted(all ? rows : rows.filter(({ name }) => first.includes(name)), order);
  const sort = (by: string | null): void =>
    setOrder((now) => ({
      by,
      direction: now.by === by && now.direction === 'ascending' ? 'descending' : 'ascending',
    }));

  return (
    <Figure
      width="wide"
      title={titleOf(rows)}
      controls={
        <div className="figure-options">
          <label>
            <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} /> All {rows.length}{' '}
            quantities
          </label>
          <IntervalMass />
          <SeedChoice />
        </div>
      }
      status={<MultilevelStatus />}
      caption="A line a quantity, in log-odds; p is a tank’s probability. The interval is the narrowest that holds its share of the draws. The mcse says how far the mean may be off because the draws are finite, and each number has as many digits as that allows. Press a heading to sort."
      menu={
        <>
          <TakeTable name="frogs-multilevel-summary" text={() => summaryCsv(shown)} />
          <TakeAway name="reed frogs multilevel" model="frogs-multilevel" draws={draws} />
        </>
      }
    >
      <div className="summary-table" role="region" aria-label="Summary of the posterior" tabIndex={0} data-all={all}>
        <table>
          <caption className="visually-hidden">Summary of the posterior of the multilevel model</caption>
          <thead>
            <tr>
              <Heading label="quantity" words="quantity" column={null} order={order} onSort={sort} />
              {summaryColumns.map(({ key, label, words }) => (
                <Heading
                  key={key}
                  label={label(interval)}
                  words={words(interval)}
                  column={key}
                  order={order}
                  onSort={sort}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.name}>
                <th scope="row">
                  <Name name={row.name} />
                </th>
                {summaryColumns.map(({ key, text }) => (
                  <td key={key}>{text(row)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Figure>
  );
}

interface HeadingProps {
  readonly label: string;
  readonly words: string;
  readonly column: string | null;
  readonly order: Order;
  readonly onSort: (column: string | null) => void;
}

function Heading({ label, words, column, order, onSort }: HeadingProps): ReactNode {
  const own = order.by === column;
  const mark = own ? (order.direction === 'ascending' ? '▴' : '▾') : '';
  return (
    <th scope="col" aria-sort={own ? order.direction : 'none'}>
      <button type="button" title={`Sort by ${words}`} onClick={() => onSort(column)}>
        {label}
        <span className="summary-order" aria-hidden="true">
          {mark}
        </span>
      </button>
    </th>
  );
}

/** A name of the notation as the equation writes it. */
function Name({ name }: { readonly name: string }): ReactNode {
  const [, base, index] = /^(\w+?)(?:\[(\d+)\])?$/.exec(name) ?? [name, name];
  const written = { alpha_bar: 'α', sigma: 'σ', alpha: 'α' }[base] ?? base;
  return (
    <span className="summary-name" data-symbol={base}>
      <i className={base === 'alpha_bar' ? 'summary-bar' : undefined}>{written}</i>
      {index === undefined ? null : <sub>{index}</sub>}
      {index === undefined ? <small> {name}</small> : null}
    </span>
  );
}

function titleOf(rows: readonly SummaryRow[]): string {
  const sigma = rows.find(({ name }) => name === 'sigma');
  const number = sigma === undefined ? '' : formatEstimate(sigma.mean, sigma.mcse_mean, 2);
  return `Sigma is about ${number}, and nobody had to choose it`;
}
