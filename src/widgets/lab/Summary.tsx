// Estimates while the chains run, and the summary of the fit when they are done.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { formatSignificant } from '../../store/format';
import type { LabFit } from '../../store/lab/fits';
import { useLab } from '../../store/lab/page-lab';
import { labPicture } from '../../store/lab/status';
import { useSettings } from '../../store/settings';
import { summaryRows } from '../../store/summary-rows';
import { sorted, summaryColumns } from '../summary-columns';
import type { Order } from '../summary-columns';
import '../summary-table.css';

const mostShown = 30;

export function Early(): ReactNode {
  const early = useLab((state) => state.early);
  const running = useLab((state) => state.run.kind === 'sampling');
  if (!running || early.length === 0) return null;
  return (
    <section className="lab-early" aria-label="So far">
      <h3>So far</h3>
      <div className="summary-table" role="region" aria-label="Estimates so far" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">quantity</th>
              <th scope="col">mean</th>
              <th scope="col">sd</th>
            </tr>
          </thead>
          <tbody>
            {early.slice(0, mostShown).map(({ name, estimate }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{formatSignificant(estimate.mean, 3)}</td>
                <td>{formatSignificant(estimate.sd, 3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Vectors come after single numbers: what is many stands below what is one. */
export function Summary({ fit }: { readonly fit: LabFit }): ReactNode {
  const interval = useSettings((state) => state.interval);
  const [all, setAll] = useState(false);
  const [order, setOrder] = useState<Order>({ by: null, direction: 'ascending' });
  const rows = summaryRows(labPicture(fit));
  const single = rows.filter(({ name }) => !name.includes('['));
  const ordered = sorted(
    order.by === null ? [...single, ...rows.filter(({ name }) => name.includes('['))] : rows,
    order,
  );
  const shown = all ? ordered : ordered.slice(0, mostShown);
  const sort = (by: string | null): void =>
    setOrder((now) => ({ by, direction: now.by === by && now.direction === 'ascending' ? 'descending' : 'ascending' }));
  return (
    <section className="lab-summary" aria-label="Summary">
      <h3>Summary</h3>
      <div className="summary-table" role="region" aria-label="Summary of the posterior" tabIndex={0} data-all={all}>
        <table>
          <caption className="visually-hidden">Summary of the posterior of {fit.title}</caption>
          <thead>
            <tr>
              {[
                { key: null, label: 'quantity' },
                ...summaryColumns.map(({ key, label }) => ({ key, label: label(interval) })),
              ].map(({ key, label }) => (
                <th key={label} scope="col" aria-sort={order.by === key ? order.direction : 'none'}>
                  <button type="button" onClick={() => sort(key)}>
                    {label}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.name}>
                <th scope="row">{labelled(row.name, fit)}</th>
                {summaryColumns.map(({ key, text }) => (
                  <td key={key}>{text(row)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {ordered.length > mostShown && (
        <p>
          <button type="button" className="pill" aria-pressed={all} onClick={() => setAll(!all)}>
            {all ? `Only the first ${mostShown}` : `All ${ordered.length} quantities`}
          </button>
        </p>
      )}
    </section>
  );
}

/** `alpha[3]`, or `alpha[Oslo]` where the data name the members. */
function labelled(name: string, { names }: LabFit): string {
  const parts = /^(.+)\[(\d+)\]$/.exec(name);
  if (parts === null || !Object.hasOwn(names.labels, parts[1])) return name;
  return `${parts[1]}[${names.labels[parts[1]][Number(parts[2]) - 1] ?? parts[2]}]`;
}
