// What the model expects before it has seen an outcome: data sets drawn from its prior, as a figure and in numbers.
import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { useLab } from '../../store/lab/page-lab';
import { formatCount, formatSignificant } from '../../store/format';
import { priorShares } from '../../store/lab/prior';
import type { PriorView } from '../../store/lab/prior';
import '../summary-table.css';

const PriorFigure = lazy(async () => ({ default: (await import('./results/PriorFigure')).PriorFigure }));

export function Prior(): ReactNode {
  const prior = useLab((state) => state.prior);
  switch (prior.kind) {
    case 'none':
      return null;
    case 'working':
      return <p role="status">Data are being drawn from the prior.</p>;
    case 'refused':
      return (
        <p role="alert" className="lab-refused">
          {prior.message}
        </p>
      );
    case 'done':
      return (
        <section className="lab-prior" aria-label="Prior">
          <h2>Before the data</h2>
          <p className="lab-note">
            {formatCount(prior.view.worlds)} worlds drawn from the prior alone. If outcomes fall where none can be, the
            prior is too wide; if yours lie outside, it is too narrow.
          </p>
          <Suspense fallback={<p className="results-waiting">The figure is being laid out.</p>}>
            <PriorFigure view={prior.view} />
          </Suspense>
          <Quantiles view={prior.view} />
        </section>
      );
  }
}

const shares = priorShares.map((share) => (share === 0.5 ? 'middle' : `${Math.round(100 * share)}\u202f%`));

/** A line a name, over worlds and members. */
function Quantiles({ view }: { readonly view: PriorView }): ReactNode {
  const rows = [
    ...view.outcomes.flatMap(({ name, simulated, observed }) => [
      { name: `${name}, simulated`, quantiles: simulated.quantiles },
      { name: `${name}, observed`, quantiles: observed.quantiles },
    ]),
    ...view.parameters,
  ];
  return (
    <div className="summary-table" role="region" aria-label="Quantiles under the prior" tabIndex={0}>
      <table>
        <caption className="visually-hidden">Where the values of each name fall under the prior</caption>
        <thead>
          <tr>
            <th scope="col">name</th>
            {shares.map((share) => (
              <th key={share} scope="col">
                {share}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, quantiles }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {quantiles.map((value, k) => (
                <td key={shares[k]}>{formatSignificant(value, 3)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
