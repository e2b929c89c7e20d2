// Estimates from the draws so far, while the chains run.
import type { ReactNode } from 'react';
import { formatSignificant } from '../../store/format';
import { useLab } from '../../store/lab/page-lab';
import '../summary-table.css';

const mostShown = 30;

export function Early(): ReactNode {
  const early = useLab((state) => state.early);
  const running = useLab((state) => state.run.kind === 'sampling');
  const glimpsed = useLab((state) => state.preview !== null);
  if (!running || glimpsed || early.length === 0) return null;
  return (
    <section className="lab-early" aria-label="So far">
      <h2>So far</h2>
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
