// Every quantity's mean, spread, interval and diagnostics as a table: sorted by any column, copied or taken away.
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { formatCount, formatFixed } from '../../../store/format';
import { intervalOf, rowsOf } from '../../../store/lab/results/quantities';
import type { QuantityRow } from '../../../store/lab/results/quantities';
import { TakeTable } from '../../TakeTable';
import { sorted, summaryColumns, summaryCsv } from '../../summary-columns';
import type { Order } from '../../summary-columns';
import { fileStem } from '../../take-away/save';
import { Figure } from '../../../charts/Figure';
import { Pager, usePage } from './Pager';
import { fileName } from './file-name';
import type { ResultsProps } from './Results';
import '../../summary-table.css';

const pageSize = 25;

export function SummaryPanel({ fit: settled, preview }: ResultsProps): ReactNode {
  const fit = preview ?? settled;
  const interval = intervalOf(fit);
  const [order, setOrder] = useState<Order>({ by: null, direction: 'ascending' });
  const rows = useMemo(() => rowsOf(fit), [fit]);
  const labels = useMemo(() => new Map(rows.map(({ name, label }) => [name, label])), [rows]);
  const ordered = useMemo(() => sorted(rows, order), [rows, order]);
  const page = usePage(rows.length, pageSize);
  const sort = (by: string | null): void =>
    setOrder((now) => ({ by, direction: now.by === by && now.direction === 'ascending' ? 'descending' : 'ascending' }));
  const headings = [
    { key: null, label: 'quantity', words: 'the order of the text' },
    ...summaryColumns.map(({ key, label, words }) => ({ key, label: label(interval), words: words(interval) })),
  ];
  return (
    <Figure
      width="wide"
      title={preview === null ? titleOf(rows) : 'A glimpse while the knob moves'}
      controls={
        <div className="figure-options">
          <Pager page={page} what="quantities" />
        </div>
      }
      caption={`The ${interval}\u202f% interval is the narrowest that holds its share of the draws. The mcse says how far the mean may be off because the draws are finite, and each number has as many digits as that allows. Press a heading to sort; sorting is over all pages.`}
      menu={<TakeTable name={fileStem('tadpool', fileName(settled), 'summary')} text={() => summaryCsv(ordered)} />}
    >
      <div
        className="summary-table"
        role="region"
        aria-label="Summary of the posterior"
        tabIndex={0}
        data-preview={preview !== null}
      >
        <table>
          <caption className="visually-hidden">Summary of the posterior of {settled.title}</caption>
          <thead>
            <tr>
              {headings.map(({ key, label, words }) => (
                <th key={label} scope="col" aria-sort={order.by === key ? order.direction : 'none'}>
                  <button type="button" title={`Sort by ${words}`} onClick={() => sort(key)}>
                    {label}
                    <span className="summary-order" aria-hidden="true">
                      {order.by === key ? (order.direction === 'ascending' ? '▴' : '▾') : ''}
                    </span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ordered.slice(page.from, page.to).map((row) => (
              <tr key={row.name}>
                <th scope="row">{labels.get(row.name)}</th>
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

function titleOf(rows: readonly QuantityRow[]): string {
  const worst = rows.reduce<number | null>(
    (most, { r_hat }) => (r_hat === null ? most : Math.max(most ?? 0, r_hat)),
    null,
  );
  const hat = worst === null ? 'none of which has an R-hat' : `the largest R-hat is ${formatFixed(worst, 3)}`;
  return rows.length === 1 ? 'One quantity' : `${formatCount(rows.length)} quantities; ${hat}`;
}
